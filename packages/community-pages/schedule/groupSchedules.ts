/**
 * The marks of a text -> one ScheduleParts per meeting in it.
 * `Tuesday 9:00 PT, every other Tuesday 9:00 UTC+8` are two; `8:00 PT/16:00 UTC` is one time in two zones.
 */
import type { Doubt } from '#calendar';
import { preciser } from './combineRhythms.ts';
import { lastDayOf } from './dates.ts';
import { inEnglish } from './otherLanguages.ts';
import type { RhythmReading } from './rhythm.ts';
import { findScheduleMarks, mayAlternate, type ScheduleMarks } from './scheduleMarks.ts';
import { NO_PARTS, type ScheduleParts } from './scheduleParts.ts';
import { groupTimes, type TimeGroup, withoutTranslations } from './timeGroups.ts';
import type { ZoneReading } from '../zones/readZone.ts';
import type { DayCode } from './weekdays.ts';

/** Days, a rhythm, or both, at one place. */
interface When {
  readonly start: number;
  readonly end: number;
  readonly weekdays: readonly DayCode[] | null;
  readonly rhythm: RhythmReading | null;
  readonly doubts: readonly Doubt[];
}
type Item =
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'times'; readonly group: TimeGroup };

/** What is said of one meeting. */
interface Pair {
  readonly when: When | null;
  readonly group: TimeGroup | null;
}

/** How much of the text a doubt quotes. */
const QUOTED_LETTERS = 40;

function whensOf(marks: ScheduleMarks): When[] {
  const choice: Doubt = { kind: 'choiceOfDays' };
  const days = marks.days.map((mark) => ({
    ...mark,
    rhythm: null,
    doubts: mark.isChoice ? [choice] : [],
  }));
  const rhythms = marks.rhythms.map((mark) => ({
    start: mark.start,
    end: mark.end,
    weekdays: mark.weekdays,
    rhythm: mark,
    doubts: [],
  }));
  return [...days, ...rhythms].sort((left, right) => left.start - right.start);
}

const sameDays = (left: readonly DayCode[] | null, right: readonly DayCode[] | null) =>
  left === null || right === null || left.join() === right.join();

const hasMonths = (reading: RhythmReading | null) =>
  reading?.rhythm.kind === 'monthPositions' && reading.rhythm.inMonths !== undefined;

/** Neighbouring days and rhythms that speak of one meeting become one; others stay apart. */
function joinWhens(text: string, whens: readonly When[]): When[] {
  const joined: When[] = [];
  for (const when of whens) {
    const last = joined.at(-1);
    const isListed =
      last !== undefined &&
      /^\s*(?:,|and|&|\/|or|,\s*and)\s*(?:the\s+|on\s+(?:the\s+)?)?$/i.test(text.slice(last.end, when.start));
    const arePositions =
      last?.rhythm?.rhythm.kind === 'monthPositions' && when.rhythm?.rhythm.kind === 'monthPositions';
    // `on the third Monday, the Dam side on the first Monday of every other month`: two, unless they are listed.
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

/** A rhythm without a day says how often something else meets; numbered weeks stand for a day. */
const isRemark = (when: When) => when.weekdays === null && when.rhythm?.rhythm.kind !== 'weekNumbers';

/** Numbered weeks behind a time: in brackets, or with no further time. */
function isWeekRemark(text: string, when: When, items: readonly Item[]): boolean {
  if (when.weekdays !== null || when.rhythm?.rhythm.kind !== 'weekNumbers') return false;
  const isLast = !items.some((other) => other.kind === 'times' && startOf(other) > when.start);
  return isLast || /\(\s*$/.test(text.slice(0, when.start));
}

/** `Wednesdays at 05:30 UTC (monthly - Wednesday after the fourth Tuesday)`: the same day again, said more exactly. */
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

/** `Tuesdays at 15:00 and a monthly call on the first Monday`: the rhythm opens what follows. */
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

/** Days before times (`Tuesday 9:00, Wednesday 10:00`) or times before days (`9:00 on Tuesdays, 10:00 on Wednesdays`). */
function pair(text: string, items: readonly Item[]): Pair[] {
  const isTimeFirst = items.find((item) => item.kind === 'times' || !isRemark(item.when))?.kind === 'times';
  const pairs: Pair[] = [];
  const leads: When[] = [];
  let whens: When[] = [];
  let groups: TimeGroup[] = [];
  const flush = () => {
    const joined = joinWhens(text, whens);
    for (const when of joined.length > 0 ? joined : [null])
      for (const group of groups.length > 0 ? groups : [null])
        if (when !== null || group !== null) pairs.push({ when, group });
    whens = [];
    groups = [];
  };
  let last: readonly TimeGroup[] = [];
  let previous: Item['kind'] | null = null;
  let carried = 0;
  for (const item of items) {
    const isOfLastTime = carried > 0 && previous === null && groups.length === 0;
    if (item.kind === 'when' && isWeekRemark(text, item.when, items) && (groups.length > 0 || isOfLastTime)) {
      // `9am (odd weeks) and 5pm (even weeks)`: the days hold on for the next time, or `odd weeks, even weeks` for this one.
      if (isOfLastTime) groups = [...last];
      else last = groups;
      const days = whens.filter((when) => when.rhythm === null || when.rhythm.rhythm.kind === 'weeks');
      whens.push(item.when);
      flush();
      whens = days;
      carried = days.length;
      previous = null;
      continue;
    }
    if (item.kind === 'when' && isRestated(text, item, whens, items)) {
      whens.push(item.when);
      continue;
    }
    if (item.kind === 'when' && isRemark(item.when)) {
      // A rhythm without a day belongs to what is being read, or to all that follows when nothing has been read.
      if (previous === 'times' && opensNext(text, item.when, items)) {
        flush();
        previous = null;
        whens.push(item.when);
      } else if (whens.length === 0 && groups.length === 0) leads.push(item.when);
      else if (previous === 'times' || whens.length > 0) whens.push(item.when);
      else leads.push(item.when);
      continue;
    }
    const startsNew = isTimeFirst
      ? item.kind === 'times' && previous === 'when'
      : item.kind === 'when' && previous === 'times';
    if (startsNew) flush();
    if (item.kind === 'when') whens.push(item.when);
    else groups.push(item.group);
    previous = item.kind;
  }
  // Days that were only held for a further time, which never came.
  if (carried > 0 && whens.length === carried && groups.length === 0) whens = [];
  flush();
  const lead = leads.reduce<RhythmReading | null>((rhythm, when) => preciser(rhythm, when.rhythm), null);
  if (pairs.length === 0 && lead !== null) {
    const [first] = leads;
    return [{ when: first === undefined ? null : { ...first, rhythm: lead }, group: null }];
  }
  return lead === null
    ? pairs
    : pairs.map(({ when, group }) => ({ when: withLead(when, lead, leads[0]), group }));
}

function withLead(when: When | null, lead: RhythmReading, mark: When | undefined): When | null {
  if (when === null) return mark === undefined ? null : { ...mark, rhythm: lead };
  return { ...when, rhythm: preciser(when.rhythm, lead) };
}

/** One turn of several: `every other week, alternating between two times` is every four weeks for each. */
function turnOf(reading: RhythmReading | null, count: number, question: Doubt): RhythmReading {
  const whole = reading?.rhythm;
  const isOncePerMonth = whole?.kind === 'monthPositions' && whole.positions.length === 1;
  const weeks = whole?.kind === 'weeks' ? whole.interval : 1;
  return {
    rhythm: isOncePerMonth
      ? { ...whole, months: count * (whole.months ?? 1) }
      : { kind: 'weeks', interval: count * weeks },
    weekdays: isOncePerMonth ? (reading?.weekdays ?? null) : null,
    doubts: [question],
    alternatives: weeks > 1 ? [{ kind: 'weeks', interval: weeks }] : [],
  };
}

function inTurns(text: string, marks: ScheduleMarks, parts: readonly ScheduleParts[]): ScheduleParts[] {
  if (marks.alternations.length === 0) return [...parts];
  const count = parts.filter((part) => part.times.length > 0).length;
  const [first] = marks.alternations;
  const question: Doubt =
    count > 1
      ? { kind: 'turnsOfTimes', times: count }
      : { kind: 'turnsInWords', words: text.slice(first?.start, (first?.end ?? 0) + QUOTED_LETTERS).trim() };
  return parts.map((part) =>
    count > 1
      ? { ...part, rhythm: turnOf(part.rhythm, count, question) }
      : { ...part, doubts: [...part.doubts, question] },
  );
}

/** A zone apart from its time: the only one of a text, or the one between this time and the next. */
function loneZone(marks: ScheduleMarks, group: TimeGroup | null, items: readonly Item[]): ZoneReading | null {
  const [first, ...others] = marks.zones;
  if (first === undefined || others.every((other) => other.zone.zone === first.zone.zone))
    return first?.zone ?? null;
  if (group === null) return null;
  const next = Math.min(
    Infinity,
    ...items.filter((item) => item.kind === 'times' && startOf(item) > group.start).map(startOf),
  );
  return marks.zones.find((mark) => mark.start >= group.end && mark.end <= next)?.zone ?? null;
}

/** A stretch of time that no rule can hold: `two weeks prior to a release`, `in summer the meeting is skipped`, `in March and June`. */
const STRETCH =
  /\b(?:except(?: for| on)? (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|unless (?:it|that|this|the)\b[^.]*\bholidays?\b|prior to|leading up to|in the (?:weeks?|days?) before|(?:days?|weeks?) (?:after|following|before|preceding) (?:a|each|every|the) (?:\w+ )?release|(?:on|in) release weeks|during (?:the )?(?:school|academic|lecture|semester|term)\b|(?:except|excluding|but not)(?: for| in| during)* (?:the )?(?:january|february|march|april|june|july|august|september|october|november|december|summer|winter)|during (?:the )?(?:release|freeze|code freeze)|(?:is|are) (?:skipped|not held) (?:in|during)|(?:in|during) (?:the )?(?:summer|winter|\w+ break),? (?:the |our )?(?:meetings?|calls?) (?:is|are)|no (?:meetings?|calls?) (?:in|during) (?!the (?:first|second|third|fourth|last)))|(?:of|in) (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*(?:,| and| or) /i;

/** Months that a rhythm names are read with it. */
function unreadStretch(text: string, { rhythms }: ScheduleMarks): RegExpExecArray | null {
  const found = STRETCH.exec(text);
  if (found === null || rhythms.some(({ start, end }) => start <= found.index && found.index < end))
    return null;
  return found;
}

const MOVED = /\b(?:moved|moving|changed|changing|shifted|rescheduled|switched)\b[^.]*\bfrom\b[^.]*\bto\b/i;

const INSTEAD =
  /\binstead of (?:on |at |every |the |each )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\d)/i;

/** `moved from Mondays 9am to Tuesdays 10am`: the last one holds, of `Wednesdays instead of Tuesdays` the first, which is better confirmed. */
function afterMove(text: string, parts: readonly ScheduleParts[]): readonly ScheduleParts[] {
  const isInstead = INSTEAD.test(text);
  const held = isInstead ? parts[0] : parts.at(-1);
  if (held === undefined || parts.length < 2 || !(isInstead || MOVED.test(text))) return parts;
  return [{ ...held, doubts: [...held.doubts, { kind: 'moved' }] }];
}

/** `weekly at 14:00, except the first Thursday, when we meet at 22:00`: the second time is that of the exception. */
const inExceptions = (parts: readonly ScheduleParts[]): readonly ScheduleParts[] =>
  parts.map((part, index) => {
    const rhythm = part.rhythm?.rhythm;
    const isSecond =
      index > 0 && rhythm?.kind === 'weeklyExcept' && parts[index - 1]?.rhythm?.rhythm === rhythm;
    if (!isSecond || part.rhythm === null) return part;
    return {
      ...part,
      rhythm: {
        ...part.rhythm,
        rhythm: { kind: 'monthPositions', positions: rhythm.nths.map((nth) => ({ nth, weekday: null })) },
      },
    };
  });

/** `every 2 weeks on Mondays (4pm) and Thursdays (9am)`: the rhythm holds for the days that are joined to it. */
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

/** Whether a text says that meetings take turns. */
export const saysTurns = (text: string): boolean =>
  mayAlternate(text) && findScheduleMarks(text).alternations.length > 0;

/** What a text says about the dates of each meeting in it, in order; empty where it says nothing. */
export function readSchedules(written: string): ScheduleParts[] {
  const text = inEnglish(written);
  const marks = withoutTranslations(text, findScheduleMarks(text));
  const items: Item[] = [
    ...whensOf(marks).map((when) => ({ kind: 'when' as const, when })),
    ...groupTimes(text, marks).map((group) => ({ kind: 'times' as const, group })),
  ].sort((left, right) => startOf(left) - startOf(right));
  const start = marks.dates.find((mark) => mark.isStart)?.date ?? null;
  const limit = unreadStretch(text, marks);
  const limited: Doubt[] =
    limit === null
      ? []
      : [{ kind: 'wordsUnread', words: text.slice(limit.index, limit.index + QUOTED_LETTERS).trim() }];
  const ended: Doubt[] = marks.until === null ? [] : [{ kind: 'ends', written: marks.until }];
  const pairs = withSharedRhythm(text, pair(text, items));
  // A first date alone still says something about the meeting around it.
  if (pairs.length === 0 && start !== null) return [{ ...NO_PARTS, start }];
  const parts = pairs.map(({ when, group }) => ({
    weekdays: when?.weekdays ?? null,
    rhythm: when?.rhythm ?? null,
    times: group?.times ?? [],
    zone: loneZone(marks, group, items),
    start,
    end: marks.until === null ? null : lastDayOf(marks.until),
    at: Math.min(when?.start ?? Infinity, group?.start ?? Infinity),
    durationMinutes:
      group?.times.find((mark) => mark.durationMinutes !== null)?.durationMinutes ?? marks.durationMinutes,
    doubts: [...(when?.doubts ?? []), ...(group?.doubts ?? []), ...ended, ...limited],
  }));
  return inTurns(text, marks, inExceptions(afterMove(text, parts)));
}

const startOf = (item: Item) => (item.kind === 'when' ? item.when.start : item.group.start);
