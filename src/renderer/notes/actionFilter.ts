import type { NotedAction } from '#core/notes/note.ts';

type InSeries = Pick<NotedAction, 'series' | 'start' | 'title'>;

/** The series that notes or action items belong to, by the title of their newest note. */
export function seriesIn(notes: readonly InSeries[]): { readonly id: string; readonly label: string }[] {
  const newest = new Map<string, InSeries>();
  for (const note of notes) {
    const known = note.series === null ? null : newest.get(note.series);
    if (note.series !== null && (known?.start ?? '') <= (note.start ?? '')) newest.set(note.series, note);
  }
  return [...newest]
    .map(([id, { title }]) => ({ id, label: title }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
