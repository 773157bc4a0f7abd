/** Where the arrow keys go in the grid. Pure. */

/** Something in the grid that can have the focus. */
export interface GridItem {
  readonly id: string;
  /** First and last column, from 0. */
  readonly first: number;
  readonly last: number;
  /** Its height: minutes of the day; negative above the hours. */
  readonly at: number;
}

const covers = (item: GridItem, column: number): boolean => item.first <= column && column <= item.last;

/**
 * The next item above or below in a column; null at its end.
 * @param items those at the same height in their order
 */
export function itemAlong(items: readonly GridItem[], from: GridItem, step: 1 | -1): GridItem | null {
  const column = items.filter((item) => covers(item, from.first)).toSorted((one, other) => one.at - other.at);
  return column[column.findIndex(({ id }) => id === from.id) + step] ?? null;
}

/** The item of a column that is nearest to a height; null if it has none of its kind. */
function nearestIn(items: readonly GridItem[], column: number, at: number): GridItem | null {
  const isTimed = at >= 0;
  const [nearest = null] = items
    .filter((item) => covers(item, column) && item.at >= 0 === isTimed)
    .toSorted((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at));
  return nearest;
}

/** The nearest item of the next column that has one of the same kind: a meeting, or what is above the hours. */
export function itemAcross(
  items: readonly GridItem[],
  from: Omit<GridItem, 'id'>,
  step: 1 | -1,
  columns: number,
): GridItem | null {
  const start = step === 1 ? from.last + 1 : from.first - 1;
  for (let column = start; column >= 0 && column < columns; column += step) {
    const nearest = nearestIn(items, column, from.at);
    if (nearest !== null) return nearest;
  }
  return null;
}

/** The item with which a new page begins, when the user came over its edge at that height; null if it is empty. */
export function itemAtEdge(
  items: readonly GridItem[],
  step: 1 | -1,
  at: number,
  columns: number,
): GridItem | null {
  const edge = step === 1 ? -1 : columns;
  const from = { first: edge, last: edge, at };
  return (
    itemAcross(items, from, step, columns) ?? itemAcross(items, { ...from, at: -Infinity }, step, columns)
  );
}
