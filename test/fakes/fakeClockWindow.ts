import type { ClockEdge } from '#core/floatingClock/clockSnapshot.ts';
import type { ClockWindow } from '#main/ports/clockWindow.ts';
import { createSignal } from '#base';

/** The window of the floating clock. */
export class FakeClockWindow implements ClockWindow {
  isOpen = false;
  isProtected = false;
  isWide = false;
  readonly #closed = createSignal();

  show(isProtected: boolean): void {
    this.isOpen = true;
    this.isProtected = isProtected;
  }

  widen(isWide: boolean): ClockEdge {
    this.isWide = isWide;
    return 'right';
  }

  close(): void {
    this.isOpen = false;
  }

  onClosed(callback: () => void): Disposable {
    return this.#closed.on(callback);
  }

  closeByUser(): void {
    this.close();
    this.#closed.emit();
  }
}
