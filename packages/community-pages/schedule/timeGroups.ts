import type { Doubt } from '#calendar';
import { daysLater, hoursApart, shareOfAgreement } from '../zones/zoneAgreement.ts';
import type { TimeMark } from './clockTime.ts';
import type { ZoneReading } from '../zones/readZone.ts';
import { MONTH_PATTERN } from './dates.ts';
import type { ScheduleMarks } from './scheduleMarks.ts';
import { asLocalTime, SEASONAL } from './seasonalTimes.ts';
import { type DayCode, dayLater } from './weekdays.ts';

/** Groups adjacent times of a text: one moment in several zones, or several moments. */

/** One moment of the day, perhaps in several zones; the first counts. */
export interface TimeGroup {
  readonly start: number;
  readonly end: number;
  readonly times: readonly TimeMark[];
  readonly doubts: readonly Doubt[];
}

/** All readings of a time whose zone, am or pm is a guess; the most likely one first. */
function readingsOf(mark: TimeMark): TimeMark[] {
  const { zone, otherTime } = mark;
  const zones: readonly (ZoneReading | null)[] =
    zone === null
      ? [null]
      : [zone, ...zone.others.map((name): ZoneReading => Object.assign({}, zone, { zone: name }))];
  const times = otherTime === null ? [mark.time] : [mark.time, otherTime];
  return times.flatMap((time) => zones.map((read) => Object.assign({}, mark, { time, zone: read })));
}

/** A time without its doubts, because another time beside it shows its meaning. */
function settled(mark: TimeMark): TimeMark {
  const { zone, otherTime, question } = mark;
  return {
    ...mark,
    question: otherTime === null ? question : null,
    otherTime: null,
    zone:
      zone === null || zone.others.length === 0
        ? zone
        : { ...zone, assumption: null, question: null, others: [] },
  };
}

/** Two times as one moment in two zones, by any of their readings; null if no readings agree. */
function asOneMoment(first: TimeMark, second: TimeMark): [TimeMark, TimeMark] | null {
  for (const left of readingsOf(first))
    for (const right of readingsOf(second)) {
      if (left.zone === null || right.zone === null || left.zone.zone === right.zone.zone) continue;
      const share = shareOfAgreement(
        { time: left.time, zone: left.zone.zone },
        { time: right.time, zone: right.zone.zone },
      );
      if (share > 0) return [settled(left), settled(right)];
    }
  return null;
}

/** In letters. A remark on the season may also be between two times. */
const NEAR = 30;
const NEAR_WITH_SEASON = 80;
const isNear = (between: string) =>
  between.length <= (SEASONAL.test(between) ? NEAR_WITH_SEASON : NEAR) && !/[.;]\s+[A-Z]/.test(between);

/** The words directly after a time, before `next`. */
const remarkOn = (text: string, mark: { end: number }, next = Infinity) =>
  /^(?:(?! [A-Z][a-z]+:)[^().;|]){0,45}/.exec(text.slice(mark.end, next))?.[0] ?? '';

/**
 * Brackets after a time, or after its country, that contain the same moment elsewhere: `8pm EDT (Friday 8am in
 * Asia)`.
 */
function translations(text: string, times: readonly TimeMark[]): { start: number; end: number }[] {
  return times.flatMap((mark) => {
    if (mark.zone === null) return [];
    const bracket =
      /^(?:\s+[Tt]ime\b)?\s*(?:\([A-Za-z. ]{2,12}\)\s*)?\((?![^)]*\b(?:weekly|every|alternat))[^()]*(?:\([^()]*\)[^()]*)*\)/.exec(
        text.slice(mark.end),
      );
    return bracket === null ? [] : [{ start: mark.end, end: mark.end + bracket[0].length }];
  });
}

const isIn = (mark: { start: number; end: number }, spans: readonly { start: number; end: number }[]) =>
  spans.some((span) => mark.start >= span.start && mark.end <= span.end);

/**
 * `Tuesday 6 PM Eastern / Wednesday 10 AM Sydney`: days that name the same moment in a zone with another date.
 */
function daysOfOtherZones(text: string, marks: ScheduleMarks): Set<unknown> {
  const named = [...marks.days, ...marks.rhythms].sort((left, right) => left.start - right.start);
  const isElsewhere = (day: (typeof marks.days)[number]): boolean => {
    const time = marks.times.findLast((mark) => mark.end <= day.start);
    const next = marks.times.find((mark) => mark.start >= day.end);
    const before = named.findLast((other) => other.start < (time?.start ?? 0) && other.weekdays !== null);
    if (time?.zone === null || time === undefined || next?.zone === null || next === undefined) return false;
    if (text.slice(day.end, next.start).length > NEXT_TO || !isNear(text.slice(time.end, day.start)))
      return false;
    const shift = daysLater({ time: time.time, zone: time.zone.zone }, next.zone.zone);
    const isNextDay =
      shift !== 0 &&
      before?.weekdays?.map((code: DayCode) => dayLater(code, shift)).join() === day.weekdays.join();
    return isNextDay && asOneMoment(time, next) !== null;
  };
  return new Set(marks.days.filter(isElsewhere));
}
/** In letters: ` at `, `, ` */
const NEXT_TO = 6;

/** Marks without repetitions for readers elsewhere: days in such brackets, and times of unknown zones. */
export function withoutTranslations(text: string, marks: ScheduleMarks): ScheduleMarks {
  const spans = translations(text, marks.times);
  const isRepeated = (mark: TimeMark) => isIn(mark, spans);
  const isForeign = (mark: TimeMark, index: number) =>
    mark.zone === null &&
    index > 0 &&
    /^\s?[A-Z]{2,5}T?\b/.test(text.slice(mark.end)) &&
    /^\s*[/|]\s*$/.test(text.slice(marks.times[index - 1]?.end, mark.start));
  const hasTimes = spans.filter((span) => marks.times.some((time) => isIn(time, [span])));
  const nextDays = daysOfOtherZones(text, marks);
  return {
    ...marks,
    days: marks.days.filter((mark) => !isIn(mark, hasTimes) && !nextDays.has(mark)),
    times: marks.times.filter(
      (mark, index) => !((mark.zone === null && isRepeated(mark)) || isForeign(mark, index)),
    ),
  };
}

/** The times of a text, with those of one moment together. */
export function groupTimes(text: string, marks: ScheduleMarks): TimeGroup[] {
  const breaks = [...marks.days, ...marks.rhythms];
  const brackets = translations(text, marks.times);
  const groups: TimeGroup[] = [];
  for (const [index, mark] of marks.times.entries()) {
    const repeated = isInBracket(text, mark) ? groups.findLastIndex((group) => isSameClock(group, mark)) : -1;
    const known = groups[repeated];
    if (known !== undefined && mark.start - known.end <= NEAR_WITH_SEASON) {
      groups[repeated] = { ...known, times: known.times.map((time) => clearerOf(time, mark)) };
      continue;
    }
    const last = groups.at(-1);
    const first = last?.times[0];
    const between = last === undefined ? '' : text.slice(last.end, mark.start);
    const isBroken =
      last !== undefined && breaks.some((day) => day.start >= last.end && day.end <= mark.start);
    if (last === undefined || first === undefined || !isNear(between) || isBroken) {
      groups.push({ start: mark.start, end: mark.end, times: [mark], doubts: [] });
      continue;
    }
    const moment = asOneMoment(first, mark);
    const remark = remarkOn(text, mark, marks.times[index + 1]?.start);
    if (SEASONAL.test(`${between} ${remark}`)) {
      // The local time of a place with seasons holds all year; the time after it repeats it in UTC.
      if (moment !== null && !isFixed(first)) {
        groups[groups.length - 1] = {
          ...last,
          end: mark.end,
          times: [moment[0], ...last.times.slice(1), { ...moment[1], isGloss: true }],
        };
        continue;
      }
      const before = text.slice(Math.max(0, first.start - NEAR), first.start);
      const local = SEASONAL.test(before)
        ? asLocalTime(first, before, mark, between)
        : asLocalTime(first, between, mark, remark);
      if (local !== null && last.times.length === 1) {
        groups[groups.length - 1] = { ...last, end: mark.end, times: [local] };
        continue;
      }
      const words = text.slice(first.start, mark.end) + remark;
      const season: Doubt = { kind: 'timeBySeason', words: words.trim() };
      groups[groups.length - 1] = { ...last, end: mark.end, doubts: [...last.doubts, season] };
      continue;
    }
    const isElsewhere = mark.zone !== null && first.zone !== null && mark.zone.zone !== first.zone.zone;
    if (moment !== null)
      groups[groups.length - 1] = {
        ...last,
        end: mark.end,
        times: [moment[0], ...last.times.slice(1), { ...moment[1], isGloss: isIn(mark, brackets) }],
      };
    else if (
      isElsewhere &&
      (isIn(mark, brackets) || /^\s*[/(=|]/.test(between) || isSlip(first, mark, between))
    ) {
      const written = (one: TimeMark): string => text.slice(one.start, one.end).trim();
      groups[groups.length - 1] = {
        ...last,
        end: mark.end,
        times: [...last.times, mark],
        doubts: [...last.doubts, { kind: 'timesNeverAgree', times: [written(first), written(mark)] }],
      };
    } else groups.push({ start: mark.start, end: mark.end, times: [mark], doubts: [] });
  }
  return withoutRepeated(shareZones(text, groups)).map((group) => askAboutSeason(text, group));
}

const isFixed = (mark: TimeMark) => /^(?:[+-]|UTC$)/.test(mark.zone?.zone ?? 'UTC');

/** `15.00 hours on Mondays (3 pm)`: the same clock time again, in brackets. */
const isInBracket = (text: string, mark: TimeMark) =>
  /\(\s*(?:i\.e\.?,?\s*|or\s+)?$/.test(text.slice(0, mark.start));
function isSameClock({ times }: TimeGroup, mark: TimeMark): boolean {
  const [time] = times;
  if (time === undefined || times.length > 1) return false;
  const isOneZone = time.zone === null || mark.zone === null || time.zone.zone === mark.zone.zone;
  return isOneZone && [time.time, time.otherTime].includes(mark.time);
}
const clearerOf = (time: TimeMark, mark: TimeMark): TimeMark =>
  mark.question === null
    ? { ...time, time: mark.time, question: null, otherTime: null, zone: time.zone ?? mark.zone }
    : { ...time, zone: time.zone ?? mark.zone };

/** The largest error of a wrong conversion, in hours. */
const LARGEST_SLIP = 2;

/** `2pm US Eastern, noon US Western`: meant as one moment, but converted wrongly; `and` would make them two. */
const isSlip = (first: TimeMark, mark: TimeMark, between: string) =>
  first.zone !== null &&
  mark.zone !== null &&
  /^[\s,)]*(?:or|i\.e\.?)?[\s,(]*(?:at\s+)?$/.test(between) &&
  hoursApart({ time: first.time, zone: first.zone.zone }, { time: mark.time, zone: mark.zone.zone }) <=
    LARGEST_SLIP;

/** `7am / 7:00 EST`: one time in two notations. */
const withoutRepeated = (groups: readonly TimeGroup[]): TimeGroup[] =>
  groups.filter((group, index) => {
    const [before, own] = [groups[index - 1]?.times[0], group.times[0]];
    return !(
      before !== undefined &&
      own !== undefined &&
      group.times.length === 1 &&
      before.time === own.time &&
      before.zone?.zone === own.zone?.zone &&
      own.start - before.end <= 5
    );
  });

/** `During US daylight time: Tuesdays 15:00 UTC` */
const IN_SEASON =
  /\b(?:during|in|when|while|from)\s+(?:[\w.]+\s+){0,3}(?:dst|daylight|summer(?: time)?|winter(?: time)?|standard time)\b[^.;|]{0,40}$/i;

/** `16:00 UTC April–October` */
const OF_MONTHS = new RegExp(
  `^[\\s,:(]*(?:from |in )?${MONTH_PATTERN}\\s*(?:-|–|—|to|through|until)\\s*${MONTH_PATTERN}`,
);

/** `18:00 (UTC+2 in summer)`: an offset that holds for one season. */
function askAboutSeason(text: string, group: TimeGroup): TimeGroup {
  const zone = group.times[0]?.zone?.zone ?? '';
  const after = remarkOn(text, group);
  if (group.doubts.length > 0 || !/^(?:[+-]|UTC$)/.test(zone)) return group;
  const lead = IN_SEASON.exec(text.slice(Math.max(0, group.start - NEAR_WITH_SEASON), group.start));
  const isOfSeason = SEASONAL.test(after) || OF_MONTHS.test(after);
  if (!isOfSeason && lead === null) return group;
  const words = (lead?.[0] ?? '') + text.slice(group.start, group.end) + (isOfSeason ? after : '');
  return { ...group, doubts: [{ kind: 'timeBySeason', words: words.trim() }] };
}

/** Only words that join two times: a name between them may be the zone of the first. */
const TOGETHER =
  /^[\s,;/&|+()-]*(?:(?:and|or|then|plus|alternating with|followed by)\b[\s,]*)?(?:(?:again|also)\s+)?(?:(?:at|from)\s+)?[\s(]*$/i;

/** `10:00 and 17:00 UTC`: a time without a zone has the zone of the next one if they are joined. */
function shareZones(text: string, groups: readonly TimeGroup[]): TimeGroup[] {
  return groups.map((group, index) => {
    const next = groups[index + 1];
    const zone = next?.times[0]?.zone ?? null;
    const isTogether = next !== undefined && TOGETHER.test(text.slice(group.end, next.start));
    if (group.times.some((mark) => mark.zone !== null) || zone === null || !isTogether) return group;
    return { ...group, times: group.times.map((mark) => ({ ...mark, zone })) };
  });
}
