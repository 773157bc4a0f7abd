import type { SoundWindow } from '#main/ports/soundWindow.ts';
import type { Chime } from '#core/reminders/chime.ts';
import type { FakeWindow } from './fakeWindow.ts';

/** A sound window whose page loads, plays and ends at once, unless a test disables it. */
export class FakeSound implements SoundWindow {
  readonly heard: Chime[] = [];
  /** A page that never loads. */
  isBroken = false;
  readonly #window: FakeWindow;

  constructor(window: FakeWindow) {
    this.#window = window;
  }

  open(): void {
    if (!this.isBroken) queueMicrotask(() => void this.#play());
  }

  close(): void {}

  async #play(): Promise<void> {
    const wanted = await this.#window.ask('sound:get');
    if (wanted !== null) this.heard.push(wanted);
    await this.#window.ask('sound:ended', true);
  }
}
