import { use, type ComponentType } from 'react';

/** A component whose code is loaded after the first screen. Rendered before that, it suspends. */
export interface LaterComponent<Props extends object> {
  readonly Component: ComponentType<Props>;
  /** Loads the code, once. A failed load is tried again by the next call. */
  readonly load: () => Promise<void>;
}

/**
 * A component in a chunk of its own. Unlike React's `lazy`, it renders at once when its code is there: no frame without
 * content, and no focus lost, on the way to a screen.
 * @param load imports the module of the component
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LaterComponent<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  const loadOnce = (): Promise<void> => {
    loading ??= load().then(
      (component) => {
        loaded = component;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  function Later(props: Props) {
    if (loaded === null) use(loadOnce());
    const Loaded = loaded;
    return Loaded === null ? null : <Loaded {...props} />;
  }
  return { Component: Later, load: loadOnce };
}
