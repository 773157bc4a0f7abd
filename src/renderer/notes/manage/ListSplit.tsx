import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { texts } from './texts.ts';

/** Limits of the width (px), as in settings.ts. */
const LEAST = 200;
const MOST = 560;
const USUAL = 272;
const STEP = 16;

const limited = (width: number): number => Math.round(Math.min(MOST, Math.max(LEAST, width)));

/** How far a key changes the width; null for another key. In a page from right to left the arrows are the other way. */
function keyWidth(key: string, width: number, isLeftToRight: boolean): number | null {
  const towards = isLeftToRight ? 1 : -1;
  if (key === 'ArrowRight') return width + towards * STEP;
  if (key === 'ArrowLeft') return width - towards * STEP;
  if (key === 'Home') return LEAST;
  if (key === 'End') return MOST;
  return key === 'Enter' ? USUAL : null;
}

export interface ListSplitProps {
  readonly width: number;
  /** Called while the width changes. */
  readonly onMove: (width: number) => void;
  /** Called once it is chosen. */
  readonly onChoose: (width: number) => void;
}

/** The line between the list and the note, which can be dragged or moved by keys; a double click puts it back. */
export function ListSplit({ width, onMove, onChoose }: ListSplitProps) {
  const [from, setFrom] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const isLeftToRight = (element: Element): boolean => getComputedStyle(element).direction !== 'rtl';
  const widthAt = (event: PointerEvent): number => {
    const moved = from === null ? 0 : event.clientX - from.x;
    return limited((from?.width ?? width) + (isLeftToRight(event.currentTarget) ? moved : -moved));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyWidth(event.key, width, isLeftToRight(event.currentTarget));
    if (next === null) return;
    event.preventDefault();
    onChoose(limited(next));
  };
  return (
    // The window splitter of the ARIA practices: a separator that can have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="list-split"
      aria-orientation="vertical"
      aria-label={texts.listWidth}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={width}
      data-dragged={from !== null || undefined}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onChoose(USUAL)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, width });
      }}
      onPointerMove={(event) => from !== null && onMove(widthAt(event))}
      onPointerUp={(event) => {
        if (from === null) return;
        setFrom(null);
        if (event.clientX !== from.x) onChoose(widthAt(event));
      }}
    />
  );
}
