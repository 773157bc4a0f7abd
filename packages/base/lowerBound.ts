/**
 * Index of the first item for which `isBeyond` is true; the list's length if there is none. The list is sorted:
 * `isBeyond` is true for every item after that one.
 */
export function lowerBound<Item>(items: readonly Item[], isBeyond: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isBeyond(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
