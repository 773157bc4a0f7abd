/** Something that happens again and again, and those who want to know. */
export interface Signal<T> {
  emit(value: T): void;
  /** Calls with every value from now on; disposing ends it. */
  on(callback: (value: T) => void): Disposable;
}

/** A signal without listeners. Listeners are called at once, in the order they came. */
export function createSignal<T = void>(): Signal<T> {
  const listeners = new Set<{ readonly callback: (value: T) => void }>();
  return {
    emit: (value) => {
      for (const { callback } of listeners) callback(value);
    },
    on: (callback) => {
      const listener = { callback };
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
  };
}
