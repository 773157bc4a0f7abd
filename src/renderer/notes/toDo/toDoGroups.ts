import { foldedText } from '#core/search/fold.ts';
import type { ToDoItem } from '#core/notes/toDo.ts';
import { texts } from './texts.ts';

/** A titled group of the list. */
export interface ToDoGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ToDoItem[];
}

/** How the list is grouped. */
export type ToDoOrder = 'date' | 'series';

/** The items in groups: by when they are due, or by the series of their notes, latest meeting first. */
export function toDoGroups(items: readonly ToDoItem[], order: ToDoOrder): ToDoGroup[] {
  if (order === 'date')
    return [...Map.groupBy(items, ({ part }) => part)].map(([part, own]) => ({
      id: part,
      title: texts.parts[part],
      items: own,
    }));
  const bySeries = [...Map.groupBy(items, ({ action }) => action.series ?? '')];
  const latest = (own: readonly ToDoItem[]): ToDoItem | undefined =>
    own.toSorted((a, b) => (b.action.start ?? '').localeCompare(a.action.start ?? ''))[0];
  return bySeries
    .map(([series, own]) => ({
      id: series === '' ? 'none' : series,
      title: series === '' ? texts.noSeries : (latest(own)?.action.title ?? ''),
      items: own,
      start: latest(own)?.action.start ?? '',
    }))
    .toSorted((a, b) => Number(a.id === 'none') - Number(b.id === 'none') || b.start.localeCompare(a.start));
}

/** The items with all of these words in their text or the title of their note. */
export function matchingItems(items: readonly ToDoItem[], words: string): readonly ToDoItem[] {
  const wanted = foldedText(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return items;
  return items.filter(({ action: { text, title } }) => {
    const found = foldedText(`${text} ${title}`);
    return wanted.every((word) => found.includes(word));
  });
}
