import type { PanelSurface } from '#main/ports/ports.ts';

/** The small window by the tray icon. */
export class FakePanel implements PanelSurface {
  #isOpen = false;

  isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
  }

  close(): void {
    this.#isOpen = false;
  }
}
