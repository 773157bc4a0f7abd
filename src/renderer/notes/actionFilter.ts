import type { NotedAction } from '../../shared/notes/note.ts';

/** Which action items to show. */
export interface ActionFilter {
  readonly whose: 'open' | 'mine' | 'all';
  /** A series, or null for all. */
  readonly series: string | null;
  /** The user's own name in notes, with or without `@`. */
  readonly ownName: string;
}

/** The action items that are looked for; open ones first, else in their order. `@me` is always mine. */
export function actionsMatching(
  actions: readonly NotedAction[],
  { whose, series, ownName }: ActionFilter,
): NotedAction[] {
  const own = new Set(['me', ownName.trim().replace(/^@/, '').toLowerCase()]);
  return actions
    .filter((action) => {
      if (series !== null && action.series !== series) return false;
      if (whose === 'all') return true;
      return !action.isDone && (whose === 'open' || own.has(action.owner?.toLowerCase() ?? ' '));
    })
    .toSorted((a, b) => Number(a.isDone) - Number(b.isDone));
}

/** The series that action items stand in, by the title of their newest note. */
export function seriesIn(actions: readonly NotedAction[]): { readonly id: string; readonly label: string }[] {
  const newest = new Map<string, NotedAction>();
  for (const action of actions) {
    const known = action.series === null ? null : newest.get(action.series);
    if (action.series !== null && (known?.start ?? '') <= (action.start ?? ''))
      newest.set(action.series, action);
  }
  return [...newest]
    .map(([id, { title }]) => ({ id, label: title }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
