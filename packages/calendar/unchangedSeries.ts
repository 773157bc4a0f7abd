import { FeedSeries } from './ics/feedSeries.ts';
import { SingleEvent } from './ics/singleEvent.ts';
import type { Series } from './series.ts';

/** Whether both are read from files. Only then their text can be compared. */
const isWritten = (series: Series): series is FeedSeries | SingleEvent =>
  series instanceof FeedSeries || series instanceof SingleEvent;

/**
 * The series that are written alike in two versions of a calendar, of both versions. Compares text, so that nothing
 * more is parsed. A series that is not among them may be unchanged, too.
 */
export function unchangedSeries(before: readonly Series[], after: readonly Series[]): ReadonlySet<Series> {
  const alike = new Set<Series>();
  const known = Map.groupBy(before.filter(isWritten), ({ written }) => written);
  for (const one of after) {
    if (!isWritten(one) || one.frame === null) continue;
    const former = known.get(one.written);
    if (former?.[0]?.frame !== one.frame) continue;
    alike.add(one);
    for (const each of former) alike.add(each);
  }
  return alike;
}
