import { DAY, HOUR } from '#base';
import { isOnWallLine } from '../recurrence/patternDates.ts';
import { readRule } from '../recurrence/readRule.ts';
import type { RecurrenceRule } from '../recurrence/rule.ts';
import type { AddedDate, Length, Pattern, SeriesZone } from '../series.ts';
import { dayOf } from '../wallTime.ts';
import { ianaZone, zoneOf } from '../zones/zone.ts';
import { quoted } from './feedProblems.ts';
import { datedProperty, plainValue } from './property.ts';
import type { ContentLine } from './lineCursor.ts';
import type { EventPart } from './readEvent.ts';
import { missesItsSlot, onlySlotNear } from './slotOfDay.ts';
import { type DateValue, readDateValue, readDuration } from './values.ts';
import { zoneOfDate } from './writtenDate.ts';

/** The line that a pattern's dates lie on. */
type Frame = Pick<Pattern, 'zone' | 'isAllDay'>;

/** A date on the time line of a pattern. A date without a time is its midnight there. */
export function onLine(frame: Frame, date: DateValue, zone: SeriesZone): number {
  if (frame.isAllDay) return dayOf(date.wall) * DAY;
  if (isOnWallLine(frame)) return date.wall;
  const written = zone.kind === 'floating' ? frame.zone : zone;
  return zoneOf(written, ianaZone('UTC')).instant(date.wall);
}

/** The dates of an event by its RRULE, RDATE and EXDATE (RFC 5545 §3.8.5). What cannot be read is reported and left out. */
export function readPattern(part: EventPart): Pattern {
  const { zone, isAllDay, start, length, recurrence } = part;
  const rules: RecurrenceRule[] = [];
  let dates = NO_DATES;
  for (const line of recurrence) {
    if (line.name === 'RRULE') {
      const rule = ruleOf(part, line);
      if (rule !== null) rules.push(rule);
    } else {
      if (dates === NO_DATES) dates = newDates();
      const { parameters, value } = datedProperty(line);
      // Some writers part dates like the items of a rule.
      for (const text of value.split(/[,;]/))
        readDate(part, line, parameters.get('TZID'), text.trim(), dates);
    }
  }
  const { added, excluded, excludedDays, excludedInstants } = dates;
  if (dates !== NO_DATES) for (const list of [excluded, excludedDays, excludedInstants]) list.sort(ascending);
  const pattern = { zone, isAllDay, start, length, rules, added, excluded, excludedDays, excludedInstants };
  return dates.foreign.length === 0 ? pattern : { ...pattern, excluded: withNearSlots(pattern, dates, part) };
}

/** What EXDATE excludes, with the dates that it means where it misses them by other rules of its zone. */
function withNearSlots(
  pattern: Pattern,
  { foreign }: PatternDates,
  { context }: EventPart,
): readonly number[] {
  const slots = foreign
    .filter(({ at, written }) => missesItsSlot(pattern, written, at))
    .flatMap(({ at }) => onlySlotNear(pattern, at, context.searches) ?? []);
  return slots.length === 0 ? pattern.excluded : [...pattern.excluded, ...slots].sort(ascending);
}

interface PatternDates {
  readonly added: AddedDate[];
  readonly excluded: number[];
  readonly excludedDays: number[];
  readonly excludedInstants: number[];
  /** Of the excluded dates those that were written in another zone. */
  readonly foreign: { readonly at: number; readonly written: SeriesZone }[];
}

const newDates = (): PatternDates => ({
  added: [],
  excluded: [],
  excludedDays: [],
  excludedInstants: [],
  foreign: [],
});
/** What most events have; nothing is ever put into it. */
const NO_DATES = newDates();
const ascending = (one: number, other: number) => one - other;

/** Reads one date, or period, of an RDATE or EXDATE. */
function readDate(
  part: EventPart,
  line: ContentLine,
  tzid: string | undefined,
  text: string,
  dates: PatternDates,
): void {
  if (text === '') return;
  const { context } = part;
  const slash = text.indexOf('/');
  const date = readDateValue(slash < 0 ? text : text.slice(0, slash));
  if (date === null) {
    const what = `${quoted(text)} is no date.`;
    context.problems.add(
      'calendar/brokenDate',
      line.at,
      what,
      'This date is passed over; the event is kept.',
    );
    return;
  }
  const zone = zoneOfDate(date, tzid, line, context, []);
  const at = onLine(part, date, zone);
  if (line.name === 'RDATE')
    dates.added.push({ at, length: slash < 0 ? null : periodLength(text.slice(slash + 1), date) });
  else if (date.isDate && !part.isAllDay) dates.excludedDays.push(date.wall);
  else if (part.zone.kind === 'floating' && !part.isAllDay && zone.kind !== 'floating')
    dates.excludedInstants.push(zoneOf(zone, ianaZone('UTC')).instant(date.wall));
  else {
    dates.excluded.push(at);
    if (zone !== part.zone) dates.foreign.push({ at, written: zone });
  }
}

/** The length of a PERIOD (RFC 5545 §3.3.9) by what stands behind its slash; null where that is neither. */
function periodLength(text: string, start: DateValue): Length | null {
  const duration = readDuration(text);
  if (duration !== null) return duration.sign > 0 ? { days: duration.days, ms: duration.ms } : null;
  const end = readDateValue(text);
  return end === null || end.wall < start.wall ? null : { days: 0, ms: end.wall - start.wall };
}

function ruleOf(part: EventPart, line: ContentLine): RecurrenceRule | null {
  const value = plainValue(line);
  if (value === '') return null;
  let end: RuleEnd | null = null;
  const { rule, flaw } = readRule(value, (text) => (end = untilOf(part, text))?.until ?? null);
  if (rule === null) {
    const what = `the repetition ${quoted(value)} cannot be read: ${flaw}.`;
    part.context.problems.add('calendar/brokenRule', line.at, what, 'The event is shown at its start only.');
  }
  return rule === null || end === null ? rule : { ...rule, ...(end as RuleEnd) };
}

/** When a rule ends; see {@link RecurrenceRule}. */
type RuleEnd = { readonly until: number } & Pick<RecurrenceRule, 'untilInstant'>;

/**
 * UNTIL on the pattern's line (RFC 5545 §3.3.10). Of another type than DTSTART it is understood as its writers mean it:
 * a date lets its whole day pass, a local time is one of the series' zone, UTC is an instant on the clock that the
 * series is read by.
 */
function untilOf(part: EventPart, text: string): RuleEnd | null {
  const date = readDateValue(text);
  if (date === null) return null;
  if (isOnWallLine(part)) {
    if (date.isUtc) return part.isAllDay ? lastDay(part, date.wall) : lastFloating(part, date.wall);
    return { until: date.isDate && !part.isAllDay ? date.wall + DAY - 1 : date.wall };
  }
  if (date.isUtc) return { until: date.wall };
  const clock = zoneOf(part.zone, ianaZone('UTC'));
  return { until: date.isDate ? clock.instant(date.wall + DAY) - 1 : clock.instant(date.wall) };
}

/** Where the viewer's clock decides. No clock is further ahead of UTC than 14 hours. */
const asInstant = (instant: number): RuleEnd => ({ until: instant + 14 * HOUR, untilInstant: instant });

/** A time of day that is that of DTSTART is a local time that a writer put a Z behind. */
const lastFloating = ({ start }: EventPart, instant: number): RuleEnd =>
  timeOf(instant) === timeOf(start) ? { until: instant } : asInstant(instant);

/**
 * The last day of an all-day series that ends at an instant: the day it falls on in the zone of its calendar, which
 * Exchange writes as that day's midnight; where the calendar has none, on the clock of its viewer. Midnight in UTC is
 * how others write the date itself.
 */
function lastDay({ context }: EventPart, instant: number): RuleEnd {
  if (timeOf(instant) === 0) return { until: instant };
  const home = context.calendarZone ?? context.zones.onlyDefined();
  return home === null || home.kind === 'floating'
    ? asInstant(instant)
    : { until: zoneOf(home, ianaZone('UTC')).wallTime(instant) };
}

const timeOf = (wall: number): number => wall - dayOf(wall) * DAY;
