import type { Occurrence } from './occurrence.ts';
import { isUncertain } from './statements.ts';
import { dateOf, isLong, isMeeting, nextOccurrence, startOf } from './agenda.ts';
import { MINUTE, type Instant, type ZoneName } from '#base';

/** What the card above the agenda shows. */
export interface HeroMeetings {
  /** The meetings of the card: several if they start together, none if nothing comes. */
  readonly shown: readonly Occurrence[];
  /** The meeting shown is over, but the user joined it and may still be in its room. */
  readonly isOverTime: boolean;
  /** Other meetings that are running. */
  readonly running: readonly Occurrence[];
  /** The first meeting that starts after those. */
  readonly later: Occurrence | null;
  /** A meeting that would have been next today, but is cancelled. */
  readonly cancelled: Occurrence | null;
}

/** So long before its start, the next meeting takes the card from the running one. */
const TAKES_OVER_MS = 10 * MINUTE;
/** So long after its end, a joined meeting keeps the card unless another one needs it. */
const OVER_TIME_MS = 10 * MINUTE;

/** A feed with more meetings than this at one time is no calendar of a person: it does not crowd out the others. */
const MOST_AT_ONCE = 12;
/** So many of its running meetings are named or counted. */
const SHOWN_OF_CROWD = 3;

const isOn = ({ time }: Occurrence, now: Instant): boolean =>
  time.kind === 'timed' && time.start <= now && now < time.end;

/** The certain meetings that start first within ten minutes. */
function startingSoon(all: readonly Occurrence[], now: Instant, zone: ZoneName): readonly Occurrence[] {
  const soon = all.filter((one) => {
    const ahead = startOf(one, zone) - now;
    return !isUncertain(one) && ahead > 0 && ahead <= TAKES_OVER_MS;
  });
  const [first] = soon;
  return first === undefined ? [] : soon.filter((one) => startOf(one, zone) === startOf(first, zone));
}

/** The meetings of the card, if the user is in no room after its end. */
function nextOnes(all: readonly Occurrence[], now: Instant, zone: ZoneName): readonly Occurrence[] {
  const soon = startingSoon(all, now, zone);
  if (soon.length > 0) return soon;
  const next = nextOccurrence(all, now, zone);
  if (next === null) return [];
  const start = startOf(next, zone);
  if (start <= now) return [next];
  return all.filter((one) => startOf(one, zone) === start && isUncertain(one) === isUncertain(next));
}

/**
 * Sets meetings aside that would crowd out those of other feeds: of a feed that has many at one time, all but those
 * that the user said yes to.
 * @returns of those set aside, a few that are on
 */
function withoutCrowds(all: readonly Occurrence[], now: Instant) {
  const isNear = ({ time }: Occurrence): boolean =>
    time.kind === 'timed' && time.start - now <= TAKES_OVER_MS && now < time.end;
  const crowded = new Set(
    [...Map.groupBy(all.filter(isNear), ({ feedId }) => feedId)].flatMap(([feedId, near]) =>
      near.length > MOST_AT_ONCE ? [feedId] : [],
    ),
  );
  const isAside = ({ feedId, ownReply }: Occurrence): boolean => crowded.has(feedId) && ownReply !== 'yes';
  return {
    usual: crowded.size === 0 ? all : all.filter((one) => !isAside(one)),
    crowd: [...crowded].flatMap((feedId) =>
      all.filter((one) => one.feedId === feedId && isAside(one) && isOn(one, now)).slice(0, SHOWN_OF_CROWD),
    ),
  };
}

/**
 * The running or next meeting, and what is beside it. Within ten minutes of its start, the next one takes precedence
 * over the running one.
 * @param occurrences sorted by start
 * @param isJoined whether the user joined it
 */
export function heroMeetings(
  occurrences: readonly Occurrence[],
  now: Instant,
  zone: ZoneName,
  isJoined: (occurrence: Occurrence) => boolean,
): HeroMeetings {
  const all = occurrences.filter(isMeeting);
  const { usual: meetings, crowd } = withoutCrowds(all, now);
  const next = nextOnes(meetings.length > 0 ? meetings : all, now, zone);
  const isFree = next.every((one) => startOf(one, zone) - now > TAKES_OVER_MS);
  const left = isFree
    ? meetings.findLast(
        (one) =>
          one.time.kind === 'timed' &&
          one.time.end <= now &&
          now - one.time.end < OVER_TIME_MS &&
          isJoined(one),
      )
    : undefined;
  const shown = left === undefined ? next : [left];
  const from = shown.reduce((latest, one) => Math.max(latest, startOf(one, zone)), now);
  const later = meetings.find((one) => startOf(one, zone) > from);
  const limit = shown[0] === undefined || left !== undefined ? Infinity : startOf(shown[0], zone);
  const isToday = (start: Instant): boolean => start > now && dateOf(start, zone) === dateOf(now, zone);
  return {
    shown,
    isOverTime: left !== undefined,
    running: [...meetings, ...crowd].filter((one) => isOn(one, now) && !isLong(one) && !shown.includes(one)),
    later: later ?? null,
    cancelled:
      occurrences.find(
        ({ status, time }) =>
          status === 'cancelled' && time.kind === 'timed' && isToday(time.start) && time.start <= limit,
      ) ?? null,
  };
}
