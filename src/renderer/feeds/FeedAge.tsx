import { Pause } from 'lucide-react';
import { shortDay } from '#core/format/formatTime.ts';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { ageWords, freshness } from './healthWords.ts';
import { texts } from './texts.ts';

/** How old the copy is, by the source's own date; the dot is green only if that is fresh. */
export function FeedAge({ status }: { readonly status: FeedStatus }) {
  const pausedAt = useApp((state) => state.settings?.calendars[status.feed.id]?.pausedAt ?? null);
  const format = useTimeFormat();
  const { locale } = format;
  const words = useNow((now) => ageWords(status, now, locale));
  const tone = useNow((now) => freshness(status, now));
  if (pausedAt !== null)
    return (
      <span className="feed-age" data-tone="old">
        <Pause aria-hidden size={12} />
        {texts.pausedSince(shortDay(pausedAt, format))}
      </span>
    );
  return (
    <span className="feed-age" data-tone={tone}>
      <span className="health-dot" aria-hidden />
      {words}
    </span>
  );
}
