import { clockTime, countdown, duration } from '../../shared/agenda/formatTime.ts';
import type { AlertCard, AlertSnapshot } from '../../shared/ipc/contract.ts';
import type { SnoozeChoice } from '../../shared/reminders/snooze.ts';
import { MINUTE, type Instant } from '../../shared/time.ts';

/** The large clock of a card: what it counts, and how far it is. */
export function alertClock(time: AlertCard['time'], now: Instant): { label: string; value: string } {
  if (time === null) return { label: '', value: '' };
  if (now < time.start) return { label: 'Starts in', value: countdown(time.start - now) };
  if (now - time.start < MINUTE) return { label: 'Starts', value: 'now' };
  if (now < time.end) return { label: 'Started', value: `${duration(now - time.start)} ago` };
  return { label: 'Ended', value: `${duration(now - time.end)} ago` };
}

/** `17:00–18:00 · Kubernetes · Zoom`. */
export function alertLine({ time, community, service }: AlertCard, format: AlertSnapshot['format']): string {
  const range =
    time === null
      ? ''
      : time.end > time.start
        ? `${clockTime(time.start, format)}–${clockTime(time.end, format)}`
        : clockTime(time.start, format);
  return [range, community, service ?? 'no room known'].filter((part) => part !== '').join(' · ');
}

const SNOOZE_WORDS: Readonly<Record<SnoozeChoice, string>> = {
  '1': 'in 1 min',
  '5': 'in 5 min',
  '10': 'in 10 min',
  minuteBefore: '1 min before',
  start: 'at the start',
};

/** What stands on the button of a snooze. */
export const snoozeWords = (choice: SnoozeChoice): string => SNOOZE_WORDS[choice];
