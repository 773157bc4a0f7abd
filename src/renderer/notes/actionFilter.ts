import type { NotedAction } from '#core/notes/note.ts';

/** Which action items to show. */
export interface ActionFilter {
  readonly shown: 'open' | 'mine' | 'all';
  /** A series; null for all. */
  readonly series: string | null;
  /** The user's own name in notes, with or without `@`. */
  readonly ownName: string;
}

/**
 * The action items that match, open ones first, else in their order. `@me` is always the user.
 * @param stays a done item that keeps its place for now, as if it were open
 */
export function actionsMatching(
  actions: readonly NotedAction[],
  { shown, series, ownName }: ActionFilter,
  stays: (action: NotedAction) => boolean = () => false,
): NotedAction[] {
  const isDone = (action: NotedAction): boolean => action.isDone && !stays(action);
  const own = new Set(['me', ownName.trim().replace(/^@/, '').toLowerCase()]);
  return actions
    .filter((action) => {
      if (series !== null && action.series !== series) return false;
      if (shown === 'all') return true;
      return !isDone(action) && (shown === 'open' || own.has(action.owner?.toLowerCase() ?? ' '));
    })
    .toSorted((a, b) => Number(isDone(a)) - Number(isDone(b)));
}

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
