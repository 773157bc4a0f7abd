import { clockTime, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import { dateOf, isLong } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { CalendarDate } from '#base';
import type { Mark } from './describe.ts';
import { daysBetween } from './weeks.ts';
import { texts } from './texts.ts';

/** A row has room for one fact: the first of these. Others are in its sentence and in the details. */
const BY_WEIGHT: readonly Mark['kind'][] = [
  'cancelled',
  'skipped',
  'paused',
  'unconfirmed',
  'week',
  'sources',
  'room',
  'clock',
  'moved',
  'tentative',
  'declined',
  'joined',
  'opened',
  'days',
  'clash',
  'note',
];

/** The fact that a row shows. */
export const rowMark = (marks: readonly Mark[]): Mark | null =>
  BY_WEIGHT.values()
    .map((kind) => marks.find((mark) => mark.kind === kind))
    .find((mark) => mark !== undefined) ?? null;

/** `moved from 17:30`, with the day if that is another one. */
export function movedMark(mark: Mark, { time, originalStart }: Occurrence, format: TimeFormat): Mark {
  const original = time.kind === 'timed' ? Date.parse(originalStart) : NaN;
  if (mark.kind !== 'moved' || Number.isNaN(original) || time.kind !== 'timed') return mark;
  const isSameDay = dateOf(original, format.zone) === dateOf(time.start, format.zone);
  const when = isSameDay ? clockTime(original, format) : shortDay(original, format);
  return { ...mark, label: texts.movedFrom(when) };
}

/** `day 2 of 3`: the place of a day in a meeting that lasts several; none for shorter ones. */
export function dayMarks(occurrence: Occurrence, date: CalendarDate, format: TimeFormat): Mark[] {
  const { time } = occurrence;
  const isOnEach = time.kind === 'allDay' || isLong(occurrence);
  if (!isOnEach) return [];
  const [first, last] =
    time.kind === 'allDay'
      ? [time.start, time.end]
      : // The end is exclusive: midnight belongs to the day before.
        [dateOf(time.start, format.zone), dateOf(time.end - 1, format.zone)];
  const count = daysBetween(first, last) + (time.kind === 'allDay' ? 0 : 1);
  if (count < 2) return [];
  const label = texts.dayOf(daysBetween(first, date) + 1, count);
  return [{ kind: 'days', label, meaning: label, tone: 'neutral' }];
}

/** A note of the user belongs to the meeting. */
export const noteMark: Mark = { kind: 'note', label: texts.note, meaning: texts.hasNote, tone: 'neutral' };
