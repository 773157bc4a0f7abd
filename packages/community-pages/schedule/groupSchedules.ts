import type { Doubt } from '#calendar';
import { lastDayOf } from './dates.ts';
import { inEnglish } from './otherLanguages.ts';
import type { RhythmReading } from './rhythm.ts';
import { findScheduleMarks, mayAlternate, type ScheduleMarks } from './scheduleMarks.ts';
import { NO_PARTS, type ScheduleParts } from './scheduleParts.ts';
import { type Item, pairItems, startOf, type When } from './pairItems.ts';
import { groupTimes, type TimeGroup, withoutTranslations } from './timeGroups.ts';
import type { ZoneReading } from '../zones/readZone.ts';

/**
 * Groups the marks of a text by meeting: `Tuesday 9:00 PT, every other Tuesday 9:00 UTC+8` are two meetings,
 * `8:00 PT/16:00 UTC` is one time in two zones.
 */

/** Length of a quotation in a doubt, in letters. */
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

/**
 * One of several meetings that take turns: `every other week, alternating between two times` is every four
 * weeks for each.
 */
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

/**
 * Dates that no rule can express: `two weeks prior to a release`, `in summer the meeting is skipped`, `in March
 * and June`.
 */
const STRETCH =
  /\b(?:except(?: for| on)? (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|unless (?:it|that|this|the)\b[^.]*\bholidays?\b|prior to|leading up to|in the (?:weeks?|days?) before|(?:days?|weeks?) (?:after|following|before|preceding) (?:a|each|every|the) (?:\w+ )?release|(?:on|in) release weeks|during (?:the )?(?:school|academic|lecture|semester|term)\b|(?:except|excluding|but not)(?: for| in| during)* (?:the )?(?:january|february|march|april|june|july|august|september|october|november|december|summer|winter)|during (?:the )?(?:release|freeze|code freeze)|(?:is|are) (?:skipped|not held) (?:in|during)|(?:in|during) (?:the )?(?:summer|winter|\w+ break),? (?:the |our )?(?:meetings?|calls?) (?:is|are)|no (?:meetings?|calls?) (?:in|during) (?!the (?:first|second|third|fourth|last)))|(?:of|in) (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*(?:,| and| or) /i;

/** Such words, unless a rhythm has read them. */
function unreadStretch(text: string, { rhythms }: ScheduleMarks): RegExpExecArray | null {
  const found = STRETCH.exec(text);
  if (found === null || rhythms.some(({ start, end }) => start <= found.index && found.index < end))
    return null;
  return found;
}

const MOVED = /\b(?:moved|moving|changed|changing|shifted|rescheduled|switched)\b[^.]*\bfrom\b[^.]*\bto\b/i;

const INSTEAD =
  /\binstead of (?:on |at |every |the |each )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\d)/i;

/**
 * `moved from Mondays 9am to Tuesdays 10am`: the last one counts. `Wednesdays instead of Tuesdays`: the first
 * one counts. The user is asked in both cases.
 */
function afterMove(text: string, parts: readonly ScheduleParts[]): readonly ScheduleParts[] {
  const isInstead = INSTEAD.test(text);
  const held = isInstead ? parts[0] : parts.at(-1);
  if (held === undefined || parts.length < 2 || !(isInstead || MOVED.test(text))) return parts;
  return [{ ...held, doubts: [...held.doubts, { kind: 'moved' }] }];
}

/**
 * `weekly at 14:00, except the first Thursday, when we meet at 22:00`: the second time is that of the
 * exception.
 */
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

/** True if a text says that meetings take turns. */
export const saysTurns = (text: string): boolean =>
  mayAlternate(text) && findScheduleMarks(text).alternations.length > 0;

/** The dates of each meeting in a text, in order; empty if it names none. */
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
  const pairs = pairItems(text, items);
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
