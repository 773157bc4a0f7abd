import { dateText, dayNumber, dayOfDateText, weekdayOf } from '#calendar';
import type { CalendarDate, ZoneName } from '#base';
import { addressKind } from '../addressKind.ts';
import { ONCE, type MeetingDraft } from '../meetingDraft.ts';
import { plainLine } from '../plainText.ts';
import { DAY_CODES, type DayCode } from '../schedule/weekdays.ts';

/** An event of a calendar that is written as data: with a first date, not with words. */
export interface DataEvent {
  readonly title: string;
  /** Id of its group. */
  readonly group: string;
  /** First date, `2026-03-05`. */
  readonly date: CalendarDate;
  /** Wall time, `HH:MM`. */
  readonly time: string;
  /** IANA name or an offset; null if unknown. */
  readonly zone: ZoneName | null;
  /** Null for a single date. */
  readonly repeat: Repeat | null;
  readonly minutes: number | null;
  readonly skips?: readonly CalendarDate[];
  /** The room, as written. */
  readonly place: string | null;
  readonly description: string | null;
}

export interface Repeat {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  /** Days of BYDAY, such as `1MO`; empty: the day of the first date. */
  readonly days: readonly string[];
  /** Value of UNTIL, a date or a moment in UTC; null if it does not end. */
  readonly until: string | null;
  /** Number of dates; null if it is not limited by one. */
  readonly count: number | null;
}

/** The weekday of a date, as in BYDAY; null if it is no date. */
function dayCodeOf(date: CalendarDate): DayCode | null {
  const day = dayOfDateText(date);
  return day === null ? null : (DAY_CODES[weekdayOf(day)] ?? null);
}

const DAYS_OF_WEEK = 7;
/** A real title is one line. */
const LONGEST_TITLE = 300;
/** A count above this one is no end; it also bounds the year. */
const MOST_DATES = 10_000;

/** The last date of a number of dates. Later than the last one only within its month or year. */
function lastDate(date: CalendarDate, { frequency, interval }: Repeat, count: number): CalendarDate | null {
  const start = dayOfDateText(date);
  const [year = 0, month = 1] = date.split('-').map(Number);
  if (start === null || count < 1 || count > MOST_DATES) return null;
  const periods = (count - 1) * interval;
  if (frequency === 'DAILY') return dateText(start + periods);
  if (frequency === 'WEEKLY') return dateText(start + periods * DAYS_OF_WEEK);
  if (frequency === 'YEARLY') return dateText(dayNumber(year + periods, 12, 31));
  const months = month - 1 + periods;
  return dateText(dayNumber(year + Math.floor((months + 1) / 12), ((months + 1) % 12) + 1, 1) - 1);
}

/** The rule, with the days that the first date gives; null if the app cannot show such a repetition. */
function ruleOf({ date, repeat }: DataEvent, day: DayCode): string | null {
  if (repeat === null) return ONCE;
  const { frequency, interval, days, until, count } = repeat;
  if (!Number.isInteger(interval) || interval < 1 || interval > MOST_DATES) return null;
  // Days are counted from the first date only for weeks and months.
  if (interval > 1 && (frequency === 'DAILY' || frequency === 'YEARLY')) return null;
  const [, month, dayOfMonth] = date.split('-').map(Number);
  const own = {
    DAILY: '',
    WEEKLY: `;BYDAY=${days.length > 0 ? days.join(',') : day}`,
    MONTHLY: days.length > 0 ? `;BYDAY=${days.join(',')}` : `;BYMONTHDAY=${String(dayOfMonth)}`,
    YEARLY: `;BYMONTH=${String(month)};BYMONTHDAY=${String(dayOfMonth)}`,
  }[frequency];
  const end = until ?? (count === null ? null : lastDate(date, repeat, count))?.replaceAll('-', '') ?? null;
  const step = interval === 1 ? '' : `;INTERVAL=${String(interval)}`;
  return `FREQ=${frequency}${step}${own}${end === null ? '' : `;UNTIL=${end}`}`;
}

/** `20260601T170000Z` for a moment in UTC, `20260601` for a date; null if it is neither. */
export function untilOf(written: string | null): string | null {
  const [, date, hour, minute, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})[\d:.]{0,12} ?(Z|[+-]00:?00)?)?/.exec(written ?? '') ?? [];
  const day = date?.replaceAll('-', '') ?? null;
  return day === null || hour === undefined || minute === undefined || zone === undefined
    ? day
    : `${day}T${hour}${minute}00Z`;
}

const ADDRESS = /https?:\/\/[^\s)>\]"']{1,2000}/;

const addressIn = (words: string | null): string | null => ADDRESS.exec(words ?? '')?.[0] ?? null;

/** The draft of an event; null without a first date. A repetition that cannot be shown leaves it without dates, and asks. */
export function eventDraft(event: DataEvent): MeetingDraft | null {
  const { title, group, date, time, zone, minutes, skips = [], place, description } = event;
  const day = dayCodeOf(date);
  if (day === null) return null;
  const rrule = ruleOf(event, day);
  const url = addressIn(place);
  const kind = url === null ? null : addressKind(url);
  return {
    title: plainLine(title.slice(0, LONGEST_TITLE)) || 'Meeting',
    community: group,
    subproject: null,
    alsoOf: [],
    weekdays: rrule === null ? null : [day],
    time,
    zone,
    zones: [],
    rrule,
    candidates: [],
    anchor: date,
    skips,
    durationMinutes: minutes,
    hasQuestions: rrule === null,
    doubts:
      rrule === null
        ? [{ kind: 'notedQuestion', words: `It began on ${date}. How often does it take place?` }]
        : [],
    turn: null,
    isInactive: false,
    join: kind === 'join' || kind === 'shortlink' || kind === 'other' ? url : null,
    notes: addressIn(description) ?? (kind === 'document' ? url : null),
    recordings: null,
    calendar: null,
    chat: kind === 'chat' ? url : null,
    mailingList: null,
    text: [`${date} ${time}`, rrule ?? ''].filter(Boolean).join(', '),
  };
}
