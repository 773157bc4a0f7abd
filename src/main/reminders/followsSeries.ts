import type { OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import type { FeedList } from '../feeds/feedList.ts';

/** Whether the user still follows the series of an occurrence, by its key (feed id, UID, original start). */
export function followsSeries(list: Pick<FeedList, 'find'>, key: OccurrenceKey): boolean {
  const [first, last] = [key.indexOf('|'), key.lastIndexOf('|')];
  const followed = list.find(key.slice(0, first))?.followed ?? [];
  return followed === 'all' || followed.includes(key.slice(first + 1, last));
}
