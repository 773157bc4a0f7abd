import { createContext, use, useSyncExternalStore } from 'react';
import { useStore } from 'zustand/react';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { Instant } from '#base';
import type { Api } from './api.ts';
import type { NoteModel } from '../notes/noteModel.ts';
import type { AppState, AppStore } from '../store/store.ts';
import { localeOrDefault } from './locale.ts';
import type { Ticker } from './ticker.ts';

/** What main.tsx has made and every component may use. */
export interface App {
  readonly store: AppStore;
  readonly api: Api;
  readonly ticker: Ticker;
  readonly desk: NoteModel;
}

export const AppContext = createContext<App | null>(null);

function useWholeApp(): App {
  const app = use(AppContext);
  if (!app) throw new Error('A component stands outside of AppContext');
  return app;
}

/** The way to the main process. */
export const useApi = (): Api => useWholeApp().api;

export const useDesk = (): NoteModel => useWholeApp().desk;

/** For handlers that need the moment they run. */
export const useTicker = (): Ticker => useWholeApp().ticker;

/** For handlers that need the facts of the moment they run. */
export const useAppStore = (): AppStore => useWholeApp().store;

/** Facts of the store. The selector returns something stored, or a primitive. */
export const useApp = <T,>(select: (state: AppState) => T): T => useStore(useWholeApp().store, select);

/**
 * Something that follows from the present moment. The component is drawn again only when it changes,
 * so `select` returns a primitive, and as coarse a one as will do.
 */
export function useNow<T extends string | number | boolean | null>(select: (now: Instant) => T): T {
  const { ticker } = useWholeApp();
  return useSyncExternalStore(ticker.subscribe, () => select(ticker.now()));
}

/** How times are written for this user. */
export function useTimeFormat(): TimeFormat {
  const locale = useApp((state) => localeOrDefault(state.info?.locale));
  const zone = useApp((state) => state.agenda?.zone ?? 'UTC');
  const clock = useApp((state) => state.settings?.clock ?? 'locale');
  return { locale, zone, clock };
}
