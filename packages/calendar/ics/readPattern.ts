import { DAY, HOUR } from '#base';
import { isOnWallLine } from '../timeLine.ts';
import { readRule } from '../recurrence/readRule.ts';
import type { RecurrenceRule } from '../recurrence/rule.ts';
import type { AddedDate, Length, Pattern, SeriesZone } from '../series.ts';
import { dayOf } from '../wallTime.ts';
import { ianaZone, zoneOf } from '../zones/zone.ts';
import { datedProperty, plainValue } from './property.ts';
import type { ContentLine } from './lineCursor.ts';
import type { EventPart } from './readEvent.ts';
import { missesOccurrence, onlyOccurrenceNear } from './nearbyOccurrence.ts';
import { type DateValue, readDateValue, readDuration } from './values.ts';
import { zoneOfDate } from './writtenDate.ts';

/** The time line of a pattern. */
type TimeLine = Pick<Pattern, 'zone' | 'isAllDay'>;

/** A date on the time line of a pattern; a date without a time is its midnight. */
export function toTimeLine(line: TimeLine, date: DateValue, zone: SeriesZone): number {
  if (line.isAllDay) return dayOf(date.wall) * DAY;
  if (isOnWallLine(line)) return date.wall;
  const written = zone.kind === 'floating' ? line.zone : zone;
  return zoneOf(written, ianaZone('UTC')).instant(date.wall);
}

/**
 * Reads the dates of an event from RRULE, RDATE and EXDATE (RFC 5545 §3.8.5). Unreadable values are reported and
 * skipped.
 */
export function readPattern(part: EventPart): Pattern {
  const { zone, isAllDay, start, length, lines } = part;
  let rules: RecurrenceRule[] = NONE;
  let dates: PatternDates = NO_DATES;
  lines.recurrence().forEach((line) => {
    if (line.name === 'RRULE') {
      const rule = ruleOf(part, line);
      if (rule !== null) rules = withOne(rules, rule);
    } else {
      if (dates === NO_DATES) dates = { ...NO_DATES };
      readDates(part, line, dates);
    }
  });
  const pattern = {
    zone,
    isAllDay,
    start,
    length,
    rules: fitted(rules),
    added: fitted(dates.added),
    excluded: inOrder(dates.excluded),
    excludedDays: inOrder(dates.excludedDays),
    excludedInstants: inOrder(dates.excludedInstants),
  };
  return dates.foreign.length === 0
    ? pattern
    : { ...pattern, excluded: withNearbyDates(pattern, dates, part) };
}

/** Resolves EXDATE, including dates that miss an occurrence because the writer's zone rules differ. */
function withNearbyDates(
  pattern: Pattern,
  { foreign }: PatternDates,
  { context }: EventPart,
): readonly number[] {
  const slots = foreign
    .filter(({ at, written }) => missesOccurrence(pattern, written, at))
    .flatMap(({ at }) => onlyOccurrenceNear(pattern, at, context.searches) ?? []);
  return slots.length === 0 ? pattern.excluded : [...pattern.excluded, ...slots].sort(ascending);
}

interface PatternDates {
  added: AddedDate[];
  excluded: number[];
  excludedDays: number[];
  excludedInstants: number[];
  /** The excluded dates that were written in another zone. */
  foreign: { readonly at: number; readonly written: SeriesZone }[];
}

/** Shared by all lists without items; never modified. */
const NONE: never[] = [];
const NO_DATES: Readonly<PatternDates> = {
  added: NONE,
  excluded: NONE,
  excludedDays: NONE,
  excludedInstants: NONE,
  foreign: NONE,
};

/** Adds to a list. An empty list that grows makes room for sixteen items more, and most lists have one. */
function withOne<Item>(list: Item[], item: Item): Item[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}
/** A list without the room that it grew by: a feed has thousands of series. */
const fitted = <Item>(list: readonly Item[]): readonly Item[] => (list.length < 2 ? list : list.slice());
const inOrder = (list: readonly number[]): readonly number[] =>
  list.length < 2 ? list : list.toSorted(ascending);
const ascending = (one: number, other: number) => one - other;

/** A line of RDATE or EXDATE; `at` is its offset in the text. */
interface DateLine {
  readonly name: string;
  readonly at: number;
  readonly tzid: string | undefined;
}

/** Reads the dates of an RDATE or EXDATE. */
function readDates(part: EventPart, line: ContentLine, dates: PatternDates): void {
  const { parameters, value } = datedProperty(line);
  const named = { name: line.name, at: line.at, tzid: parameters.get('TZID') };
  // Some writers separate dates with semicolons.
  if (!/[,;]/.test(value)) readDate(part, named, value, dates);
  else for (const text of value.split(/[,;]/)) readDate(part, named, text.trim(), dates);
}

/** Reads one date or period of an RDATE or EXDATE. */
function readDate(part: EventPart, line: DateLine, text: string, dates: PatternDates): void {
  if (text === '') return;
  const { context } = part;
  const slash = text.indexOf('/');
  const date = readDateValue(slash < 0 ? text : text.slice(0, slash));
  if (date === null) {
    context.problems.add('calendar/brokenDate', line.at, text);
    return;
  }
  const zone = zoneOfDate(date, line, context, []);
  const at = toTimeLine(part, date, zone);
  if (line.name === 'RDATE')
    dates.added = withOne(dates.added, {
      at,
      length: slash < 0 ? null : periodLength(text.slice(slash + 1), date),
    });
  else if (date.isDate && !part.isAllDay) dates.excludedDays = withOne(dates.excludedDays, date.wall);
  else if (part.zone.kind === 'floating' && !part.isAllDay && zone.kind !== 'floating')
    dates.excludedInstants = withOne(
      dates.excludedInstants,
      zoneOf(zone, ianaZone('UTC')).instant(date.wall),
    );
  else {
    dates.excluded = withOne(dates.excluded, at);
    if (zone !== part.zone) dates.foreign = withOne(dates.foreign, { at, written: zone });
  }
}

/** The length of a PERIOD (RFC 5545 §3.3.9) from its end or duration; null if it is neither. */
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
    part.context.problems.add('calendar/brokenRule', line.at, value, flaw);
  }
  return rule === null || end === null ? rule : { ...rule, ...(end as RuleEnd) };
}

/** End of a rule; see {@link RecurrenceRule}. */
type RuleEnd = { readonly until: number } & Pick<RecurrenceRule, 'untilInstant'>;

/**
 * UNTIL on the pattern's time line (RFC 5545 §3.3.10). If its type differs from DTSTART, it means what its writers
 * intend: a date includes the whole day, a local time is in the zone of the series, and UTC is an instant on the
 * clock of the series.
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

/** For a floating series the viewer's clock decides. No clock is more than 14 hours ahead of UTC. */
const asInstant = (instant: number): RuleEnd => ({ until: instant + 14 * HOUR, untilInstant: instant });

/** The time of day of DTSTART with a Z is a local time to which a writer added the Z. */
const lastFloating = ({ start }: EventPart, instant: number): RuleEnd =>
  timeOf(instant) === timeOf(start) ? { until: instant } : asInstant(instant);

/**
 * The last day of an all-day series that ends at an instant: the day in the zone of its calendar (Exchange writes
 * that day's midnight); without such a zone, the day on the viewer's clock. Midnight in UTC is how other writers
 * write the date itself.
 */
function lastDay({ context }: EventPart, instant: number): RuleEnd {
  if (timeOf(instant) === 0) return { until: instant };
  const home = context.calendarZone ?? context.zones.onlyDefined();
  return home === null || home.kind === 'floating'
    ? asInstant(instant)
    : { until: zoneOf(home, ianaZone('UTC')).wallTime(instant) };
}

const timeOf = (wall: number): number => wall - dayOf(wall) * DAY;
