import { dateOf } from '../../shared/agenda/agenda.ts';
import { clockTime, countdown, duration, shortDay, type TimeFormat } from '../../shared/agenda/formatTime.ts';
import type { PanelMeeting } from '../../shared/ipc/shellRequests.ts';
import type { Instant } from '../../shared/time.ts';

/** The large clock: what it counts, and how far it is. */
export function panelClock({ start, end }: PanelMeeting, now: Instant): { label: string; value: string } {
  if (now < start) return { label: 'Next in', value: countdown(start - now) };
  if (now < end) return { label: 'Ends in', value: countdown(end - now) };
  return { label: 'Ended', value: `${duration(now - end)} ago` };
}

/** `17:00`, with its day where that is not today. */
export function startWords(start: Instant, now: Instant, format: TimeFormat): string {
  const time = clockTime(start, format);
  return dateOf(start, format.zone) === dateOf(now, format.zone)
    ? time
    : `${shortDay(start, format)} ${time}`;
}

/** `17:00–18:00 · kOps`. */
export function lineOf({ start, end, community }: PanelMeeting, now: Instant, format: TimeFormat): string {
  const from = startWords(start, now, format);
  return `${end > start ? `${from}–${clockTime(end, format)}` : from} · ${community}`;
}
