import { use, type ComponentType } from 'react';

/** A component whose code is loaded after the first screen. Rendered before that, it suspends. */
export interface LaterComponent<Props extends object> {
  readonly Component: ComponentType<Props>;
  /** Loads the code, once. A failed load is tried again by the next call. */
  readonly load: () => Promise<void>;
}

/** What rendered components wait for. */
const waitedFor = new Set<Promise<void>>();

/** Resolves when the code is there that rendered components wait for; null if none waits. Never rejects. */
export const partsLoading = (): Promise<unknown> | null =>
  waitedFor.size === 0 ? null : Promise.allSettled(waitedFor);

/**
 * A component in a chunk of its own. Unlike React's `lazy`, it renders at once when its code is there: no frame without
 * content, and no focus lost, on the way to a screen.
 * @param load imports the module of the component
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LaterComponent<Props> {
  let loaded: ComponentType<Props> | null = null;
  /** Kept when it has failed: a component that began another load at each render would never show the failure. */
  let loading: Promise<void> | null = null;
  let hasFailed = false;

  const begin = async (): Promise<void> => {
    try {
      loaded = await load();
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  function Later(props: Props) {
    if (loaded === null) {
      const part = (loading ??= begin());
      const forget = (): boolean => waitedFor.delete(part);
      waitedFor.add(part);
      part.then(forget, forget);
      use(part);
    }
    const Loaded = loaded;
    return Loaded === null ? null : <Loaded {...props} />;
  }
  return {
    Component: Later,
    load: () => {
      if (hasFailed) loading = null;
      hasFailed = false;
      return (loading ??= begin());
    },
  };
}
