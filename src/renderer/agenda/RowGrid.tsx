import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';

/** A row in its place. One that is kept out of sight only has the focus. */
const ROW = '[role="row"][data-key]:not([data-kept])';

const rowsOf = (grid: Element): readonly HTMLElement[] => [...grid.querySelectorAll<HTMLElement>(ROW)];

/** The row around an element of the grid; null for one of a menu or a dialog that a row has opened. */
const rowOf = (grid: Element, target: EventTarget): HTMLElement | null =>
  target instanceof Element && grid.contains(target)
    ? target.closest<HTMLElement>('[role="row"][data-key]')
    : null;

type Sign = 1 | -1;

const siblingOf = (element: Element, sign: Sign): Element | null =>
  sign > 0 ? element.nextElementSibling : element.previousElementSibling;

/** The first row from an element on, among its siblings. */
function rowFrom(element: Element | null, sign: Sign): HTMLElement | undefined {
  let at = element;
  while (at !== null && !at.matches(ROW)) at = siblingOf(at, sign);
  return at instanceof HTMLElement ? at : undefined;
}

/** The row after or before another. While a key is held there is no time to look at all rows. */
function neighbourOf(row: HTMLElement, sign: Sign): HTMLElement | undefined {
  let found = rowFrom(siblingOf(row, sign), sign);
  let day = row.parentElement;
  while (found === undefined && day !== null) {
    const next = siblingOf(day, sign);
    found = rowFrom((sign > 0 ? next?.firstElementChild : next?.lastElementChild) ?? null, sign);
    day = next instanceof HTMLElement ? next : null;
  }
  return found;
}

/** Focuses a row and shows it: only as far as needed, so that the rows move one at a time. */
function focusRow(row: HTMLElement | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** The buttons of a row, and the row itself before them. */
const stopsIn = (row: HTMLElement): readonly HTMLElement[] => [
  row,
  ...[...row.querySelectorAll<HTMLElement>('button')].filter((button) => button.checkVisibility()),
];

/** The row about a viewport away. */
function rowAPageAway(rows: readonly HTMLElement[], from: HTMLElement, sign: Sign): HTMLElement | undefined {
  const page = (from.closest('.scroll')?.clientHeight ?? 400) - 2 * from.clientHeight;
  const start = from.getBoundingClientRect().top;
  const isBeyond = (row: HTMLElement): boolean => sign * (row.getBoundingClientRect().top - start) >= page;
  return sign > 0 ? (rows.find(isBeyond) ?? rows.at(-1)) : (rows.findLast(isBeyond) ?? rows[0]);
}

const KEYS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

/** The row that a key leads to; undefined if there is none. */
function rowByKey(key: string, grid: Element, from: HTMLElement): HTMLElement | undefined {
  if (key === 'ArrowDown') return neighbourOf(from, 1);
  if (key === 'ArrowUp') return neighbourOf(from, -1);
  const rows = rowsOf(grid);
  if (key === 'PageDown' || key === 'PageUp') return rowAPageAway(rows, from, key === 'PageDown' ? 1 : -1);
  return key === 'Home' ? rows[0] : rows.at(-1);
}

const placeOf = (row: HTMLElement): number => Number(row.getAttribute('aria-rowindex'));

export interface RowGridProps {
  readonly id: string;
  readonly label: string;
  readonly style: CSSProperties;
  /** Number of all rows, also of those that are not rendered. */
  readonly count: number;
  /** Renders a row that is not; `first` is the first row. */
  readonly reveal: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly children: ReactNode;
}

/**
 * A grid of one column, after the pattern of the ARIA Authoring Practices: one tab stop, arrows lead from row to row
 * and into a row's buttons, Enter or a click opens a row. It does not know its rows: they carry their id in `data-key`,
 * so that a change of one renders no other.
 */
export function RowGrid({ id, label, style, count, reveal, onOpen, children }: RowGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [isWithin, setIsWithin] = useState(false);
  /** The row with the focus, or that had it last, and its place in the list. */
  const last = useRef<{ readonly row: HTMLElement; readonly place: number } | null>(null);
  /** The focus has left one element, and has not arrived at the next: it is on the page itself, but not lost. */
  const isMoving = useRef(false);

  // What had the focus is gone: its row gets it, or else the one in its place. An observer, since a row changes without
  // the grid.
  useEffect(() => {
    const element = grid.current;
    if (!isWithin || element === null) return undefined;
    const observer = new MutationObserver(() => {
      if (last.current === null || isMoving.current || document.activeElement !== document.body) return;
      const { row, place } = last.current;
      if (row.isConnected) return row.focus({ preventScroll: true });
      const rows = rowsOf(element);
      focusRow(rows.find((one) => placeOf(one) >= place) ?? rows.at(-1));
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [isWithin]);

  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLElement>): void => {
    isMoving.current = false;
    if (target === currentTarget) {
      const { top } = (currentTarget.closest('.scroll') ?? currentTarget).getBoundingClientRect();
      const rows = rowsOf(currentTarget);
      const visible = rows.find((row) => row.getBoundingClientRect().top >= top) ?? rows[0];
      return focusRow(last.current?.row.isConnected === true ? last.current.row : visible);
    }
    const row = rowOf(currentTarget, target);
    if (row === null) return;
    last.current = { row, place: placeOf(row) };
    setIsWithin(true);
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>): void => {
    if (!currentTarget.contains(relatedTarget)) setIsWithin(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = rowOf(event.currentTarget, event.target);
    if (row === null || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const { key } = event;
    if (key === 'Enter' || key === ' ') {
      if (event.target !== row) return;
      if (key === 'Enter') onOpen(row.dataset['key'] ?? '');
    } else if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const stops = stopsIn(row);
      const index = stops.findIndex((stop) => stop === document.activeElement);
      stops[index + (key === 'ArrowRight' ? 1 : -1)]?.focus();
    } else if (KEYS.has(key)) {
      if (row.dataset['kept'] !== undefined) reveal(row.dataset['key'] ?? '');
      if (key === 'Home') reveal('first');
      focusRow(rowByKey(key, event.currentTarget, row));
    } else return;
    event.preventDefault();
  };
  const onClick = ({ target, currentTarget }: MouseEvent<HTMLElement>): void => {
    const row = rowOf(currentTarget, target);
    const isOfRow = target instanceof Element && target.closest('button, a') === null;
    if (row !== null && isOfRow) onOpen(row.dataset['key'] ?? '');
  };
  return (
    <div
      ref={grid}
      id={id}
      role="grid"
      aria-label={label}
      aria-rowcount={count}
      className="days"
      style={style}
      // With the focus in a row, Shift+Tab leaves the list.
      tabIndex={isWithin ? -1 : 0}
      onFocus={onFocus}
      // Before the rows hear of it, which change then: the observer would give the focus back.
      onBlurCapture={({ relatedTarget }) => {
        isMoving.current = relatedTarget !== null;
      }}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {children}
    </div>
  );
}
