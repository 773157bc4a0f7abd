import type { ClockEdge } from './clockSnapshot.ts';
import type { Rectangle } from '../tray/placePanel.ts';

/** In DIP points. */
export type Size = Pick<Rectangle, 'width' | 'height'>;

/** Distance between the clock and the edges of the screen, where the user did not place it. */
const MARGIN = 16;

/** Keeps a position within a length. */
const within = (wanted: number, size: number, from: number, length: number): number =>
  Math.round(Math.max(from, Math.min(wanted, from + length - size)));

const contains = (area: Rectangle, { x, y, width, height }: Rectangle): boolean =>
  x + width / 2 >= area.x &&
  x + width / 2 < area.x + area.width &&
  y + height / 2 >= area.y &&
  y + height / 2 < area.y + area.height;

/**
 * Where the clock opens: where it was last, or in the upper corner of the first screen if it opens for the first
 * time, or if its screen is gone.
 * @param last its last corner; null the first time
 * @param screens work areas; the first one is the preferred
 */
export function clockPlace(
  last: { readonly x: number; readonly y: number } | null,
  screens: readonly [Rectangle, ...Rectangle[]],
  size: Size,
): Rectangle {
  const [preferred] = screens;
  const corner = { x: preferred.x + preferred.width - size.width - MARGIN, y: preferred.y + MARGIN };
  const wanted = { ...(last ?? corner), ...size };
  const area = screens.find((screen) => contains(screen, wanted));
  return area === undefined ? { ...corner, ...size } : fitted(wanted, area);
}

const fitted = (wanted: Rectangle, area: Rectangle): Rectangle => ({
  ...wanted,
  x: within(wanted.x, wanted.width, area.x, area.width),
  y: within(wanted.y, wanted.height, area.y, area.height),
});

/** The edge that stays where it is while the width changes: the one that is nearer to the edge of the screen. */
export const fixedEdge = (now: Rectangle, area: Rectangle): ClockEdge =>
  now.x + now.width / 2 > area.x + area.width / 2 ? 'right' : 'left';

/**
 * The clock with another size, at most that of the screen. In the right corner it grows to the left, and comes back to the
 * same place.
 */
export function withSize(now: Rectangle, wanted: Size, area: Rectangle): Rectangle {
  const width = Math.min(wanted.width, area.width);
  const x = fixedEdge(now, area) === 'right' ? now.x + now.width - width : now.x;
  return fitted({ x, y: now.y, width, height: Math.min(wanted.height, area.height) }, area);
}
