import { errorText } from './errorText.ts';

/** A typed event with listeners. */
export interface Signal<T> {
  emit(value: T): void;
  /**
   * Like `emit`, but yields before each listener, so that pending requests are served in between. Resolves after the
   * last listener; listeners removed meanwhile are skipped.
   * @param turn yields once to the event loop
   */
  emitInTurns(value: T, turn: () => Promise<void>): Promise<void>;
  /** Adds a listener; disposing removes it. */
  on(callback: (value: T) => void): Disposable;
}

/**
 * Creates a signal. It calls its listeners synchronously, in the order they were added; one that throws does not
 * prevent the others.
 * @param failed receives what a listener threw. Without it, `emit` throws the first error after calling all
 * listeners.
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

/** For {@link createSignal}: logs the error of a listener. */
export const logFailure =
  (log: (line: string) => void) =>
  (error: unknown): void =>
    log(`a listener failed: ${errorText(error)}`);
