/** DIP points on the desktop, as in Electron. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Distance between the panel and the edges of the screen. */
const MARGIN = 8;

/** Position on one axis: centred on the anchor, but within the screen. */
const within = (wanted: number, size: number, from: number, length: number): number =>
  Math.round(Math.max(from + MARGIN, Math.min(wanted, from + length - size - MARGIN)));

/**
 * Position of the tray panel: below or above the icon; if the position of the icon is unknown, in the corner of the
 * screen nearest to the pointer, which has just clicked it.
 * @param icon null if unknown; @param screen the work area of the screen
 */
export function placePanel(
  icon: Rectangle | null,
  pointer: { readonly x: number; readonly y: number },
  screen: Rectangle,
  size: { readonly width: number; readonly height: number },
): Rectangle {
  const width = Math.min(size.width, screen.width - 2 * MARGIN);
  const height = Math.min(size.height, screen.height - 2 * MARGIN);
  const anchor = icon ?? { ...pointer, width: 0, height: 0 };
  const isTop = anchor.y + anchor.height / 2 < screen.y + screen.height / 2;
  const isLeft = anchor.x < screen.x + screen.width / 2;
  const corner = isLeft ? screen.x : screen.x + screen.width;
  const wanted = {
    x: icon === null ? corner : anchor.x + (anchor.width - width) / 2,
    y:
      icon === null
        ? isTop
          ? screen.y
          : screen.y + screen.height
        : isTop
          ? anchor.y + anchor.height
          : anchor.y - height,
  };
  return {
    x: within(wanted.x, width, screen.x, screen.width),
    y: within(wanted.y, height, screen.y, screen.height),
    width,
    height,
  };
}
