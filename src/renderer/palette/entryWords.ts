import { DateTime } from 'luxon';
import { dateOf, startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import { clockTime, dayHeading, dayOfYear, shortDayFrom, type TimeFormat } from '#core/format/formatTime.ts';
import type { CalendarDate, Instant } from '#base';
import type { PaletteEntry } from './paletteEntry.ts';
import { texts } from './texts.ts';

/** What the palette shows of an entry: beside its title, and at the right edge. */
export interface EntryWords {
  readonly title: string;
  readonly context: string;
  readonly aside: string;
}

const timeOf = ({ time }: Occurrence, format: TimeFormat): string =>
  time.kind === 'allDay' ? texts.allDay : clockTime(time.start, format);

/** `Thu 26 Nov, 15:30`, or `Today, 15:30`. */
function whenOf(occurrence: Occurrence, now: Instant, format: TimeFormat): string {
  const start = startOf(occurrence, format.zone);
  const isToday = dateOf(start, format.zone) === dateOf(now, format.zone);
  const day = isToday ? dayHeading(dateOf(now, format.zone), now, format) : shortDayFrom(start, now, format);
  return texts.at(day, timeOf(occurrence, format));
}

function doubtOf(occurrence: Occurrence): string | null {
  if (occurrence.status === 'cancelled') return texts.cancelled;
  if (occurrence.isWeekUnknown) return texts.maybe;
  return isUnconfirmed(occurrence) ? texts.unconfirmed : null;
}

function meetingContext(occurrence: Occurrence): string {
  const { communityName, feedName } = occurrence;
  const state = doubtOf(occurrence);
  // Long names are cut at their end.
  return [state, communityName ?? feedName].filter((part) => part !== null && part !== '').join(', ');
}

/** Noon, so that no zone moves the date. */
const noonOf = (date: CalendarDate, { zone }: TimeFormat): Instant =>
  DateTime.fromISO(`${date}T12:00`, { zone }).toMillis();

const shortDate = (date: CalendarDate, now: Instant, format: TimeFormat): string =>
  shortDayFrom(noonOf(date, format), now, format);

/** `Tomorrow`, `Tuesday 1 December`, with the year if it is another one. */
const longDate = (date: CalendarDate, now: Instant, format: TimeFormat): string =>
  dateOf(now, format.zone).startsWith(date.slice(0, 4))
    ? dayHeading(date, now, format)
    : dayOfYear(date, format);

/** `in 7 days`. */
const distanceWords = (date: CalendarDate, now: Instant, { zone, locale }: TimeFormat): string => {
  const today = DateTime.fromISO(dateOf(now, zone), { zone: 'UTC' });
  return (
    DateTime.fromISO(date, { zone: 'UTC' }).setLocale(locale).toRelative({ base: today, padding: 0 }) ?? ''
  );
};

export function entryWords(entry: PaletteEntry, now: Instant, format: TimeFormat): EntryWords {
  const { name: title } = entry;
  switch (entry.kind) {
    case 'meeting':
      return {
        title,
        context: meetingContext(entry.occurrence),
        aside:
          entry.isBelowItsDay === true
            ? timeOf(entry.occurrence, format)
            : whenOf(entry.occurrence, now, format),
      };
    case 'person':
      return { title, context: entry.occurrence.title, aside: whenOf(entry.occurrence, now, format) };
    case 'note': {
      const { start, modified, excerpt } = entry.note;
      return {
        title,
        context: excerpt,
        aside: shortDayFrom(start === null ? modified : Date.parse(start), now, format),
      };
    }
    case 'todo': {
      const { due, title: note } = entry.item;
      return {
        title,
        context: note,
        aside: due === null ? texts.toDo : texts.due(shortDate(due, now, format)),
      };
    }
    case 'setting':
      return { title, context: texts.settings, aside: '' };
    case 'community':
      return { title, context: entry.community.description, aside: '' };
    case 'listed':
      return { title, context: entry.row.about, aside: '' };
    case 'date':
      return {
        title: longDate(entry.date, now, format),
        context: texts.meetingCount(entry.meetingCount),
        aside: distanceWords(entry.date, now, format),
      };
    case 'week':
      return { title: texts.weekOf(shortDate(entry.date, now, format)), context: '', aside: '' };
    case 'dayNote':
      return { title: texts.noteFor(shortDate(entry.date, now, format)), context: '', aside: '' };
    case 'action':
    default:
      return { title, context: '', aside: '' };
  }
}
