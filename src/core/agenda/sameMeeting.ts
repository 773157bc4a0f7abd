import { isSameSeries, seriesOfKey, type SeriesName } from '../keys.ts';
import type { MeetingVersion, Occurrence } from './occurrence.ts';
import { roomKey, typedId } from '#meeting-links';
import type { CalendarDate } from '#base';
import { dateOf } from './agenda.ts';
import { type SourceChoice } from './meetingChoices.ts';

/**
 * The same meeting in two feeds that disagree on its time or room. They are not merged: both stay and refer to each
 * other until the user chooses one.
 * Two occurrences are the same meeting if they are in different feeds, on the same day of its home zone, and have
 * either the same UID, or the same community and titles that differ only in filler words. If a feed has two candidates
 * on that day, there is no match: a group may meet twice.
 */

/** Filler words in titles. */
const EMPTY_WORDS = new Set(
  'a an and at biweekly bi call community cncf every fortnightly for in k8s kubernetes meeting meetings monthly of on our regular series sync the weekly zoom'.split(
    ' ',
  ),
);

/** The meaningful words of a title, sorted; empty if there are none. */
export function titleKey(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replaceAll(/\bspecial interest group\b/g, 'sig')
    .replaceAll(/\bworking group\b/g, 'wg')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
  return [...new Set(words)].toSorted().join(' ');
}

/** Whether a title names a working group and something else: `node sig`, but not `office hours` alone. */
const namesGroup = (key: string): boolean => /\b(?:sig|wg|ug|tag|committee)\b/.test(key) && key.includes(' ');

/** UIDs of calendars are globally unique (RFC 7986 §5.3); those made from a page's text are not. */
const isUniqueUid = (uid: string): boolean => /@|[0-9a-f]{8}/i.test(uid);

/** Keys under which an occurrence is looked up in other feeds. */
function namesOf({ uid, title, community }: Occurrence): string[] {
  const key = titleKey(title);
  const names: string[] = [];
  if (isUniqueUid(uid)) names.push(`uid ${uid}`);
  // A page is a community of its own; a single common word is not evidence.
  const isNamed = community !== null && (/^(?:sig|wg|ug|committee)-/.test(community) || key.includes(' '));
  if (key !== '' && isNamed) names.push(`title ${community} ${key}`);
  // A calendar names no community, so its title must name the group.
  if (namesGroup(key)) names.push(`title ${key}`);
  return names;
}

const canDisagree = ({ time, status, isWeekUnknown }: Occurrence): boolean =>
  time.kind === 'timed' && status !== 'cancelled' && !isWeekUnknown;

const dayOf = ({ time, zone }: Occurrence): CalendarDate =>
  time.kind === 'allDay' ? time.start : dateOf(time.start, zone ?? 'UTC');

const feedsOf = ({ sources }: Occurrence): ReadonlySet<string> =>
  new Set(sources.map(({ feedId }) => feedId));

/** Whether two occurrences of one start have the same room, or one of them has none. */
const agree = (one: Occurrence, other: Occurrence): boolean => {
  if (one.time.start !== other.time.start) return false;
  const rooms = new Set(one.joinLinks.map(roomKey));
  return (
    rooms.size === 0 ||
    other.joinLinks.length === 0 ||
    other.joinLinks.some((link) => rooms.has(roomKey(link)))
  );
};

/** Occurrences of one feed are different meetings. */
const isOneFeed = (occurrences: readonly Occurrence[]): boolean =>
  occurrences.every(({ feedId }) => feedId === occurrences[0]?.feedId);

/** Pairs that are one meeting and disagree. If both name a community, it is the same. */
function pairsOf(occurrences: readonly Occurrence[]): (readonly [Occurrence, Occurrence])[] {
  if (isOneFeed(occurrences)) return [];
  const byDay = Map.groupBy(occurrences.filter(canDisagree), dayOf);
  const pairs = new Map<string, readonly [Occurrence, Occurrence]>();
  for (const day of byDay.values()) {
    if (isOneFeed(day)) continue;
    const byName = new Map<string, Occurrence[]>();
    for (const one of day)
      for (const name of namesOf(one)) {
        const same = byName.get(name);
        if (same) same.push(one);
        else byName.set(name, [one]);
      }
    for (const alike of byName.values()) {
      const [one, other] = alike;
      if (one === undefined || other === undefined || alike.length !== 2) continue;
      const isOther = one.community !== null && other.community !== null && one.community !== other.community;
      if (isOther || !feedsOf(one).isDisjointFrom(feedsOf(other)) || agree(one, other)) continue;
      pairs.set(`${one.key}\n${other.key}`, [one, other]);
    }
  }
  return [...pairs.values()];
}

const versionOf = (one: Occurrence): MeetingVersion => {
  const { sources, time, joinLinks } = one;
  const source = sources.find(({ feedId }) => feedId === one.feedId) ?? sources[0]!;
  const [link] = joinLinks;
  return {
    ...seriesOfKey(source),
    key: one.key,
    feedName: sources.map(({ feedName }) => feedName).join(', '),
    time,
    room:
      link === undefined
        ? null
        : { serviceName: link.serviceName, meetingId: typedId(link) ?? link.meetingId },
  };
};

const holds = ({ sources }: Occurrence, name: SeriesName): boolean =>
  sources.some((source) => isSameSeries(seriesOfKey(source), name));

/**
 * Links disagreeing occurrences (`versions`). After the user chose, the rejected one is removed and the other records
 * it.
 */
export function settleVersions(
  occurrences: readonly Occurrence[],
  choices: readonly SourceChoice[],
): Occurrence[] {
  const others = new Map<Occurrence, MeetingVersion[]>();
  const chosen = new Map<Occurrence, { readonly at: number; readonly over: Occurrence }>();
  const dropped = new Set<Occurrence>();
  for (const [one, other] of pairsOf(occurrences)) {
    const choice = choices.find(
      ({ use, over }) => (holds(one, use) && holds(other, over)) || (holds(other, use) && holds(one, over)),
    );
    if (choice === undefined) {
      others.set(one, [...(others.get(one) ?? []), versionOf(other)]);
      others.set(other, [...(others.get(other) ?? []), versionOf(one)]);
      continue;
    }
    const [kept, left] = holds(one, choice.use) ? [one, other] : [other, one];
    dropped.add(left);
    chosen.set(kept, { at: choice.at, over: left });
  }
  for (const [kept, { over }] of chosen) others.set(kept, [versionOf(over)]);
  return occurrences.flatMap((one) => {
    const known = others.get(one);
    if (dropped.has(one)) return [];
    return known === undefined
      ? [one]
      : [{ ...one, versions: { others: known, chosenAt: chosen.get(one)?.at ?? null } }];
  });
}
