import { seriesKeyOf } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { IndexedNote, NoteIndex } from '#core/notes/indexNote.ts';
import type { NotedDecision } from '#core/notes/note.ts';
import type { NewNoteWishes } from '#core/notes/noteTemplate.ts';
import { BUILT_IN_TEMPLATES, type BuiltInTemplate } from '#core/notes/templates.ts';

/** The last note of the series before this occurrence. */
export function noteBefore(index: NoteIndex, occurrence: Occurrence): IndexedNote | null {
  const series = seriesKeyOf(occurrence.key);
  const start =
    occurrence.time.kind === 'timed' ? new Date(occurrence.time.start).toISOString() : occurrence.time.start;
  const earlier = [...index.values()].filter(
    ({ summary }) => summary.series === series && summary.start !== null && summary.start < start,
  );
  return earlier.reduce<IndexedNote | null>(
    (last, note) => ((last?.summary.start ?? '') < (note.summary.start ?? '') ? note : last),
    null,
  );
}

/** The default template of a meeting: minutes if a community runs it. */
const usualTemplate = (occurrence: Occurrence): BuiltInTemplate =>
  occurrence.community === null ? 'General' : 'Community minutes';

/**
 * Template and carried-over items of a new note. Template: the chosen one, or that of the series' last note, or one named
 * after the meeting or its community, or the default. Carried over: the open items of the last note.
 * @param textOf reads a template; null if it does not exist
 */
export async function contentOfNewNote(
  occurrence: Occurrence,
  before: IndexedNote | null,
  wanted: string | null,
  textOf: (name: string) => Promise<string | null>,
): Promise<Pick<NewNoteWishes, 'template' | 'carried'>> {
  const usual = usualTemplate(occurrence);
  const carried = {
    from: before?.summary.start ?? null,
    texts: (before?.actions ?? []).filter(({ isDone }) => !isDone).map(({ text }) => text),
  };
  for (const name of [wanted, before?.template ?? null, occurrence.title, occurrence.communityName]) {
    const text = name === null ? null : await textOf(name);
    if (name !== null && text !== null) return { template: { name, text }, carried };
  }
  const text = (await textOf(usual)) ?? BUILT_IN_TEMPLATES[usual];
  return { template: { name: usual, text }, carried };
}

/** The decisions in the notes of these series, latest meeting first. @param series their keys */
export function decisionsOf(index: NoteIndex, series: ReadonlySet<string>): NotedDecision[] {
  return [...index.values()]
    .filter(({ summary }) => summary.series !== null && series.has(summary.series))
    .toSorted((a, b) => (b.summary.start ?? '').localeCompare(a.summary.start ?? ''))
    .flatMap(({ summary: { path, start }, decisions }) =>
      decisions.map((decision) => ({ ...decision, path, start })),
    );
}
