import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand/react';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { dateOf } from '#core/agenda/agenda.ts';
import { MINUTE, type CalendarDate, type Instant, type ZoneName } from '#base';
import type { Api } from './api.ts';
import type { AppState, AppStore } from '../store/store.ts';
import { englishLocale, firstDayOfWeek } from '#core/format/englishLocale.ts';
import type { Ticker } from './ticker.ts';

/** Made by app/main.tsx for every component. */
export interface App {
  readonly store: AppStore;
  readonly api: Api;
  readonly ticker: Ticker;
}

export const AppContext = createContext<App | null>(null);

function useWholeApp(): App {
  const app = use(AppContext);
  if (!app) throw new Error('A hook of AppContext is called outside of it');
  return app;
}

/** Requests to the main process. */
export const useApi = (): Api => useWholeApp().api;

/** For handlers, which need the time at which they run. */
export const useTicker = (): Ticker => useWholeApp().ticker;

/** For handlers, which need the state at the time they run. */
export const useAppStore = (): AppStore => useWholeApp().store;

/** A part of the state. The selector returns a stored object or a primitive: a new object each time loops. */
export const useApp = <T,>(select: (state: AppState) => T): T => useStore(useWholeApp().store, select);

/**
 * A value derived from the current time. The component renders again only when the value changes,
 * so `select` returns a primitive, as coarse as the component allows.
 */
export function useNow<T extends string | number | boolean | null>(select: (now: Instant) => T): T {
  const { ticker } = useWholeApp();
  return useSyncExternalStore(ticker.subscribe, () => select(ticker.now()));
}

/** The first day of this user's week: 1 is Monday, 7 is Sunday. */
export const useFirstDayOfWeek = (): number => useApp((state) => firstDayOfWeek(state.info?.locale));

/**
 * The language of fields for dates and times: Chromium writes their words in the system's language, whatever that of
 * the page is.
 */
export const useFieldLanguage = (): string | undefined => useApp((state) => state.info?.locale);

/** How times are written for this user. */
export function useTimeFormat(): TimeFormat {
  const locale = useApp((state) => englishLocale(state.info?.locale));
  const zone = useApp((state) => state.agenda?.zone ?? 'UTC');
  const clock = useApp((state) => state.settings?.clock ?? 'locale');
  return { locale, zone, clock };
}

/** Works out the date of a zone once a minute: it is dear, and many ask each second. */
function todayIn(zone: ZoneName): (now: Instant) => CalendarDate {
  let known = { minute: NaN, date: '' };
  return (now) => {
    const minute = now - (now % MINUTE);
    if (minute !== known.minute) known = { minute, date: dateOf(now, zone) };
    return known.date;
  };
}

/** Today in this user's zone. */
export function useToday(): CalendarDate {
  const { zone } = useTimeFormat();
  return useNow(useMemo(() => todayIn(zone), [zone]));
}
