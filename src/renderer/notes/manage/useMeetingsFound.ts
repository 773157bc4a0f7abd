import { useEffect, useState } from 'react';
import { DateTime } from 'luxon';
import { dateOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { dayInWords, isMonthFirst } from '#core/search/dayInWords.ts';
import { DAY, type Result } from '#base';
import { useApi, useTicker, useTimeFormat } from '../../kit/AppContext.tsx';
import { likeliestFirst } from './likeliestFirst.ts';

/** Main is asked once the user pauses for so long (ms). */
const PAUSE_MS = 200;
/** The days before now that an empty field lists. */
const RECENT_DAYS = 8;

/**
 * Meetings for a query: those of the last days and of today for an empty one, those of a day for a date, else those that
 * match the words. The likeliest first; null until main has answered.
 */
export function useMeetingsFound(query: string): readonly Occurrence[] | null {
  const api = useApi();
  const ticker = useTicker();
  const { zone, locale } = useTimeFormat();
  const [answer, setAnswer] = useState<{
    readonly query: string;
    readonly found: readonly Occurrence[];
  } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const between = async (from: number, to: number): Promise<Result<readonly Occurrence[]>> => {
      const reply = await api.invoke('agenda:range', { from, to });
      return reply.ok ? { ok: true, value: reply.value.occurrences } : reply;
    };
    const request = (): Promise<Result<readonly Occurrence[]>> => {
      const now = ticker.now();
      if (query === '') return between(now - RECENT_DAYS * DAY, now + DAY);
      const day = dayInWords(query, dateOf(now, zone), isMonthFirst(locale));
      if (day === null) return api.invoke('agenda:search', query);
      const start = DateTime.fromISO(day, { zone });
      return between(start.toMillis(), start.plus({ days: 1 }).toMillis());
    };
    const ask = async (): Promise<void> => {
      const outcome = await request();
      if (!isCurrent) return;
      const found = outcome.ok ? outcome.value : [];
      setAnswer({ query, found: likeliestFirst(found, ticker.now(), zone) });
    };
    const timer = setTimeout(() => void ask(), query === '' ? 0 : PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, ticker, zone, locale, query]);
  return answer?.query === query ? answer.found : null;
}
