import { DateTime } from 'luxon';
import { clockTime, weekday, type TimeFormat } from '#core/format/formatTime.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import { momentOf, type NoteGroupKind, type NoteOrder } from '#core/notes/noteGroups.ts';
import { dateOf } from '#core/agenda/agenda.ts';
import { memoize, type CalendarDate, type Instant } from '#base';
import { texts } from './texts.ts';

/** Writes dates in a language. Each is written once: a list of thousands is made anew at each visit. */
const dateWriter = (options: Intl.DateTimeFormatOptions) =>
  memoize((locale) => {
    const written = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return memoize((date) => written.format(Date.parse(date)));
  });

/** `19 Nov` */
const dayOfMonth = dateWriter({ day: 'numeric', month: 'short' });
/** `19 Nov 2025` */
const dayOfYear = dateWriter({ day: 'numeric', month: 'short', year: 'numeric' });

const inEnglish = (at: DateTime, options: Intl.DateTimeFormatOptions, { locale }: TimeFormat): string =>
  at.setLocale(locale).toLocaleString(options);

/** The heading of a group: `Pinned`, `Earlier in November`, `October`, `October 2025`, or the title of a series. */
export function groupHeading(of: NoteGroupKind, today: CalendarDate, format: TimeFormat): string {
  const monthOf = (date: string): DateTime => DateTime.fromISO(date, { zone: 'UTC' });
  if (of.kind === 'series') return of.title;
  if (of.kind === 'sameMonth') return texts.earlierIn(inEnglish(monthOf(today), { month: 'long' }, format));
  if (of.kind !== 'month') return texts.groups[of.kind];
  const isThisYear = of.month.slice(0, 4) === today.slice(0, 4);
  const options: Intl.DateTimeFormatOptions = isThisYear
    ? { month: 'long' }
    : { month: 'long', year: 'numeric' };
  return inEnglish(monthOf(`${of.month}-01`), options, format);
}

/** When a note is about, as its row says it. */
export interface RowClock {
  readonly order: NoteOrder;
  readonly group: NoteGroupKind;
  readonly now: Instant;
}

/** `17:00` today (nothing for a date without time), `Mon` below “This week”, else `19 Nov`, or `19 Nov 2025`. */
export function rowDay(note: NoteSummary, { order, group, now }: RowClock, format: TimeFormat): string {
  const { zone } = format;
  const isChange = order === 'changed' || note.start === null;
  const at = isChange ? note.modified : momentOf(note, zone);
  const [day, today] = [dateOf(at, zone), dateOf(now, zone)];
  const hasTime = isChange || (note.start?.includes('T') ?? false);
  if (day === today) return hasTime ? clockTime(at, format) : '';
  if (group.kind === 'thisWeek') return weekday(at, format);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return (isThisYear ? dayOfMonth : dayOfYear)(format.locale)(day);
}
