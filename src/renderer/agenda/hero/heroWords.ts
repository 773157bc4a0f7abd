import { dateOf, endOf, isRunning, startOf } from '#core/agenda/agenda.ts';
import { clockTime, dayHeading, type TimeFormat } from '#core/format/formatTime.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import { countdown, countdownWords, timeLeft } from '#core/format/timeUntil.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { HOUR, type Instant } from '#base';
import { texts } from '../texts.ts';

const { hero: words } = texts;

/** The clock of the hero. */
export interface HeroClock {
  /** What the clock counts to: `Next in`. */
  readonly eyebrow: string;
  /** `08:26`, `2 h 08`, or the start of a meeting on another day. */
  readonly digits: string;
  /** The same as words. */
  readonly spoken: string;
  readonly kind: 'next' | 'running' | 'over' | 'day';
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Minutes and seconds in the last hour, then `2 h 08`: the minute is enough, and nothing flickers. */
function digitsOf(ms: number): string {
  if (ms < HOUR) return countdown(ms);
  const { days, hours, minutes } = timeLeft(ms);
  return days > 0 ? `${days} d ${hours} h` : `${hours} h ${twoDigits(minutes)}`;
}

/**
 * @param count meetings that start together
 * @param isOverTime it is over, and the user may still be in its room
 */
export function heroClock(
  occurrence: Occurrence,
  count: number,
  isOverTime: boolean,
  now: Instant,
  format: TimeFormat,
): HeroClock {
  const clock = plainClock(occurrence, count, isOverTime, now, format);
  return isUnconfirmed(occurrence) && !isOverTime
    ? { ...clock, eyebrow: words.unconfirmed(clock.eyebrow) }
    : clock;
}

function plainClock(
  occurrence: Occurrence,
  count: number,
  isOverTime: boolean,
  now: Instant,
  format: TimeFormat,
): HeroClock {
  const { zone } = format;
  const [start, end] = [startOf(occurrence, zone), endOf(occurrence, zone)];
  const isMaybe = occurrence.isWeekUnknown;
  if (isOverTime)
    return {
      eyebrow: words.overBy,
      digits: digitsOf(now - end),
      spoken: countdownWords(now - end),
      kind: 'over',
    };
  if (isRunning(occurrence, now, zone))
    return {
      eyebrow: isMaybe ? words.maybeEndsIn : words.endsIn,
      digits: digitsOf(end - now),
      spoken: countdownWords(end - now),
      kind: 'running',
    };
  const date = dateOf(start, zone);
  if (date !== dateOf(now, zone) && start - now >= HOUR) {
    const day = dayHeading(date, now, format);
    const time = clockTime(start, format);
    return {
      eyebrow: isMaybe ? words.maybeOn(day) : day,
      digits: time,
      spoken: words.dayAt(day, time),
      kind: 'day',
    };
  }
  return {
    eyebrow: isMaybe
      ? words.maybeIn
      : count > 1
        ? count > 2
          ? words.allIn(count)
          : words.bothIn
        : words.nextIn,
    digits: digitsOf(start - now),
    spoken: countdownWords(start - now),
    kind: 'next',
  };
}
