import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { itemAcross, itemAlong, itemAtEdge, type GridItem } from './moves.ts';
import { gridItem, ITEM } from './showNow.ts';

export interface GridKeysOptions {
  readonly grid: RefObject<HTMLElement | null>;
  readonly items: readonly GridItem[];
  readonly columns: number;
  /** The first column's date: another one is another page. */
  readonly page: string;
  readonly onPage: (step: 1 | -1) => void;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };
const PAGES: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 };

/**
 * The keys of the grid: arrows move among its items and over its edge to the next page, Home and End go to the first
 * and last item, Page Up and Page Down to other pages.
 */
export function useGridKeys({ grid, items, columns, page, onPage }: GridKeysOptions) {
  /** How a page was left by key: the focus follows to the new one. */
  const left = useRef<{ readonly page: string; readonly step: 1 | -1; readonly at: number } | null>(null);
  const newest = useRef({ items, columns });
  useLayoutEffect(() => {
    newest.current = { items, columns };
  });
  useLayoutEffect(() => {
    if (left.current === null || left.current.page === page) return;
    const { step, at } = left.current;
    left.current = null;
    const item = itemAtEdge(newest.current.items, step, at, newest.current.columns);
    ((item && gridItem(item.id)) ?? grid.current)?.focus();
  }, [grid, page]);
  const turn = (step: 1 | -1, at: number): void => {
    left.current = { page, step, at };
    onPage(step);
  };
  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { key, target } = event;
    const id = target instanceof Element ? target.closest(`[${ITEM}]`)?.getAttribute(ITEM) : null;
    const from = items.find((item) => item.id === id) ?? null;
    // The answers beside a meeting have keys of their own.
    if (from === null && target !== grid.current) return;
    const at = from?.at ?? 0;
    const isReversed = grid.current !== null && getComputedStyle(grid.current).direction === 'rtl';
    const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
    const plain = STEPS[key];
    const paged = PAGES[key];
    const focus = (item: GridItem | null | undefined): void => {
      if (item) gridItem(item.id)?.focus();
    };
    if (paged !== undefined) turn(paged, at);
    else if (key === 'Home') focus(items.find((item) => item.at >= 0) ?? items[0]);
    else if (key === 'End') focus(items.at(-1));
    else if (plain === undefined) return;
    else if (!isAcross) focus(from === null ? items[0] : itemAlong(items, from, plain));
    else {
      const step = isReversed ? (plain === 1 ? -1 : 1) : plain;
      const item = from === null ? null : itemAcross(items, from, step, columns);
      if (item === null) turn(step, at);
      else focus(item);
    }
    event.preventDefault();
    // The count of what has no room would open by an arrow key.
    event.stopPropagation();
  };
}
