import { ListLayout, Size } from 'react-aria-components';

/**
 * React Aria's list layout, for rows of different heights. React Aria measures each row separately and changes its style
 * before, so the browser lays out the list twice for each row. Here all rows of a render are measured without a change
 * in between, which takes one layout, and again when their size changes.
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
