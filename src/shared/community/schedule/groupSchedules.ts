/**
 * The marks of a text -> one ScheduleParts per meeting in it.
 * `Tuesday 9:00 PT, every other Tuesday 9:00 UTC+8` are two; `8:00 PT/16:00 UTC` is one time in two zones.
 */
import { shareOfAgreement } from '../zones/zoneAgreement.ts';
import type { TimeMark } from './clockTime.ts';
import type { Rhythm, RhythmReading } from './rhythm.ts';
import { findScheduleMarks } from './scheduleMarks.ts';
import type { ScheduleMarks } from './scheduleMarks.ts';
import type { ScheduleParts } from './scheduleParts.ts';
import type { DayCode } from './weekdays.ts';

/** Days, a rhythm, or both, at one place. */
interface When {
  readonly start: number;
  readonly end: number;
  readonly weekdays: readonly DayCode[] | null;
  readonly rhythm: RhythmReading | null;
  readonly questions: readonly string[];
}
interface TimeGroup {
  readonly start: number;
  readonly end: number;
  readonly times: readonly TimeMark[];
  readonly questions: readonly string[];
}
type Item =
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'times'; readonly group: TimeGroup };

const zoned = (mark: TimeMark) => (mark.zone === null ? null : { time: mark.time, zone: mark.zone.zone });

/** Whether two neighbouring times are one moment, two moments, or contradict each other. */
function relation(first: TimeMark, second: TimeMark, between: string): 'same' | 'other' | 'contradiction' {
  const [left, right] = [zoned(first), zoned(second)];
  if (left === null || right === null || left.zone === right.zone) return 'other';
  if (shareOfAgreement(left, right) > 0) return 'same';
  return /^\s*(?:\/|\(|=|\|)/.test(between) ? 'contradiction' : 'other';
}

const isNear = (between: string) => between.length <= 30 && !/[.;]\s+[A-Z]/.test(between);

/** A time that changes with the season of some country: `4pm UTC during US DST / 5pm UTC otherwise`. */
const SEASONAL = /\b(?:dst|daylight|summer|winter|standard time|otherwise)\b/i;

/** Brackets right behind a time hold the same moment elsewhere: `8pm EDT (Friday 8am in Asia)`. */
function translations(text: string, times: readonly TimeMark[]): { start: number; end: number }[] {
  return times.flatMap((mark) => {
    if (mark.zone === null) return [];
    const bracket = /^\s*\((?![^)]*\b(?:weekly|every|alternat))[^()]*(?:\([^()]*\)[^()]*)*\)/.exec(
      text.slice(mark.end),
    );
    return bracket === null ? [] : [{ start: mark.end, end: mark.end + bracket[0].length }];
  });
}

const isIn = (mark: { start: number; end: number }, spans: readonly { start: number; end: number }[]) =>
  spans.some((span) => mark.start >= span.start && mark.end <= span.end);

/** Marks without what only repeats a moment for readers elsewhere: days in such brackets, and times of unknown zones. */
function withoutTranslations(text: string, marks: ScheduleMarks): ScheduleMarks {
  const spans = translations(text, marks.times);
  const isRepeated = (mark: TimeMark) => isIn(mark, spans);
  const isForeign = (mark: TimeMark, index: number) =>
    mark.zone === null &&
    index > 0 &&
    /^\s?[A-Z]{2,5}T?\b/.test(text.slice(mark.end)) &&
    /^\s*[/|]\s*$/.test(text.slice(marks.times[index - 1]?.end, mark.start));
  const hasTimes = spans.filter((span) => marks.times.some((time) => isIn(time, [span])));
  return {
    ...marks,
    days: marks.days.filter((mark) => !isIn(mark, hasTimes)),
    times: marks.times.filter(
      (mark, index) => !((mark.zone === null && isRepeated(mark)) || isForeign(mark, index)),
    ),
  };
}

function groupTimes(text: string, marks: ScheduleMarks): TimeGroup[] {
  const breaks = [...marks.days, ...marks.rhythms];
  const groups: TimeGroup[] = [];
  for (const mark of marks.times) {
    const last = groups.at(-1);
    const first = last?.times[0];
    const between = last === undefined ? '' : text.slice(last.end, mark.start);
    const isBroken =
      last !== undefined && breaks.some((day) => day.start >= last.end && day.end <= mark.start);
    if (last === undefined || first === undefined || !isNear(between) || isBroken) {
      groups.push({ start: mark.start, end: mark.end, times: [mark], questions: [] });
      continue;
    }
    if (SEASONAL.test(`${between} ${text.slice(mark.end, mark.end + 20)}`)) {
      const question = `The time changes with the season (${text.slice(first.start, mark.end + 20).trim()}): which one holds when?`;
      groups[groups.length - 1] = {
        ...last,
        end: mark.end,
        times: last.times,
        questions: [...last.questions, question],
      };
      continue;
    }
    switch (relation(first, mark, between)) {
      case 'same':
        groups[groups.length - 1] = { ...last, end: mark.end, times: [...last.times, mark] };
        break;
      case 'contradiction': {
        const question = `The times ${text.slice(first.start, first.end).trim()} and ${text.slice(mark.start, mark.end).trim()} are never the same moment: which one is right?`;
        groups[groups.length - 1] = {
          ...last,
          end: mark.end,
          times: [...last.times, mark],
          questions: [...last.questions, question],
        };
        break;
      }
      case 'other':
        groups.push({ start: mark.start, end: mark.end, times: [mark], questions: [] });
        break;
    }
  }
  return shareZones(text, groups);
}

/** `10:00 and 17:00 UTC`: a time without a zone has that of the next one when they stand together. */
function shareZones(text: string, groups: readonly TimeGroup[]): TimeGroup[] {
  return groups.map((group, index) => {
    const next = groups[index + 1];
    const zone = next?.times[0]?.zone ?? null;
    const isTogether = next !== undefined && isNear(text.slice(group.end, next.start));
    if (group.times.some((mark) => mark.zone !== null) || zone === null || !isTogether) return group;
    return { ...group, times: group.times.map((mark) => ({ ...mark, zone })) };
  });
}

const isSpecific = (rhythm: Rhythm) =>
  rhythm.kind === 'monthPositions' ||
  rhythm.kind === 'besidePosition' ||
  rhythm.kind === 'weeklyExcept' ||
  rhythm.kind === 'weekNumbers';

/** How much a rhythm decides, when a text has several for one meeting. */
function weight(reading: RhythmReading): number {
  const { rhythm } = reading;
  if (isSpecific(rhythm)) return 4;
  if (rhythm.kind === 'unclear') return rhythm.readings.length === 0 ? 1 : 3;
  if (rhythm.kind === 'weeks') return rhythm.interval > 1 ? 3 : 1;
  return 2;
}

/** Of two rhythms for one meeting the more exact one; the doubts of both stay. */
export function preciser(first: RhythmReading | null, second: RhythmReading | null): RhythmReading | null {
  if (first === null || second === null) return first ?? second;
  if (first.rhythm.kind === 'monthPositions' && second.rhythm.kind === 'monthPositions') {
    const positions = [...first.rhythm.positions, ...second.rhythm.positions].filter(
      (position, index, all) =>
        all.findIndex((other) => other.nth === position.nth && other.weekday === position.weekday) === index,
    );
    const weekdays = [...new Set([...(first.weekdays ?? []), ...(second.weekdays ?? [])])];
    return {
      ...first,
      rhythm: { kind: 'monthPositions', positions },
      weekdays: weekdays.length > 0 ? weekdays : null,
    };
  }
  const [better, worse] = weight(second) > weight(first) ? [second, first] : [first, second];
  const questions =
    worse.rhythm.kind === 'unclear' && worse.rhythm.readings.length === 0 ? worse.questions : [];
  return {
    ...better,
    weekdays: better.weekdays ?? worse.weekdays,
    questions: [...better.questions, ...questions],
  };
}

function whensOf(marks: ScheduleMarks): When[] {
  const choice = 'It names a choice of days: on which one does it meet?';
  const days = marks.days.map((mark) => ({
    ...mark,
    rhythm: null,
    questions: mark.isChoice ? [choice] : [],
  }));
  const rhythms = marks.rhythms.map((mark) => ({
    start: mark.start,
    end: mark.end,
    weekdays: mark.weekdays,
    rhythm: mark,
    questions: [],
  }));
  return [...days, ...rhythms].sort((left, right) => left.start - right.start);
}

const sameDays = (left: readonly DayCode[] | null, right: readonly DayCode[] | null) =>
  left === null || right === null || left.join() === right.join();

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
    const isParity =
      when.rhythm?.rhythm.kind === 'weekNumbers' && last?.rhythm?.rhythm.kind === 'weekNumbers';
    if (
      last !== undefined &&
      !isParity &&
      (sameDays(last.weekdays, when.weekdays) || (isListed && arePositions))
    ) {
      const rhythm = preciser(last.rhythm, when.rhythm);
      const weekdays = arePositions ? (rhythm?.weekdays ?? null) : (last.weekdays ?? when.weekdays);
      joined[joined.length - 1] = {
        ...last,
        end: when.end,
        weekdays,
        rhythm,
        questions: [...last.questions, ...when.questions],
      };
    } else joined.push(when);
  }
  return joined;
}

/** A rhythm without a day says how often something else meets; numbered weeks stand for a day. */
const isRemark = (when: When) => when.weekdays === null && when.rhythm?.rhythm.kind !== 'weekNumbers';

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
  return isLast || /\(\s*$/.test(text.slice(0, item.when.start));
}

/** Days before times (`Tuesday 9:00, Wednesday 10:00`) or times before days (`9:00 on Tuesdays, 10:00 on Wednesdays`). */
function pair(text: string, items: readonly Item[]): { when: When | null; group: TimeGroup | null }[] {
  const isTimeFirst = items.find((item) => item.kind === 'times' || !isRemark(item.when))?.kind === 'times';
  const pairs: { when: When | null; group: TimeGroup | null }[] = [];
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
  let previous: Item['kind'] | null = null;
  for (const item of items) {
    if (item.kind === 'when' && isRestated(text, item, whens, items)) {
      whens.push(item.when);
      continue;
    }
    if (item.kind === 'when' && isRemark(item.when)) {
      // A rhythm without a day belongs to what is being read, or to all that follows when nothing has been read.
      if (whens.length === 0 && groups.length === 0) leads.push(item.when);
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
  flush();
  const lead = leads.reduce<RhythmReading | null>((rhythm, when) => preciser(rhythm, when.rhythm), null);
  if (pairs.length === 0 && lead !== null)
    return [{ when: leads[0] ?? null, group: null }].map((only) => ({
      ...only,
      when: only.when === null ? null : { ...only.when, rhythm: lead },
    }));
  return lead === null
    ? pairs
    : pairs.map(({ when, group }) => ({ when: withLead(when, lead, leads[0]), group }));
}

function withLead(when: When | null, lead: RhythmReading, mark: When | undefined): When | null {
  if (when === null) return mark === undefined ? null : { ...mark, rhythm: lead };
  return { ...when, rhythm: preciser(when.rhythm, lead) };
}

function inTurns(text: string, marks: ScheduleMarks, parts: readonly ScheduleParts[]): ScheduleParts[] {
  if (marks.alternations.length === 0) return [...parts];
  const count = parts.filter((part) => part.times.length > 0).length;
  const question =
    count > 1
      ? `It takes turns between ${String(count)} times: which week is whose?`
      : `It says “${text.slice(marks.alternations[0]?.start, (marks.alternations[0]?.end ?? 0) + 40).trim()}”: which meetings does that mean?`;
  const rhythm: RhythmReading = {
    rhythm: { kind: 'weeks', interval: count },
    weekdays: null,
    questions: [question],
    alternatives: [],
  };
  return parts.map((part) =>
    count > 1 ? { ...part, rhythm } : { ...part, questions: [...part.questions, question] },
  );
}

const MOVED = /\b(?:moved|moving|changed|changing|shifted|rescheduled|switched)\b[^.]*\bfrom\b[^.]*\bto\b/i;

/** `moved from Mondays 9am to Tuesdays 10am`: the last one holds, which is better confirmed. */
function afterMove(text: string, parts: readonly ScheduleParts[]): readonly ScheduleParts[] {
  const last = parts.at(-1);
  if (last === undefined || parts.length < 2 || !MOVED.test(text)) return parts;
  return [
    { ...last, questions: [...last.questions, 'It says that it was moved: is the new day and time right?'] },
  ];
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

/** What a text says about the dates of each meeting in it, in order; empty where it says nothing. */
export function readSchedules(text: string): ScheduleParts[] {
  const marks = withoutTranslations(text, findScheduleMarks(text));
  const items: Item[] = [
    ...whensOf(marks).map((when) => ({ kind: 'when' as const, when })),
    ...groupTimes(text, marks).map((group) => ({ kind: 'times' as const, group })),
  ].sort((left, right) => startOf(left) - startOf(right));
  const start = marks.dates.find((mark) => mark.isStart)?.date ?? null;
  const zone = marks.zones[0] ?? null;
  const ended =
    marks.until === null ? [] : [`It says that it ends on ${marks.until}: does it still take place?`];
  const parts = pair(text, items).map(({ when, group }) => ({
    weekdays: when?.weekdays ?? null,
    rhythm: when?.rhythm ?? null,
    times: group?.times ?? [],
    zone,
    start,
    at: Math.min(when?.start ?? Infinity, group?.start ?? Infinity),
    durationMinutes:
      group?.times.find((mark) => mark.durationMinutes !== null)?.durationMinutes ?? marks.durationMinutes,
    questions: [...(when?.questions ?? []), ...(group?.questions ?? []), ...ended],
  }));
  return inTurns(text, marks, inExceptions(afterMove(text, parts)));
}

const startOf = (item: Item) => (item.kind === 'when' ? item.when.start : item.group.start);
