import { countdown, duration } from '#core/format/timeUntil.ts';
import { clockTime } from '#core/format/formatTime.ts';
import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import { MINUTE, SECOND, type Instant } from '#base';
import { texts } from './texts.ts';

/** The large clock of a card: label and value. */
export function alertClock(
  { time, joinsAt }: Pick<AlertCard, 'time' | 'joinsAt'>,
  now: Instant,
): { label: string; value: string } {
  if (joinsAt !== null) {
    const seconds = Math.max(0, Math.ceil((joinsAt - now) / SECOND));
    return { label: texts.joinsIn, value: texts.seconds(seconds) };
  }
  if (time === null) return { label: '', value: '' };
  if (now < time.start) return { label: texts.startsIn, value: countdown(time.start - now) };
  if (now - time.start < MINUTE) return { label: texts.starts, value: texts.nowValue };
  if (now < time.end) return { label: texts.started, value: texts.ago(duration(now - time.start)) };
  return { label: texts.ended, value: texts.ago(duration(now - time.end)) };
}

/** `17:00–18:00 · Kubernetes · Zoom`. */
export function alertLine({ time, community, service }: AlertCard, format: AlertSnapshot['format']): string {
  const range =
    time === null
      ? ''
      : time.end > time.start
        ? `${clockTime(time.start, format)}–${clockTime(time.end, format)}`
        : clockTime(time.start, format);
  return [range, community, service ?? texts.noRoom].filter((part) => part !== '').join(' · ');
}
