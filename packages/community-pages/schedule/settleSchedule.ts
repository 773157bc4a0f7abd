/** What a text says about the dates of a meeting -> rule, time and zone, with questions where it cannot be known. */
import type { CalendarDate, ZoneName } from '#base';
import { dateText, dayOfDateText } from '#calendar';
import { shareOfAgreement } from '../zones/zoneAgreement.ts';
import type { ZoneReading } from '../zones/readZone.ts';
import type { TimeMark } from './clockTime.ts';
import { calendarDate, weekdayOfDate } from './dates.ts';
import { ruleOf } from './ruleOfRhythm.ts';
import type { Rhythm, RhythmReading } from './rhythm.ts';
import type { ScheduleParts } from './scheduleParts.ts';
import { DAY_CODES, type DayCode, dayLater, dayName } from './weekdays.ts';

export interface Schedule {
  /** Monday first; null where the text names none. */
  readonly weekdays: readonly DayCode[] | null;
  /** `HH:MM` */
  readonly time: string | null;
  readonly zone: ZoneName | null;
  /** The zones as they were written, the one that counts first. */
  readonly zones: readonly string[];
  /** RRULE value without `RRULE:`; null where several are possible. */
  readonly rrule: string | null;
  /** The rules among which a person must choose; empty where `rrule` is clear. */
  readonly candidates: readonly string[];
  readonly anchor: CalendarDate | null;
  readonly durationMinutes: number | null;
  readonly questions: readonly string[];
  /** Those of the questions that ask for its rhythm or its week. */
  readonly weekQuestions: readonly string[];
  /** What was assumed or is good to know, without need to decide. */
  readonly assumptions: readonly string[];
}

const WEEKLY: RhythmReading = {
  rhythm: { kind: 'weeks', interval: 1 },
  weekdays: null,
  questions: [],
  alternatives: [],
};
/** Zones that part for a few weeks of spring and autumn are told about, those that part for a season are asked about. */
const SEASON = 0.9;

/** The least that a season lasts: `10am PT (17:00 London)` is right for the weeks between two changes of clocks only. */
const SHORTEST_SEASON = 0.25;

/** `10am ET (14:00 UTC)`: the place's own time, whose name holds for both seasons, with its UTC of one of them in brackets. */
const isExplained = (zone: ZoneReading, other: TimeMark) =>
  zone.told === null && zone.question === null && zone.zone !== 'UTC' && other.isGloss === true;

function zoneDoubts(parts: ScheduleParts): { questions: string[]; told: string[] } {
  const [first, ...others] = parts.times;
  const questions: string[] = [];
  const told: string[] = [];
  if (first?.zone === null || first?.zone === undefined) return { questions, told };
  for (const other of others) {
    if (other.zone === null) continue;
    const share = shareOfAgreement(
      { time: first.time, zone: first.zone.zone },
      { time: other.time, zone: other.zone.zone },
    );
    const names = `${first.time} ${first.zone.written} and ${other.time} ${other.zone.written}`;
    if (share === 0 || share === 1) continue;
    if (share < SEASON && (share < SHORTEST_SEASON || !isExplained(first.zone, other)))
      questions.push(
        `${names} are the same moment for a part of the year only: which one holds? ${first.zone.written} is taken.`,
      );
    else told.push(`${names} differ for a part of the year, as clocks change; ${first.zone.written} counts`);
  }
  return { questions, told };
}

function startDoubts(parts: ScheduleParts, weekdays: readonly DayCode[] | null, interval: number): string[] {
  const { start } = parts;
  if (start === null) return interval > 1 ? [`It meets every ${String(interval)} weeks: in which week?`] : [];
  if (start.year === null)
    return interval > 1 ? ['The start date has no year: in which week does it meet?'] : [];
  const weekday = weekdayOfDate(start);
  if (weekday === null || weekdays === null || weekdays.includes(weekday) || interval === 1) return [];
  return [
    `It starts on a ${dayName(weekday)}, but meets on ${weekdays.map(dayName).join(' and ')}: which is right?`,
  ];
}

/** A time that does not say am or pm is clear when another one beside it does. */
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

/** `24:00` on Thursday is Friday 00:00 (ISO 8601): days, rule and start date move on together. */
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

/**
 * The schedule that the parts describe. `isRhythmOptional`: a bare weekday means every week, as on web pages;
 * otherwise a missing rhythm is asked for.
 */
export function settleSchedule(
  parts: ScheduleParts,
  { isRhythmOptional }: { isRhythmOptional: boolean },
): Schedule {
  const first = parts.times[0];
  const shift = first?.dayShift ?? 0;
  const zone: ZoneReading | null = first?.zone ?? parts.zone;
  const reading = parts.rhythm ?? (isRhythmOptional && parts.weekdays !== null ? WEEKLY : null);
  const written = parts.weekdays ?? reading?.weekdays ?? null;
  const fromStart = written === null && parts.start !== null ? weekdayOfDate(parts.start) : null;
  const weekdays = moveDays(written ?? (fromStart === null ? null : [fromStart]), shift);
  const startDate = parts.start === null ? null : moveDate(calendarDate(parts.start), shift);
  const rule = reading === null ? null : ruleOf(moveRhythm(reading.rhythm, shift), weekdays, startDate);
  const doubts = zoneDoubts(parts);
  const question = first === undefined || isConfirmed(first, parts.times) ? null : first.question;
  const ruleQuestions = rule?.questions ?? [];

  const weekQuestions = [
    ...(reading?.questions ?? []),
    ...ruleQuestions,
    ...(reading === null ? [] : startDoubts(parts, moveDays(weekdays, -shift), intervalOf(reading.rhythm))),
  ];
  const questions = [
    ...parts.questions,
    ...(reading === null ? ['It does not say how often it meets'] : []),
    ...weekQuestions,
    ...(weekdays === null && reading?.rhythm.kind !== 'daily' ? ['On which day does it meet?'] : []),
    ...(first === undefined ? ['At what time does it meet?'] : []),
    ...(first !== undefined && zone === null ? ['In which time zone is this time?'] : []),
    ...(question === null ? [] : [question]),
    ...(zone?.question === null || zone?.question === undefined ? [] : [zone.question]),
    ...doubts.questions,
  ];
  const assumptions = [
    ...(parts.rhythm === null && reading !== null ? ['every week assumed, as it names a weekday only'] : []),
    ...(fromStart === null ? [] : [`${dayName(fromStart)} taken from the start date`]),
    ...(zone?.told === null || zone?.told === undefined ? [] : [zone.told]),
    ...doubts.told,
  ];
  return {
    weekdays,
    time: first?.time ?? null,
    zone: zone?.zone ?? null,
    zones:
      parts.times.length > 0
        ? parts.times.flatMap((mark) => mark.zone?.written ?? [])
        : zone === null
          ? []
          : [zone.written],
    rrule: rule?.rrule ?? null,
    candidates: [
      ...(rule?.candidates ?? []),
      ...(reading?.alternatives ?? []).flatMap((other) => ruleOf(other, weekdays, null).rrule ?? []),
    ],
    anchor: startDate,
    durationMinutes: parts.durationMinutes,
    questions: [...new Set(questions)],
    weekQuestions: [...new Set(weekQuestions)],
    assumptions,
  };
}
