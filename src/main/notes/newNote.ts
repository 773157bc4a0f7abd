import { seriesKeyOf } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { IndexedNote, NoteIndex } from '#core/notes/indexNote.ts';
import type { NotedAction, NotedDecision } from '#core/notes/note.ts';
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

/**
 * The action items of all notes, earliest due date first, then latest meeting first. An item that was carried over into
 * a later note of its series is listed once, in the later note.
 */
export function allActions(index: NoteIndex): NotedAction[] {
  const all = [...index.values()].flatMap(({ summary: { path, title, start, series }, actions }) =>
    actions.map((action) => ({ ...action, path, title, start, series })),
  );
  const promise = ({ series, text }: NotedAction): string => `${series}\n${text}`;
  const latest = new Map<string, string>();
  for (const action of all) {
    const start = action.start ?? '';
    if (start > (latest.get(promise(action)) ?? '')) latest.set(promise(action), start);
  }
  const isCarriedOver = (action: NotedAction): boolean =>
    !action.isDone && action.series !== null && (action.start ?? '') < (latest.get(promise(action)) ?? '');
  // `by Friday` means the Friday after the meeting in which it was promised.
  const promised = new Map<string, NotedAction>();
  for (const action of all.filter((one) => isCarriedOver(one) && one.due !== null)) {
    const first = promised.get(promise(action));
    if (first === undefined || (action.start ?? '') < (first.start ?? ''))
      promised.set(promise(action), action);
  }
  const withFirstDue = (action: NotedAction): NotedAction => {
    const due = action.isDone ? null : (promised.get(promise(action))?.due ?? null);
    return due === null ? action : { ...action, due };
  };
  return all
    .filter((action) => !isCarriedOver(action))
    .map(withFirstDue)
    .sort(
      (a, b) =>
        (a.due ?? '9').localeCompare(b.due ?? '9') ||
        (b.start ?? '').localeCompare(a.start ?? '') ||
        a.path.localeCompare(b.path) ||
        a.line - b.line,
    );
}
