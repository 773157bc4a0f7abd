import type { AlertPlacement, AlertWindow } from '#main/ports/alertWindow.ts';
import type { AlertCard } from '#core/reminders/alertSnapshot.ts';
import { createSignal } from '#base';
import type { FakeWindow } from './fakeWindow.ts';

/** The alert window: its page loads at once and sends `alert:get`, unless a test disables it. */
export class FakeAlert implements AlertWindow {
  isOpen = false;
  /** A page that never loads. */
  isBroken = false;
  look: AlertPlacement | null = null;
  /** How often it came up. */
  openings = 0;
  /** Changes that were for an earlier opening. */
  #told = 0;
  #cards: readonly AlertCard[] = [];
  readonly #closed = createSignal();
  readonly #window: FakeWindow;

  constructor(window: FakeWindow) {
    this.#window = window;
  }

  show(look: AlertPlacement): void {
    this.look = look;
    if (this.isOpen) return;
    this.isOpen = true;
    this.openings += 1;
    this.#told = this.#window.received('alert:changed').length;
    if (!this.isBroken) queueMicrotask(() => void this.#load());
  }

  close(): void {
    this.isOpen = false;
    this.#cards = [];
  }

  onClosed(callback: () => void): Disposable {
    return this.#closed.on(callback);
  }

  /** Its cards. */
  get cards(): readonly AlertCard[] {
    if (!this.isOpen) return [];
    const since = this.#window.received('alert:changed').slice(this.#told);
    return since.at(-1)?.cards ?? this.#cards;
  }

  closeByUser(): void {
    this.close();
    this.#closed.emit();
  }

  async #load(): Promise<void> {
    this.#cards = (await this.#window.ask('alert:get')).cards;
  }
}
