import { seriesKey, seriesKeyOf } from '#core/keys.ts';
import { shortDay } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { changeId, type SeriesChange } from '#core/feeds/seriesChange.ts';
import { useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { changeWords } from './changeWords.ts';

/** Only recent changes are news. */
const MOST_LINES = 10;

/** Changes of a meeting's series in all feeds that have it, newest first. */
export function changesOf(
  changes: readonly SeriesChange[],
  { sources }: Occurrence,
): readonly SeriesChange[] {
  const series = new Set(sources.map(({ key }) => seriesKeyOf(key)));
  return changes
    .filter((change) => series.has(seriesKey(change)))
    .toReversed()
    .slice(0, MOST_LINES);
}

/** What changed, and the day on which the app noticed it. */
export function WhatChanged({ changes }: { readonly changes: readonly SeriesChange[] }) {
  const format = useTimeFormat();
  return (
    <ul className="reasons">
      {changes.map((change) => (
        <li key={changeId(change)}>
          <span className="quiet">{shortDay(change.at, format)}</span>
          <span>{changeWords(change, format)}</span>
        </li>
      ))}
    </ul>
  );
}

/** See {@link changesOf}; empty if nothing changed. */
export function useChangesOf(occurrence: Occurrence): readonly SeriesChange[] {
  const changes = useApp((state) => state.changes);
  return changesOf(changes, occurrence);
}
