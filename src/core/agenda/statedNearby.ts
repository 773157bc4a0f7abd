import { HOUR, lowerBound } from '#base';
import { foldedText } from '../search/fold.ts';
import { mergeGroup, roomOf } from './mergeOccurrences.ts';
import type { Occurrence } from './occurrence.ts';
import { titleKey } from './sameMeeting.ts';

/**
 * What the directory states, and a calendar has at a slightly different time: texts are old, and round or forget a change
 * of clocks. It becomes one meeting, at the time of the calendar. Rather two entries than one of two meetings.
 */

const NEAR_MS = 2 * HOUR;

/** The meaningful words of a title without the name of its community, which a calendar of the community leaves out. */
function ownWords(title: string, community: string): string {
  const name = new Set(titleKey(community).split(' '));
  return titleKey(title)
    .split(' ')
    .filter((word) => !name.has(word))
    .join(' ');
}

/** Whether a stated meeting and one of a calendar have the same title and room, or a title that is not a common one. */
function isAlike(stated: Occurrence, other: Occurrence): boolean {
  if (foldedText(stated.title) === foldedText(other.title)) return true;
  const key = titleKey(stated.title);
  if (key.includes(' ') && key === titleKey(other.title)) return true;
  // A community often has one room for all its meetings.
  const room = roomOf(stated);
  const community = stated.communityName ?? '';
  return (
    room !== null &&
    room === roomOf(other) &&
    ownWords(stated.title, community) === ownWords(other.title, community)
  );
}

const startOf = ({ time }: Occurrence): number => (time.kind === 'timed' ? time.start : NaN);

/** A date of a series that takes place every so often; a single one may be a special session. */
const isRegular = ({ time, isRecurring }: Occurrence): boolean => time.kind === 'timed' && isRecurring;

/**
 * Joins each stated occurrence with the only one of a calendar that is alike and begins within two hours, if nothing else
 * is alike to either.
 * @param occurrences merged by their starts
 * @param stated ids of the feeds with stated meetings
 */
export function joinStatedNearby(
  occurrences: readonly Occurrence[],
  stated: ReadonlySet<string>,
): readonly Occurrence[] {
  if (stated.size === 0) return occurrences;
  const isOnly = ({ sources }: Occurrence): boolean => sources.every(({ feedId }) => stated.has(feedId));
  const unconfirmed = occurrences.filter((one) => isRegular(one) && isOnly(one));
  if (unconfirmed.length === 0) return occurrences;
  const others = occurrences
    .filter((one) => isRegular(one) && !one.sources.some(({ feedId }) => stated.has(feedId)))
    .toSorted((one, other) => startOf(one) - startOf(other));
  const matches = unconfirmed.map((one) => {
    const first = lowerBound(others, (other) => startOf(other) >= startOf(one) - NEAR_MS);
    const end = lowerBound(others, (other) => startOf(other) > startOf(one) + NEAR_MS);
    return { one, alike: others.slice(first, end).filter((other) => isAlike(one, other)) };
  });
  const claimed = Map.groupBy(
    matches.flatMap(({ one, alike }) => alike.map((other) => ({ one, other }))),
    ({ other }) => other,
  );
  const confirmed = new Map(
    matches.flatMap(({ one, alike }) => {
      const [only, ...more] = alike;
      const isSole = only !== undefined && more.length === 0 && claimed.get(only)?.length === 1;
      return isSole ? [[only, one] as const] : [];
    }),
  );
  const joined = new Set(confirmed.values());
  return occurrences.flatMap((one) => {
    const text = confirmed.get(one);
    if (joined.has(one)) return [];
    return text === undefined ? [one] : [confirmedBy(one, text, stated)];
  });
}

/** Its time is that of the calendar, so its name is too. */
function confirmedBy(one: Occurrence, text: Occurrence, stated: ReadonlySet<string>): Occurrence {
  const { key, feedId, feedName, uid, originalStart } = one;
  return { ...mergeGroup([one, text], stated), key, feedId, feedName, uid, originalStart };
}
