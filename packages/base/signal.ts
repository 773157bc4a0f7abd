import { errorText } from './errorText.ts';

/** Something that happens again and again, and those who want to know. */
export interface Signal<T> {
  emit(value: T): void;
  /**
   * The same, but each listener has a turn of the event loop for itself: where each does much, all of them together
   * would hold up who asks something meanwhile. Resolves when all were called; who leaves before is not.
   * @param turn resolves when others had theirs
   */
  emitInTurns(value: T, turn: () => Promise<void>): Promise<void>;
  /** Calls with every value from now on; disposing ends it. */
  on(callback: (value: T) => void): Disposable;
}

/**
 * A signal without listeners. Listeners are called at once, in the order they came; one that throws keeps none of the
 * others from it.
 * @param failed told what a listener threw; without it, `emit` throws the first of that when all were called
 */
export function createSignal<T = void>(failed?: (error: unknown) => void): Signal<T> {
  const listeners = new Set<{ readonly callback: (value: T) => void }>();
  const call = (callback: (value: T) => void, value: T, thrown: unknown[]): void => {
    try {
      callback(value);
    } catch (error) {
      if (failed === undefined) thrown.push(error);
      else failed(error);
    }
  };
  return {
    emit: (value) => {
      const thrown: unknown[] = [];
      for (const { callback } of listeners) call(callback, value, thrown);
      if (thrown.length > 0) throw thrown[0];
    },
    emitInTurns: async (value, turn) => {
      const thrown: unknown[] = [];
      for (const listener of listeners) {
        await turn();
        if (listeners.has(listener)) call(listener.callback, value, thrown);
      }
      if (thrown.length > 0) throw thrown[0];
    },
    on: (callback) => {
      const listener = { callback };
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
  };
}

/** For {@link createSignal}: writes down that a listener failed, and goes on. */
export const logFailure =
  (log: (line: string) => void) =>
  (error: unknown): void =>
    log(`a listener failed: ${errorText(error)}`);
