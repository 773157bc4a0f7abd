import type { PanelWindow } from '#main/ports/panelWindow.ts';

/** The small window by the tray icon. */
export class FakePanel implements PanelWindow {
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
