import { ListLayout, Size } from 'react-aria-components';

/**
 * React Aria's layout of a list whose rows have any height. It measures each row by itself, and changes its style
 * before: both make the browser lay out the list anew, twice a row. Here the rows of a render are measured one after
 * the other without a change between them, which is one layout, and again when their size changes.
 */
export class MeasuredRows extends ListLayout<object> {
  readonly #resized = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) this.#measure(target);
  });

  /** The `ref` of each row. */
  readonly observe = (row: HTMLElement | null): (() => void) => {
    if (row === null) return () => undefined;
    this.#measure(row);
    this.#resized.observe(row);
    return () => this.#resized.unobserve(row);
  };

  /** Keeps React Aria from measuring it. */
  protected override buildItem(
    ...place: Parameters<ListLayout<object>['buildItem']>
  ): ReturnType<ListLayout<object>['buildItem']> {
    const item = super.buildItem(...place);
    item.layoutInfo.estimatedSize = false;
    return item;
  }

  #measure(row: HTMLElement): void {
    const { offsetWidth, offsetHeight } = row;
    const key = row.dataset['key'];
    // A list that is not shown has no heights.
    if (key !== undefined && offsetHeight > 0)
      this.virtualizer?.updateItemSize(key, new Size(offsetWidth, offsetHeight));
  }
}
