import type { ClockEdge } from '#core/floatingClock/clockSnapshot.ts';

/** The floating clock: a small window in front of all others. It fetches its content with `clock:get`. */
export interface ClockWindow {
  /** Opens it without taking the focus, unless it is open. @param isProtected screen sharing leaves it out */
  show(isProtected: boolean): void;
  /**
   * Wide: with title and buttons. Otherwise it shows the time alone.
   * @param pixelRatio of its page: pixels of the display per CSS pixel
   * @returns the edge that stayed in place
   */
  widen(isWide: boolean, pixelRatio: number): ClockEdge;
  close(): void;
  /** Fires when the user closed it. */
  onClosed(callback: () => void): Disposable;
}
