import { countdown, duration } from '#core/format/timeUntil.ts';
import { dateOf } from '#core/agenda/agenda.ts';
import { clockTime, shortDay, weekday, type TimeFormat } from '#core/format/formatTime.ts';
import type { PanelMeeting } from '#core/tray/panelSnapshot.ts';
import { DAY, type Instant } from '#base';
import { texts } from './texts.ts';

/** The large clock: label and value. */
export function panelClock(
  { start, end, isMaybe }: Pick<PanelMeeting, 'start' | 'end' | 'isMaybe'>,
  now: Instant,
): { label: string; value: string } {
  if (now < start) return { label: isMaybe ? texts.maybeIn : texts.nextIn, value: countdown(start - now) };
  if (now < end) return { label: isMaybe ? texts.maybeEndsIn : texts.endsIn, value: countdown(end - now) };
  return { label: texts.ended, value: texts.ago(duration(now - end)) };
}

const isToday = (start: Instant, now: Instant, { zone }: TimeFormat): boolean =>
  dateOf(start, zone) === dateOf(now, zone);

/** `17:00`; `Tue 17:00` on another day; with its date from about a week away. */
export function startWords(start: Instant, now: Instant, format: TimeFormat): string {
  const time = clockTime(start, format);
  if (isToday(start, now, format)) return time;
  return `${start - now < 6 * DAY ? weekday(start, format) : shortDay(start, format)} ${time}`;
}

/** `17:00–18:00 · kOps`, with its day if that is not today. */
export function lineOf({ start, end, community }: PanelMeeting, now: Instant, format: TimeFormat): string {
  const from = clockTime(start, format);
  const range = end > start ? `${from}–${clockTime(end, format)}` : from;
  return `${isToday(start, now, format) ? '' : `${shortDay(start, format)} `}${range}${community === '' ? '' : ` · ${community}`}`;
}
