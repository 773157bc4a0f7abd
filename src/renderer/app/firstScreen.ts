import type { Api } from '../kit/api.ts';
import type { AppStore } from '../store/store.ts';

/** Calendars that take longer are waited for with the rest of the window there (ms). */
const PATIENCE_MS = 2000;

/**
 * Waits for the first screen: the agenda, or the welcome of a new user. Everything else is loaded after it, in the
 * window and in main, which compete with it for the processor.
 * @param after calls back after that time (ms), unless the function that it returns is called
 * @param afterRender calls back when what was just changed is on the screen
 * @param loadRest loads the code of the other screens
 */
export function awaitFirstScreen(
  store: AppStore,
  api: Api,
  {
    after,
    afterRender,
    loadRest,
  }: {
    readonly after: (delayMs: number, callback: () => void) => () => void;
    readonly afterRender: (callback: () => void) => void;
    readonly loadRest: () => Promise<void>;
  },
): void {
  const hasFirst = (): boolean => {
    const { settings, agenda, info } = store.getState();
    return settings !== null && info !== null && (agenda !== null || !settings.isWelcomeDone);
  };
  const end = (): void => {
    stopWaiting();
    stopTimer();
    afterRender(() => {
      api.invokeAndReport('window:drawn');
      store.getState().firstScreenDrawn();
      // What cannot be loaded says so where it is shown.
      loadRest().catch(() => undefined);
    });
  };
  const stopTimer = after(PATIENCE_MS, end);
  const stopWaiting = store.subscribe(() => hasFirst() && end());
}
