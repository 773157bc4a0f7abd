import type { CalendarDate, ZoneName } from '#base';
import { dateText, dayOfDateText, distinctDoubts, type Doubt, needsAnswer } from '#calendar';
import { shareOfAgreement } from '../zones/zoneAgreement.ts';
import type { ZoneReading } from '../zones/readZone.ts';
import type { TimeMark } from './clockTime.ts';
import { calendarDate, weekdayOfDate } from './dates.ts';
import { type RuleReading, ruleOf } from './ruleOfRhythm.ts';
import type { Rhythm, RhythmReading } from './rhythm.ts';
import type { ScheduleParts } from './scheduleParts.ts';
import { DAY_CODES, type DayCode, dayLater } from './weekdays.ts';

/** Turns what a text says about the dates of a meeting into rule, time and zone, with doubts about the rest. */

export interface Schedule {
  /** Monday first; null if the text names none. */
  readonly weekdays: readonly DayCode[] | null;
  /** `HH:MM` */
  readonly time: string | null;
  readonly zone: ZoneName | null;
  /** The zones as written; the first one counts. */
  readonly zones: readonly string[];
  /** RRULE value without `RRULE:`; null if several are possible. */
  readonly rrule: string | null;
  /** The rules among which the user must choose; empty if `rrule` is clear. */
  readonly candidates: readonly string[];
  readonly anchor: CalendarDate | null;
  readonly durationMinutes: number | null;
  /** Assumptions first, then questions. */
  readonly doubts: readonly Doubt[];
}

const WEEKLY: RhythmReading = {
  rhythm: { kind: 'weeks', interval: 1 },
  weekdays: null,
  doubts: [],
  alternatives: [],
};
/** Share of agreement above which two zones differ for some weeks only: an assumption, not a question. */
const SEASON = 0.9;

/** The smallest share of a season: `10am PT (17:00 London)` is right only between two clock changes. */
const SHORTEST_SEASON = 0.25;

/** `10am ET (14:00 UTC)`: the place's own time, which holds all year, with its UTC of one season in brackets. */
const isExplained = (zone: ZoneReading, other: TimeMark): boolean =>
  zone.assumption === null && zone.question === null && zone.zone !== 'UTC' && other.isGloss === true;

/** Doubts about times that are written in several zones and agree for a part of the year. */
function zoneDoubts({ times: [first, ...others] }: ScheduleParts): Doubt[] {
  const zone = first?.zone ?? null;
  if (first === undefined || zone === null) return [];
  return others.flatMap((other): Doubt[] => {
    if (other.zone === null) return [];
    const share = shareOfAgreement(
      { time: first.time, zone: zone.zone },
      { time: other.time, zone: other.zone.zone },
    );
    if (share === 0 || share === 1) return [];
    const isAsked = share < SEASON && (share < SHORTEST_SEASON || !isExplained(zone, other));
    return [
      {
        kind: isAsked ? 'timesAgreeInPart' : 'timesDrift',
        first: { time: first.time, zone: zone.written },
        second: { time: other.time, zone: other.zone.written },
      },
    ];
  });
}

/** What the first date leaves open about the weeks of a meeting. */
function startDoubts(
  { start }: ScheduleParts,
  weekdays: readonly DayCode[] | null,
  interval: number,
): Doubt[] {
  if (interval === 1) return [];
  if (start === null) return [{ kind: 'whichWeek', everyWeeks: interval }];
  if (start.year === null) return [{ kind: 'startWithoutYear' }];
  const weekday = weekdayOfDate(start);
  if (weekday === null || weekdays === null || weekdays.includes(weekday)) return [];
  return [{ kind: 'startOnOtherDay', start: weekday, days: weekdays }];
}

/** True if another time shows the half of the day of a time without am or pm. */
function isConfirmed(first: TimeMark, times: readonly TimeMark[]): boolean {
  const { time, zone } = first;
  if (zone === null) return false;
  return times.some(
    (other) =>
      other.zone !== null &&
      other.question === null &&
      shareOfAgreement({ time, zone: zone.zone }, { time: other.time, zone: other.zone.zone }) > 0,
  );
}

const intervalOf = (rhythm: Rhythm): number => (rhythm.kind === 'weeks' ? rhythm.interval : 1);

/** `24:00` on Thursday is Friday 00:00 (ISO 8601): days, rule and start date move together. */
function moveDays(days: readonly DayCode[] | null, shift: number): DayCode[] | null {
  if (days === null) return null;
  const kept = new Set(days.map((day) => dayLater(day, shift)));
  return DAY_CODES.filter((code) => kept.has(code));
}

function moveDate(date: CalendarDate | null, shift: number): CalendarDate | null {
  const day = date === null ? null : dayOfDateText(date);
  return day === null ? null : dateText(day + shift);
}

function moveRhythm(rhythm: Rhythm, shift: number): Rhythm {
  if (shift === 0 || rhythm.kind !== 'monthPositions') return rhythm;
  const [only] = rhythm.positions;
  if (rhythm.positions.length !== 1 || only?.weekday === null || only === undefined || only.nth < 1)
    return rhythm;
  return { kind: 'besidePosition', nth: only.nth, weekday: dayLater(only.weekday, shift), shift };
}

/** The days of a meeting, and the weekday of its first date if nothing else names a day. */
interface Days {
  readonly weekdays: readonly DayCode[] | null;
  readonly fromStart: DayCode | null;
}

function daysOf({ weekdays, start }: ScheduleParts, reading: RhythmReading | null): Days {
  const written = weekdays ?? reading?.weekdays ?? null;
  const fromStart = written === null && start !== null ? weekdayOfDate(start) : null;
  return { weekdays: written ?? (fromStart === null ? null : [fromStart]), fromStart };
}

/** All that was read about the dates and the time of a meeting. */
interface Settled {
  readonly parts: ScheduleParts;
  readonly reading: RhythmReading | null;
  readonly rule: RuleReading | null;
  readonly days: Days;
  readonly zone: ZoneReading | null;
}

function assumptionsOf({ parts, reading, days: { fromStart }, zone }: Settled): Doubt[] {
  const doubts: Doubt[] = [];
  if (parts.rhythm === null && reading !== null) doubts.push({ kind: 'weeklyAssumed' });
  if (fromStart !== null) doubts.push({ kind: 'dayFromStart', day: fromStart });
  if (zone !== null && zone.assumption !== null) doubts.push(zone.assumption);
  return doubts;
}

function dateQuestions({ parts, reading, rule, days: { weekdays } }: Settled): Doubt[] {
  const doubts: Doubt[] = [];
  if (reading === null) doubts.push({ kind: 'rhythmUnknown' });
  else
    doubts.push(
      ...reading.doubts,
      ...(rule?.doubts ?? []),
      ...startDoubts(parts, weekdays, intervalOf(reading.rhythm)),
    );
  if (weekdays === null && reading?.rhythm.kind !== 'daily') doubts.push({ kind: 'whichDay' });
  return doubts;
}

function timeQuestions({ parts, zone }: Settled): Doubt[] {
  const [first] = parts.times;
  const doubts: Doubt[] = [];
  if (first === undefined) doubts.push({ kind: 'whichTime' });
  else {
    if (zone === null) doubts.push({ kind: 'whichZone' });
    if (first.question !== null && !isConfirmed(first, parts.times)) doubts.push(first.question);
  }
  if (zone !== null && zone.question !== null) doubts.push(zone.question);
  return doubts;
}

const writtenZones = ({ times }: ScheduleParts, zone: ZoneReading | null): string[] => {
  if (times.length > 0) return times.flatMap((mark) => mark.zone?.written ?? []);
  return zone === null ? [] : [zone.written];
};

/**
 * The schedule of the parts.
 * @param isRhythmOptional a bare weekday means every week, as on web pages; otherwise a missing rhythm is a
 * question
 */
export function settleSchedule(
  parts: ScheduleParts,
  { isRhythmOptional }: { isRhythmOptional: boolean },
): Schedule {
  const [first] = parts.times;
  const shift = first?.dayShift ?? 0;
  const zone = first?.zone ?? parts.zone;
  const reading = parts.rhythm ?? (isRhythmOptional && parts.weekdays !== null ? WEEKLY : null);
  const days = daysOf(parts, reading);
  const weekdays = moveDays(days.weekdays, shift);
  const anchor = parts.start === null ? null : moveDate(calendarDate(parts.start), shift);
  const rule = reading === null ? null : ruleOf(moveRhythm(reading.rhythm, shift), weekdays, anchor);
  const settled = { parts, reading, rule, days, zone };
  const ofZones = zoneDoubts(parts);
  const alternatives = (reading?.alternatives ?? []).flatMap(
    (other) => ruleOf(other, weekdays, null).rrule ?? [],
  );
  return {
    weekdays,
    time: first?.time ?? null,
    zone: zone?.zone ?? null,
    zones: writtenZones(parts, zone),
    rrule: rule?.rrule ?? null,
    candidates: [...(rule?.candidates ?? []), ...alternatives],
    anchor,
    durationMinutes: parts.durationMinutes,
    doubts: distinctDoubts([
      ...assumptionsOf(settled),
      ...ofZones.filter((one) => !needsAnswer(one)),
      ...parts.doubts,
      ...dateQuestions(settled),
      ...timeQuestions(settled),
      ...ofZones.filter(needsAnswer),
    ]),
  };
}
