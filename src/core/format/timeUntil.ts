import { DAY, HOUR, MINUTE, SECOND, type Instant } from '#base';

/** A length of time in whole parts: the notice, alert, panel, tray, agenda and command line all show these. */
export interface TimeParts {
  readonly days: number;
  /** 0 to 23. */
  readonly hours: number;
  /** 0 to 59. */
  readonly minutes: number;
}

const partsOf = (minutes: number): TimeParts => ({
  days: Math.floor(minutes / (DAY / MINUTE)),
  hours: Math.floor(minutes / (HOUR / MINUTE)) % 24,
  minutes: minutes % 60,
});

/** The parts of a time that is left (ms). Minutes are rounded up: 11 min 40 s are 12 minutes. At least one minute. */
export const timeLeft = (ms: number): TimeParts => partsOf(Math.max(1, Math.ceil(ms / MINUTE)));

/** `12 min`, `3 h 5 min`, `2 days`. Days are rounded to the nearest: 1 day and 20 hours are 2 days. */
export const timeLeftText = ({ days, hours, minutes }: TimeParts): string =>
  days > 0 ? plural(hours >= 12 ? days + 1 : days, 'day') : hoursText(hours, minutes);

/** The time left until an instant: `12 min`, `3 h 5 min`, `2 days`. See {@link timeLeft}. */
export const timeUntil = (instant: Instant, now: Instant): string => timeLeftText(timeLeft(instant - now));

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * A countdown that ticks: `12:34` (minutes and seconds) in the last hour, `3 h 05 min` on the same day, `2 d 4 h`
 * before. From an hour on it shows the parts of {@link timeLeft}; it does not go below zero.
 */
export function countdown(ms: number): string {
  if (ms < HOUR) {
    const left = Math.max(0, ms);
    return `${twoDigits(Math.floor(left / MINUTE))}:${twoDigits(Math.floor((left % MINUTE) / SECOND))}`;
  }
  const { days, hours, minutes } = timeLeft(ms);
  return days > 0 ? `${days} d ${hours} h` : `${hours} h ${twoDigits(minutes)} min`;
}

/** What {@link countdown} shows, to be spoken: `12 minutes`, `3 hours 5 minutes`, `2 days 4 hours`. */
export function countdownWords(ms: number): string {
  const { days, hours, minutes } = timeLeft(ms);
  const parts = [
    ...(days > 0 ? [plural(days, 'day')] : []),
    ...(hours > 0 ? [plural(hours, 'hour')] : []),
    ...(days === 0 && minutes > 0 ? [plural(minutes, 'minute')] : []),
  ];
  return parts.join(' ');
}

/** A length of time in coarse words, rounded down: `less than a minute`, `12 min`, `3 h 5 min`, `2 days`. */
export function duration(ms: number): string {
  if (ms < MINUTE) return 'less than a minute';
  const { days, hours, minutes } = partsOf(Math.floor(ms / MINUTE));
  return days > 0 ? plural(days, 'day') : hoursText(hours, minutes);
}

function hoursText(hours: number, minutes: number): string {
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** The time left until an instant in whole words, for screen readers: `10 minutes`, `1 hour 5 minutes`. */
export function timeUntilInWords(instant: Instant, now: Instant): string {
  const { days, hours, minutes } = timeLeft(instant - now);
  const parts: readonly (readonly [count: number, word: string])[] = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => plural(count, word))
    .join(' ');
}
