import { preciser } from './combineRhythms.ts';
import type { Doubt } from '#calendar';
import type { RhythmReading } from './rhythm.ts';
import type { TimeGroup } from './timeGroups.ts';
import type { DayCode } from './weekdays.ts';

/** Finds out which days and which times of a text belong together. */

/** Days, a rhythm, or both, at one place of the text. */
export interface When {
  readonly start: number;
  readonly end: number;
  readonly weekdays: readonly DayCode[] | null;
  readonly rhythm: RhythmReading | null;
  readonly doubts: readonly Doubt[];
}
export type Item =
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'times'; readonly group: TimeGroup };

/** The days and the times of one meeting. */
export interface Pair {
  readonly when: When | null;
  readonly group: TimeGroup | null;
}

export const startOf = (item: Item): number => (item.kind === 'when' ? item.when.start : item.group.start);

const sameDays = (left: readonly DayCode[] | null, right: readonly DayCode[] | null) =>
  left === null || right === null || left.join() === right.join();

const hasMonths = (reading: RhythmReading | null) =>
  reading?.rhythm.kind === 'monthPositions' && reading.rhythm.inMonths !== undefined;

/** Merges neighbouring days and rhythms of one meeting. */
function joinWhens(text: string, whens: readonly When[]): When[] {
  const joined: When[] = [];
  for (const when of whens) {
    const last = joined.at(-1);
    const isListed =
      last !== undefined &&
      /^\s*(?:,|and|&|\/|or|,\s*and)\s*(?:the\s+|on\s+(?:the\s+)?)?$/i.test(text.slice(last.end, when.start));
    const arePositions =
      last?.rhythm?.rhythm.kind === 'monthPositions' && when.rhythm?.rhythm.kind === 'monthPositions';
    // `on the third Monday, the Dam side on the first Monday of every other month` are two, unless they are
    // listed.
    const areApart =
      arePositions &&
      (!isListed || [last, when].some(({ rhythm }) => hasMonths(rhythm))) &&
      JSON.stringify(last.rhythm.rhythm) !== JSON.stringify(when.rhythm.rhythm) &&
      (hasMonths(when.rhythm) || /[a-z]{3}.*[a-z]{3}/i.test(text.slice(last.end, when.start)));
    const isParity =
      when.rhythm?.rhythm.kind === 'weekNumbers' && last?.rhythm?.rhythm.kind === 'weekNumbers';
    if (
      last !== undefined &&
      !isParity &&
      !areApart &&
      (sameDays(last.weekdays, when.weekdays) || (isListed && arePositions))
    ) {
      const rhythm = preciser(last.rhythm, when.rhythm);
      const weekdays = arePositions ? (rhythm?.weekdays ?? null) : (last.weekdays ?? when.weekdays);
      joined[joined.length - 1] = {
        ...last,
        end: when.end,
        weekdays,
        rhythm,
        doubts: [...last.doubts, ...when.doubts],
      };
    } else joined.push(when);
  }
  return joined;
}

/**
 * True for a rhythm without a day, which says how often another item takes place. Numbered weeks count as days.
 */
const isRemark = (when: When) => when.weekdays === null && when.rhythm?.rhythm.kind !== 'weekNumbers';

/** Numbered weeks after a time: in brackets, or without a further time. */
function isWeekRemark(text: string, when: When, items: readonly Item[]): boolean {
  if (when.weekdays !== null || when.rhythm?.rhythm.kind !== 'weekNumbers') return false;
  const isLast = !items.some((other) => other.kind === 'times' && startOf(other) > when.start);
  return isLast || /\(\s*$/.test(text.slice(0, when.start));
}

/**
 * `Wednesdays at 05:30 UTC (monthly - Wednesday after the fourth Tuesday)`: the same day again, more precisely.
 */
function isRestated(
  text: string,
  item: Item & { kind: 'when' },
  whens: readonly When[],
  items: readonly Item[],
): boolean {
  const last = whens.at(-1);
  if (last?.weekdays === undefined || last.weekdays === null || item.when.weekdays === null) return false;
  if (!sameDays(last.weekdays, item.when.weekdays)) return false;
  const isLast = !items.some((other) => other.kind === 'times' && startOf(other) > item.when.start);
  return isLast || /\([^()]*$/.test(text.slice(0, item.when.start));
}

/** `Tuesdays at 15:00 and a monthly call on the first Monday`: the rhythm belongs to what follows. */
function opensNext(text: string, when: When, items: readonly Item[]): boolean {
  const before = items.findLast((item) => startOf(item) < when.start);
  const end = before?.kind === 'times' ? before.group.end : (before?.when.end ?? 0);
  const follows = items.find((item) => startOf(item) > when.start);
  return (
    follows?.kind === 'when' &&
    !isRemark(follows.when) &&
    /\b(?:and|plus)\b|[.;]/.test(text.slice(end, when.start))
  );
}

/**
 * Pairs days with times in the order of the text: days before times (`Tuesday 9:00, Wednesday 10:00`) or times
 * before days (`9:00 on Tuesdays, 10:00 on Wednesdays`).
 */
class Pairing {
  readonly #text: string;
  readonly #items: readonly Item[];
  readonly #isTimeFirst: boolean;
  readonly #pairs: Pair[] = [];
  /** Rhythms before all days and times: they hold for every pair. */
  readonly #leads: When[] = [];
  #whens: When[] = [];
  #groups: TimeGroup[] = [];
  /** The times before the last week remark. */
  #lastGroups: readonly TimeGroup[] = [];
  #previous: Item['kind'] | null = null;
  /** Number of days that a week remark keeps for the next time. */
  #carried = 0;

  constructor(text: string, items: readonly Item[]) {
    this.#text = text;
    this.#items = items;
    const first = items.find((item) => item.kind === 'times' || !isRemark(item.when));
    this.#isTimeFirst = first?.kind === 'times';
  }

  take(item: Item): void {
    if (item.kind === 'when') {
      if (this.#takeWeekRemark(item.when)) return;
      if (isRestated(this.#text, item, this.#whens, this.#items)) {
        this.#whens.push(item.when);
        return;
      }
      if (isRemark(item.when)) {
        this.#takeRemark(item.when);
        return;
      }
    }
    const [first, second] = this.#isTimeFirst ? ['times', 'when'] : ['when', 'times'];
    if (item.kind === first && this.#previous === second) this.#flush();
    if (item.kind === 'when') this.#whens.push(item.when);
    else this.#groups.push(item.group);
    this.#previous = item.kind;
  }

  /**
   * `9am (odd weeks) and 5pm (even weeks)`: the days also hold for the next time. In `odd weeks, even weeks`
   * both are of this time.
   */
  #takeWeekRemark(when: When): boolean {
    const isOfLastTime = this.#carried > 0 && this.#previous === null && this.#groups.length === 0;
    if (this.#groups.length === 0 && !isOfLastTime) return false;
    if (!isWeekRemark(this.#text, when, this.#items)) return false;
    if (isOfLastTime) this.#groups = [...this.#lastGroups];
    else this.#lastGroups = this.#groups;
    const days = this.#whens.filter(({ rhythm }) => rhythm === null || rhythm.rhythm.kind === 'weeks');
    this.#whens.push(when);
    this.#flush();
    this.#whens = days;
    this.#carried = days.length;
    this.#previous = null;
    return true;
  }

  /** A rhythm without a day belongs to the current pair, or to all pairs that follow if there is none. */
  #takeRemark(when: When): void {
    const isAfterTimes = this.#previous === 'times';
    if (isAfterTimes && opensNext(this.#text, when, this.#items)) {
      this.#flush();
      this.#previous = null;
      this.#whens.push(when);
    } else if (this.#whens.length > 0 || (isAfterTimes && this.#groups.length > 0)) this.#whens.push(when);
    else this.#leads.push(when);
  }

  #flush(): void {
    const joined = joinWhens(this.#text, this.#whens);
    for (const when of joined.length > 0 ? joined : [null])
      for (const group of this.#groups.length > 0 ? this.#groups : [null])
        if (when !== null || group !== null) this.#pairs.push({ when, group });
    this.#whens = [];
    this.#groups = [];
  }

  finish(): Pair[] {
    // The days were kept for a further time, and none followed.
    const isOnlyCarried = this.#carried > 0 && this.#whens.length === this.#carried;
    if (isOnlyCarried && this.#groups.length === 0) this.#whens = [];
    this.#flush();
    const lead = this.#leads.reduce<RhythmReading | null>((all, { rhythm }) => preciser(all, rhythm), null);
    if (lead === null) return this.#pairs;
    const [first] = this.#leads;
    if (this.#pairs.length === 0)
      return [{ when: first === undefined ? null : { ...first, rhythm: lead }, group: null }];
    return this.#pairs.map(({ when, group }) => ({ when: withLead(when, lead, first), group }));
  }
}

function withLead(when: When | null, lead: RhythmReading, mark: When | undefined): When | null {
  if (when === null) return mark === undefined ? null : { ...mark, rhythm: lead };
  return { ...when, rhythm: preciser(when.rhythm, lead) };
}

/** `every 2 weeks on Mondays (4pm) and Thursdays (9am)`: the rhythm holds for both days. */
function withSharedRhythm(text: string, pairs: readonly Pair[]): Pair[] {
  const shared: Pair[] = [];
  for (const next of pairs) {
    const last = shared.at(-1);
    const rhythm = last?.when?.rhythm ?? null;
    const end = Math.max(last?.when?.end ?? 0, last?.group?.end ?? 0);
    const start = Math.min(next.when?.start ?? Infinity, next.group?.start ?? Infinity);
    const isShared =
      rhythm?.rhythm.kind === 'weeks' &&
      rhythm.rhythm.interval > 1 &&
      next.when?.rhythm === null &&
      /^[\s)]*,?\s*(?:and|&)\s+(?:on\s+)?$/i.test(text.slice(end, start));
    shared.push(isShared && next.when !== null ? { ...next, when: { ...next.when, rhythm } } : next);
  }
  return shared;
}

/**
 * The days and times of each meeting in a text. @param items days, rhythms and times in the order of the text
 */
export function pairItems(text: string, items: readonly Item[]): Pair[] {
  const pairing = new Pairing(text, items);
  for (const item of items) pairing.take(item);
  return withSharedRhythm(text, pairing.finish());
}
