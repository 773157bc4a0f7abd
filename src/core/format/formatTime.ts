import type { Occurrence } from '../agenda/occurrence.ts';
import { DAY, MINUTE, type CalendarDate, type Instant, type ZoneName } from '#base';
import { writtenCity } from '../zones/cityNames.ts';
import { currentZone } from '../zones/currentZone.ts';
import { dateOf } from '../agenda/agenda.ts';
import { dayOffset } from '../zones/dayOffset.ts';

/** How times are formatted for this user. */
export interface TimeFormat {
  /** BCP 47, an English one: see englishLocale.ts. */
  readonly locale: string;
  readonly zone: ZoneName;
  readonly clock: 'locale' | '24' | '12';
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are cached: creating an Intl formatter costs far more than using it. */
function formatter(
  format: TimeFormat,
  kind: 'time' | 'day' | 'dayOfYear' | 'shortDay' | 'shortDayOfYear' | 'weekday' | 'longWeekday',
): Intl.DateTimeFormat {
  const key = `${format.locale}|${format.zone}|${format.clock}|${kind}`;
  let made = formatters.get(key);
  if (!made) {
    const cycle = format.clock === '24' ? 'h23' : format.clock === '12' ? 'h12' : undefined;
    made = new Intl.DateTimeFormat(format.locale, {
      timeZone: format.zone,
      ...(kind === 'time' && { timeStyle: 'short', ...(cycle && { hourCycle: cycle }) }),
      ...(kind === 'day' && { weekday: 'long', day: 'numeric', month: 'long' }),
      ...(kind === 'dayOfYear' && { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      ...(kind === 'shortDay' && { weekday: 'short', day: 'numeric', month: 'short' }),
      ...(kind === 'shortDayOfYear' && { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
      ...(kind === 'weekday' && { weekday: 'short' }),
      ...(kind === 'longWeekday' && { weekday: 'long' }),
    });
    formatters.set(key, made);
  }
  return made;
}

/**
 * A day with its year, with the same mark after its weekday as without: some locales, such as British English, write a
 * comma only before a date with a year.
 */
function withYear(instant: Instant, format: TimeFormat, kind: 'day' | 'shortDay'): string {
  const hasComma = /^\p{L}+,/u.test(formatter(format, kind).format(instant));
  const words = formatter(format, `${kind}OfYear`).format(instant);
  return hasComma ? words : words.replace(/^(\p{L}+),/u, '$1');
}

/** What a clock shows at each minute of a day, by locale and kind of clock. */
const clockFaces = new Map<string, (string | undefined)[]>();

/** A clock time: `17:00` or `5:00 PM`. There are only 1,440 of them, and each row of a long list has four. */
export function clockTime(instant: Instant, format: TimeFormat): string {
  const offset = dayOffset(instant, format.zone);
  if (offset === null) return formatter(format, 'time').format(instant);
  const key = `${format.locale}|${format.clock}`;
  let face = clockFaces.get(key);
  if (face === undefined) clockFaces.set(key, (face = []));
  const sinceMidnight = instant + offset - Math.floor((instant + offset) / DAY) * DAY;
  const minute = Math.floor(sinceMidnight / MINUTE);
  return (face[minute] ??= formatter(format, 'time').format(instant));
}

/** `Fri 20 Nov`, or `Fri, Nov 20`. */
export const shortDay = (instant: Instant, format: TimeFormat): string =>
  formatter(format, 'shortDay').format(instant);

/** `Fri`, for narrow places. */
export const weekday = (instant: Instant, format: TimeFormat): string =>
  formatter(format, 'weekday').format(instant);

/** `Friday`. */
export const longWeekday = (instant: Instant, format: TimeFormat): string =>
  formatter(format, 'longWeekday').format(instant);

/** `17:00–18:00`; `17:00 – Sat 21 Nov 18:00` if it lasts a day or more; or `all day`. */
export function timeRange({ time }: Pick<Occurrence, 'time'>, format: TimeFormat): string {
  if (time.kind === 'allDay') return 'all day';
  const { start, end } = time;
  const from = clockTime(start, format);
  if (end <= start) return from;
  const to = clockTime(end, format);
  return end - start < DAY ? `${from}–${to}` : `${from} – ${shortDay(end, format)} ${to}`;
}

/** Days farther away than this are written with their year. */
const FAR_MS = 270 * DAY;

/** Farther away than this, a day of another year is written with it. */
const OTHER_YEAR_MS = 60 * DAY;

/** `Fri 20 Nov`; of another year, unless it is near, `Tue 1 Jun 2027`. */
export function shortDayFrom(instant: Instant, now: Instant, format: TimeFormat): string {
  const distance = Math.abs(instant - now);
  const isOtherYear = new Date(instant).getUTCFullYear() !== new Date(now).getUTCFullYear();
  const hasYear = distance > FAR_MS || (isOtherYear && distance > OTHER_YEAR_MS);
  return hasYear ? withYear(instant, format, 'shortDay') : shortDay(instant, format);
}

/** `Today`, `Tomorrow`, else the day in full: `Tuesday 24 November`; far from now with its year. */
export const dayHeading = (date: CalendarDate, now: Instant, format: TimeFormat): string =>
  dayHeadingFrom(date, dateOf(now, format.zone), format);

const noonOf = (date: CalendarDate): Instant => Date.parse(`${date}T12:00:00Z`);

/** As {@link dayHeading}, on a day of the user. */
export function dayHeadingFrom(date: CalendarDate, today: CalendarDate, format: TimeFormat): string {
  if (date === today) return 'Today';
  const distance = noonOf(date) - noonOf(today);
  if (distance === DAY) return 'Tomorrow';
  return Math.abs(distance) > FAR_MS
    ? dayOfYear(date, format)
    : formatter({ ...format, zone: 'UTC' }, 'day').format(noonOf(date));
}

/** `Friday 1 January 2027`, or `Friday, January 1, 2027`. */
export const dayOfYear = (date: CalendarDate, format: TimeFormat): string =>
  withYear(noonOf(date), { ...format, zone: 'UTC' }, 'day');

/**
 * The present name of a zone's city: `Los Angeles`. UTC and its aliases keep their name; `Etc/GMT+3` becomes `UTC−3`.
 */
export function cityOf(zone: ZoneName): string {
  // These names have POSIX signs, which most readers take for the opposite.
  const offset = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  if (offset !== null) return `UTC${offset[1] === '+' ? '−' : '+'}${offset[2]}`;
  return writtenCity(currentZone(zone));
}

/** The wall time in another zone, `09:00 in Los Angeles`, with the day if it differs from the viewer's. */
export function timeIn(instant: Instant, zone: ZoneName, format: TimeFormat): string {
  const there = { ...format, zone };
  const isSameDay = dateOf(instant, format.zone) === dateOf(instant, zone);
  const day = isSameDay ? '' : `${shortDay(instant, there)} `;
  return `${day}${clockTime(instant, there)} in ${cityOf(zone)}`;
}

/**
 * The wall time in the meeting's home zone, `09:00 in Los Angeles`, with the day if it differs; null if it equals the
 * viewer's.
 */
export function homeTime(occurrence: Occurrence, format: TimeFormat): string | null {
  if (occurrence.time.kind === 'allDay' || occurrence.zone === null) return null;
  const { start } = occurrence.time;
  const home = { ...format, zone: occurrence.zone };
  const isSameDay = dateOf(start, format.zone) === dateOf(start, occurrence.zone);
  if (isSameDay && clockTime(start, format) === clockTime(start, home)) return null;
  return timeIn(start, occurrence.zone, format);
}
