import { useLayoutEffect, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';

/** A component whose code is loaded after the first screen. Rendered before that, it is empty until the code is there. */
export interface LaterComponent<Props extends object> {
  readonly Component: ComponentType<Props>;
  /** Loads the code, once. A failed load is tried again by the next call. */
  readonly load: () => Promise<void>;
}

/** One for each component that waits for its code; resolved when it is shown, has failed or was taken away. */
const waiting = new Set<Promise<void>>();

/** Resolves when what waits for its code is shown; null if nothing waits. Never rejects. */
export const partsLoading = (): Promise<unknown> | null => (waiting.size === 0 ? null : Promise.all(waiting));

/** Counts a component among those that wait, until the function that it returns is called. */
function wait(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting.add(promise);
  return () => {
    waiting.delete(promise);
    resolve();
  };
}

/**
 * A component in a chunk of its own. Unlike React's `lazy`, it renders at once when its code is there: no frame without
 * content, no focus lost, and none of the 0.3 s for which React may hold back what has waited.
 * @param load imports the module of the component
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LaterComponent<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  const begin = async (): Promise<void> => {
    try {
      loaded = await load();
    } catch (error) {
      loading = null;
      throw error;
    }
  };
  const loadOnce = (): Promise<void> => (loading ??= begin());

  function Later(props: Props) {
    const [, render] = useState<ComponentType<Props> | null>(() => loaded);
    useLayoutEffect(() => {
      if (loaded !== null) return undefined;
      let isHere = true;
      const done = wait();
      const show = (next: () => ComponentType<Props> | null): void => {
        try {
          if (isHere) flushSync(() => render(next));
        } finally {
          done();
        }
      };
      loadOnce().then(
        () => show(() => loaded),
        // Thrown while rendering, it reaches the error boundary.
        (error: unknown) =>
          show(() => {
            throw error;
          }),
      );
      return () => {
        isHere = false;
        done();
      };
    }, []);
    const Loaded = loaded;
    return Loaded === null ? null : <Loaded {...props} />;
  }
  return { Component: Later, load: loadOnce };
}
