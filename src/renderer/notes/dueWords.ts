import { shortDayFrom, weekday, type TimeFormat } from '#core/format/formatTime.ts';
import { daysBetween } from '#core/notes/toDo.ts';
import type { CalendarDate } from '#base';
import type { DueWords } from './editor/live/dates.ts';
import { texts } from './toDo/texts.ts';

const noon = (date: CalendarDate): number => Date.parse(`${date}T12:00:00Z`);

/** `1 day late`, `today`, `tomorrow`, `Fri`, or a date. What is done is never late. */
export function dueWords(
  due: CalendarDate,
  isDone: boolean,
  today: CalendarDate,
  format: TimeFormat,
): DueWords {
  const days = daysBetween(today, due);
  if (days < 0 && !isDone) return { words: texts.daysLate(-days), isLate: true };
  const utc = { ...format, zone: 'UTC' };
  if (days === 0) return { words: texts.today, isLate: false };
  if (days === 1) return { words: texts.tomorrow, isLate: false };
  const isThisWeek = days > 0 && days < 7;
  return {
    words: isThisWeek ? weekday(noon(due), utc) : shortDayFrom(noon(due), noon(today), utc),
    isLate: false,
  };
}
