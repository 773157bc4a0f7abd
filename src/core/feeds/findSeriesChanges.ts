import type { Occurrence } from '../agenda/occurrence.ts';
import { roomKey, typedId } from '#meeting-links';
import { HOUR, type Instant } from '#base';
import type { SeriesChange } from './seriesChange.ts';

/** The differences between two copies of one feed. */

type Found = Omit<SeriesChange, 'isPutAway'>;

/** A series that moves as a whole gets new keys for all dates; a date within this distance counts as the same. */
const SAME_DATE_MS = 20 * HOUR;
/** Longer titles are cut to keep the log small. */
const LONGEST_TEXT = 300;

const short = (text: string): string => text.slice(0, LONGEST_TEXT);

/** ms; an all-day date counts from its UTC midnight, which suffices for comparisons. */
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
  return `${best.serviceName} ${typedId(best) ?? best.meetingId ?? new URL(best.url).host}`;
}

const haveOtherRooms = (before: Occurrence, after: Occurrence): boolean => {
  const rooms = new Set(before.joinLinks.map(roomKey));
  return (
    rooms.size > 0 && after.joinLinks.length > 0 && !after.joinLinks.some((link) => rooms.has(roomKey(link)))
  );
};

/** Whether a room that both have is entered with another passcode, written beside its link or in it. */
const haveOtherPasscodes = (before: Occurrence, after: Occurrence): boolean => {
  const was = new Map(before.joinLinks.map((link) => [roomKey(link), link]));
  return after.joinLinks.some((link) => {
    const old = was.get(roomKey(link));
    return old !== undefined && (old.passcode !== link.passcode || secretIn(old.url) !== secretIn(link.url));
  });
};

/** The passcode in a link of Zoom and its like; null for none. */
const secretIn = (url: string): string | null => new URL(url).searchParams.get('pwd');

/**
 * Compares the dates that both copies could hold.
 * @param before occurrences of the older copy, from now to some time after `until`
 * @param after those of the newer copy
 * @param now meetings that are over are skipped
 * @param until later dates are skipped: a date missing there may only be outside the expanded range
 * @returns the changes; of equal changes in a series, only the first
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
  const add = (one: Occurrence, what: Found['what'], was: string | null, is: string | null): void => {
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
    // Some feeds give every copy new UIDs, which is no change.
    const one =
      present.get(old.key) ?? byName.get(nameOf(old))?.[0] ?? shifted(old, byUid.get(old.uid) ?? []);
    const wasOff = old.status === 'cancelled';
    if (one === undefined) {
      if (!wasOff) add(old, 'cancelled', startText(old), null);
      continue;
    }
    const isOff = one.status === 'cancelled';
    if (isOff && !wasOff) add(one, 'cancelled', startText(old), null);
    if (isOff) continue;
    if (wasOff) add(one, 'back', null, startText(one));
    if (startText(old) !== startText(one)) add(one, 'moved', startText(old), startText(one));
    if (!wasOff && old.title !== one.title) add(one, 'renamed', short(old.title), short(one.title));
    if (haveOtherRooms(old, one)) add(one, 'room', roomText(old), roomText(one));
    else if (haveOtherPasscodes(old, one)) add(one, 'passcode', null, null);
  }
  return firstOfEach(found);
}

/** The date that replaced one with a key that is gone. The key holds the original start, so a moved single event gets a new one. */
function shifted(old: Occurrence, appeared: readonly Occurrence[]): Occurrence | undefined {
  const away = (one: Occurrence): number => Math.abs(instantOf(one) - instantOf(old));
  const near = appeared.filter((one) => !one.isRecurring || away(one) < SAME_DATE_MS);
  return near.toSorted((one, other) => away(one) - away(other))[0];
}

/** Equal changes in a series are one: moved by the same time, the same new title or room, or cancelled. */
function firstOfEach(found: readonly Found[]): readonly Found[] {
  const alike = ({ uid, what, before, after }: Found): string => {
    if (what === 'moved') return `${uid}|moved|${Date.parse(after ?? '') - Date.parse(before ?? '')}`;
    return what === 'cancelled' || what === 'back' ? `${uid}|${what}` : `${uid}|${what}|${before}|${after}`;
  };
  const byStart = found.toSorted((one, other) => one.start.localeCompare(other.start));
  return [...Map.groupBy(byStart, alike).values()].flatMap(([first]) => first ?? []);
}
