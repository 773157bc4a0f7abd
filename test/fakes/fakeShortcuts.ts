import type { Shortcuts } from '#main/ports/shortcuts.ts';

/** Keys that work everywhere; some may belong to another program. */
export class FakeShortcuts implements Shortcuts {
  readonly taken = new Set<string>();
  readonly #registered = new Map<string, () => void>();

  register(keys: string, pressed: () => void): Disposable | null {
    if (this.taken.has(keys)) return null;
    this.#registered.set(keys, pressed);
    return { [Symbol.dispose]: () => void this.#registered.delete(keys) };
  }

  press(keys: string): void {
    this.#registered.get(keys)?.();
  }

  get registered(): string[] {
    return [...this.#registered.keys()];
  }
}
