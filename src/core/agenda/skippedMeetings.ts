import { seriesKey, seriesOfKey, originalStartOf } from '../keys.ts';
import type { OccurrenceTime } from '#calendar';
import type { Occurrence } from './occurrence.ts';
import type { Instant } from '#base';
import { type SkipChoice } from './meetingChoices.ts';

/** Skipped meetings stay in the agenda, marked, and are not announced. */

/** Compares skips of series with single dates (ms); an all-day date counts as its midnight in UTC. */
const stampOf = ({ kind, start }: OccurrenceTime): Instant => (kind === 'timed' ? start : Date.parse(start));

/** The choices that skip an occurrence in each of its feeds, or its series from that date on. */
export const skipsFor = (
  { sources, time }: Pick<Occurrence, 'sources' | 'time'>,
  scope: 'one' | 'series',
  at: Instant,
): SkipChoice[] =>
  sources.map((source) => ({
    ...seriesOfKey(source),
    originalStart: scope === 'one' ? originalStartOf(source.key) : null,
    from: stampOf(time),
    at,
  }));

/**
 * Whether a choice applies to an occurrence. A single event has one date, and its key changes when it moves, so only
 * its series is compared.
 */
export function isSkippedBy(
  { originalStart, from, feedId, uid }: SkipChoice,
  { sources, time, isRecurring }: Pick<Occurrence, 'sources' | 'time' | 'isRecurring'>,
): boolean {
  const source = sources.find((one) => seriesKey(seriesOfKey(one)) === seriesKey({ feedId, uid }));
  if (source === undefined) return false;
  if (originalStart === null) return stampOf(time) >= from;
  return !isRecurring || originalStartOf(source.key) === originalStart;
}

/** Marks skipped meetings. */
export function markSkipped(
  occurrences: readonly Occurrence[],
  skips: readonly SkipChoice[],
): readonly Occurrence[] {
  if (skips.length === 0) return occurrences;
  const bySeries = Map.groupBy(skips, seriesKey);
  return occurrences.map((occurrence) => {
    const skip = occurrence.sources
      .flatMap((source) => bySeries.get(seriesKey(seriesOfKey(source))) ?? [])
      .find((one) => isSkippedBy(one, occurrence));
    if (skip === undefined) return occurrence;
    const scope = skip.originalStart === null ? ('series' as const) : ('one' as const);
    return { ...occurrence, skipped: { scope, from: skip.from } };
  });
}
