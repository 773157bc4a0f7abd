import { dateOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { clockTime, dayHeadingFrom, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import { DAY, type CalendarDate } from '#base';
import type { Mark, Tone } from './describe.ts';
import { texts } from './texts.ts';

const { sentence: words } = texts;

/** `15:00 to 16:00`, `23:30 to 01:30 the next day`, `all day`. */
export function spokenTimes({ time }: Pick<Occurrence, 'time'>, format: TimeFormat): string {
  if (time.kind === 'allDay') return texts.allDay;
  const { start, end } = time;
  const from = clockTime(start, format);
  if (end <= start) return from;
  const to = clockTime(end, format);
  if (dateOf(start, format.zone) === dateOf(end, format.zone)) return words.fromTo(from, to);
  return end - start < DAY ? words.overnight(from, to) : words.fromTo(from, `${shortDay(end, format)} ${to}`);
}

/** `today`, `tomorrow`, `Thursday 26 November`. */
function spokenDay({ date, today }: RowPresent, format: TimeFormat): string {
  const heading = dayHeadingFrom(date, today, format);
  return heading === 'Today' ? texts.today : heading === 'Tomorrow' ? texts.tomorrow : heading;
}

/** The present, as far as a row says it: that does not change each minute. */
export interface RowPresent {
  readonly tone: Tone;
  readonly today: CalendarDate;
  /** The day of the row; a meeting of several days has a row on each. */
  readonly date: CalendarDate;
}

const list = new Intl.ListFormat('en', { type: 'conjunction' });

const withState = ({ title, status, skipped, isWeekUnknown }: Occurrence): string => {
  if (status === 'cancelled') return words.cancelled(title);
  if (skipped !== null) return words.skipped(title);
  return isWeekUnknown ? words.maybe(title) : title;
};

/** Facts that the sentence says in its own words. */
const SAID: ReadonlySet<Mark['kind']> = new Set(['cancelled', 'skipped', 'week', 'clash']);

/**
 * What a row of the agenda says: `15:00 to 16:00, Release review, today, same time as Bug triage`. It does not count
 * minutes: a name that changes under the focus is read out again.
 * @param marks the facts with a badge
 * @param clashes the meetings at the same time
 */
export function rowSentence(
  occurrence: Occurrence,
  marks: readonly Mark[],
  clashes: readonly Occurrence[],
  present: RowPresent,
  format: TimeFormat,
): string {
  const isOff = occurrence.status === 'cancelled' || occurrence.skipped !== null;
  const isSilent = isOff || occurrence.time.kind === 'allDay';
  const state = isSilent
    ? ''
    : present.tone === 'now'
      ? texts.onNow
      : present.tone === 'over'
        ? texts.ended
        : '';
  return [
    spokenTimes(occurrence, format),
    withState(occurrence),
    spokenDay(present, format),
    ...(state === '' ? [] : [state]),
    ...(clashes.length > 0 && !isOff
      ? [words.sameTimeAs(list.format(clashes.map(({ title }) => title)))]
      : []),
    ...marks.filter(({ kind }) => !SAID.has(kind)).map(({ label }) => label),
  ].join(', ');
}
