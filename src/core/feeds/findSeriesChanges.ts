import type { Occurrence } from '../agenda/occurrence.ts';
import { roomKey } from '#meeting-links';
import { HOUR, type Instant } from '#base';
import type { SeriesChange } from './seriesChange.ts';

/** What is different between two copies of one feed, in the words of a change log. */

type Found = Omit<SeriesChange, 'isPutAway'>;

/** A series that moves as a whole loses the keys of all its dates; what is nearer than this is the same date. */
const SAME_DATE_MS = 20 * HOUR;
/** Longer titles are cut: a log must stay small. */
const LONGEST_TEXT = 300;

const short = (text: string): string => text.slice(0, LONGEST_TEXT);

/** ms; a whole day counts from its UTC midnight, which is enough to compare. */
const instantOf = ({ time }: Occurrence): Instant =>
  time.kind === 'timed' ? time.start : Date.parse(`${time.start}T00:00:00Z`);
const endOf = ({ time }: Occurrence): Instant =>
  time.kind === 'timed' ? time.end : Date.parse(`${time.end}T00:00:00Z`);
const startText = ({ time }: Occurrence): string =>
  time.kind === 'timed' ? new Date(time.start).toISOString() : time.start;

const nameOf = (one: Occurrence): string => `${startText(one)}|${one.title}`;

function roomText({ joinLinks }: Occurrence): string | null {
  const [best] = joinLinks;
  if (best === undefined) return null;
  return `${best.serviceName} ${best.meetingId ?? new URL(best.url).host}`;
}

const haveOtherRooms = (before: Occurrence, after: Occurrence): boolean => {
  const rooms = new Set(before.joinLinks.map(roomKey));
  return (
    rooms.size > 0 && after.joinLinks.length > 0 && !after.joinLinks.some((link) => rooms.has(roomKey(link)))
  );
};

/**
 * What the newer copy changed in the dates that both could hold.
 * @param before occurrences of the older copy, from now on and some while beyond `until`
 * @param after the same of the newer one
 * @param now what is over is no news
 * @param until later dates are not looked at: one that is missing there may only be beyond what was dated
 * @returns of what changed alike in a series the first date
 */
export function findSeriesChanges(
  before: readonly Occurrence[],
  after: readonly Occurrence[],
  now: Instant,
  until: Instant,
): readonly Found[] {
  const present = new Map(after.map((one) => [one.key, one]));
  const known = new Set(before.map(({ key }) => key));
  const appeared = after.filter(({ key }) => !known.has(key));
  const byName = Map.groupBy(appeared, nameOf);
  const byUid = Map.groupBy(appeared, ({ uid }) => uid);
  const found: Found[] = [];
  const say = (one: Occurrence, what: Found['what'], was: string | null, is: string | null): void => {
    const { feedId, uid, title } = one;
    found.push({
      at: now,
      feedId,
      uid,
      title: short(title),
      what,
      start: startText(one),
      before: was,
      after: is,
    });
  };

  for (const old of before) {
    if (endOf(old) <= now || instantOf(old) > until) continue;
    // A feed that gives each copy new UIDs has changed nothing.
    const one =
      present.get(old.key) ?? byName.get(nameOf(old))?.[0] ?? shifted(old, byUid.get(old.uid) ?? []);
    const wasOff = old.status === 'cancelled';
    if (one === undefined) {
      if (!wasOff) say(old, 'cancelled', startText(old), null);
      continue;
    }
    const isOff = one.status === 'cancelled';
    if (isOff && !wasOff) say(one, 'cancelled', startText(old), null);
    if (isOff) continue;
    if (wasOff) say(one, 'back', null, startText(one));
    if (startText(old) !== startText(one)) say(one, 'moved', startText(old), startText(one));
    if (!wasOff && old.title !== one.title) say(one, 'renamed', short(old.title), short(one.title));
    if (haveOtherRooms(old, one)) say(one, 'room', roomText(old), roomText(one));
  }
  return firstOfEach(found);
}

/** The date that took the place of one whose key is gone. The key holds the original start, so a single event loses it. */
function shifted(old: Occurrence, appeared: readonly Occurrence[]): Occurrence | undefined {
  const away = (one: Occurrence): number => Math.abs(instantOf(one) - instantOf(old));
  const near = appeared.filter((one) => !one.isRecurring || away(one) < SAME_DATE_MS);
  return near.toSorted((one, other) => away(one) - away(other))[0];
}

/** What changed alike in a series is one change: moved by as much, the same new title or room, or cancelled. */
function firstOfEach(found: readonly Found[]): readonly Found[] {
  const alike = ({ uid, what, before, after }: Found): string => {
    if (what === 'moved') return `${uid}|moved|${Date.parse(after ?? '') - Date.parse(before ?? '')}`;
    return what === 'cancelled' || what === 'back' ? `${uid}|${what}` : `${uid}|${what}|${before}|${after}`;
  };
  const byStart = found.toSorted((one, other) => one.start.localeCompare(other.start));
  return [...Map.groupBy(byStart, alike).values()].flatMap(([first]) => first ?? []);
}
