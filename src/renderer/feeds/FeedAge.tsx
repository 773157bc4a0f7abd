import type { FeedStatus } from '#core/feeds/feed.ts';
import { useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { ageWords, freshness } from './healthWords.ts';
import './feeds.css';

/** How old the copy is, by the source's own date; the dot is green only if that is fresh. */
export function FeedAge({ status }: { readonly status: FeedStatus }) {
  const { locale } = useTimeFormat();
  const words = useNow((now) => ageWords(status, now, locale));
  const tone = useNow((now) => freshness(status, now));
  return (
    <span className="feed-age" data-tone={tone}>
      <span className="health-dot" aria-hidden />
      {words}
    </span>
  );
}
