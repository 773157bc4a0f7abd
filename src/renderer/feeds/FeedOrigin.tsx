import type { FeedStatus } from '#core/feeds/feed.ts';
import { useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { catalogueWords, healthWords } from './healthWords.ts';

/** `29 September 2023`. @param date ISO */
const longDate = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));

/** How fresh a feed is, and when it is updated next. */
export function FeedOrigin({ status: { feed, health } }: { readonly status: FeedStatus }) {
  const { locale } = useTimeFormat();
  return useNow((now) =>
    feed.source.kind === 'builtIn'
      ? catalogueWords(health, now, (date) => longDate(date, locale))
      : healthWords(health, now),
  );
}
