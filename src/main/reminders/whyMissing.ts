import { type OccurrenceKey, readOccurrenceKey } from '#core/keys.ts';
import type { ChangeInput } from '#core/reminders/meetingChanges.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { FeedList } from '../feeds/feedList.ts';

interface MissingParts {
  readonly list: Pick<FeedList, 'find'>;
  readonly agenda: Pick<AgendaModel, 'holds'>;
  /** Whether the user still follows the series. */
  readonly isFollowed: (key: OccurrenceKey) => boolean;
  /** Whether the user said in which weeks the series takes place. */
  readonly isAnswered: (key: OccurrenceKey) => boolean;
  /** Whether the user said that the series, which only a text states, no longer takes place. */
  readonly isDenied: (key: OccurrenceKey) => boolean;
}

/** Returns why an occurrence is not in the agenda, by its key. */
export const whyMissing =
  ({ list, agenda, isFollowed, isAnswered, isDenied }: MissingParts): ChangeInput['absence'] =>
  (key) => {
    const feed = list.find(readOccurrenceKey(key).feedId);
    if (feed !== null && !agenda.holds(feed.id)) return 'unread';
    if (isDenied(key)) return 'denied';
    return feed !== null && isFollowed(key) && !isAnswered(key) ? 'gone' : 'dropped';
  };
