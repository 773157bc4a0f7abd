import { type OccurrenceKey, readOccurrenceKey } from '#core/keys.ts';
import type { ChangeInput } from '#core/reminders/meetingChanges.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { FeedList } from '../feeds/feedList.ts';

/**
 * Why an occurrence is not in the agenda, by its key.
 * @param isFollowed whether the user still follows its series
 * @param isAnswered whether the user said in which weeks its series takes place
 */
export function whyMissing(
  list: Pick<FeedList, 'find'>,
  agenda: Pick<AgendaModel, 'holds'>,
  isFollowed: (key: OccurrenceKey) => boolean,
  isAnswered: (key: OccurrenceKey) => boolean,
  key: OccurrenceKey,
): ReturnType<ChangeInput['absence']> {
  const feed = list.find(readOccurrenceKey(key).feedId);
  if (feed !== null && !agenda.holds(feed.id)) return 'unread';
  return feed !== null && isFollowed(key) && !isAnswered(key) ? 'gone' : 'dropped';
}
