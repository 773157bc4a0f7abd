import { DateTime } from 'luxon';
import type { Instant, ZoneName } from '#base';
import type { ReminderRules } from './reminderRules.ts';

type QuietRules = Pick<ReminderRules, 'quietHours' | 'quietDays' | 'pausedUntil'>;

/** More changes between quiet and not than any rules can have before they repeat. */
const MOST_STEPS = 16;

const atWallTime = (day: DateTime, time: string): DateTime => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
};

/** The end of the quiet stretch that a moment lies in, by one rule; null where it is not quiet. */
function endOfStretch({ quietHours, quietDays, pausedUntil }: QuietRules, now: Instant, zone: ZoneName) {
  if (pausedUntil !== null && now < pausedUntil) return pausedUntil;
  if (quietDays.length === 0 && quietHours === null) return null;
  const local = DateTime.fromMillis(now, { zone });
  const today = local.startOf('day');
  if (quietDays.includes(local.weekday)) return today.plus({ days: 1 }).toMillis();
  if (quietHours === null || quietHours.from === quietHours.to) return null;
  // A stretch over midnight began yesterday, or begins today.
  for (const day of [today.minus({ days: 1 }), today]) {
    const from = atWallTime(day, quietHours.from);
    const isOverMidnight = quietHours.to < quietHours.from;
    const to = atWallTime(isOverMidnight ? day.plus({ days: 1 }) : day, quietHours.to).toMillis();
    if (from.toMillis() <= now && now < to) return to;
  }
  return null;
}

/**
 * When it may be announced again (ms); null when it may now. A week in which every day is quiet never ends: the
 * answer is then some days ahead, to be asked again.
 */
export function quietUntil(rules: QuietRules, now: Instant, zone: ZoneName): Instant | null {
  let end: Instant | null = null;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = endOfStretch(rules, end ?? now, zone);
    if (next === null) break;
    end = next;
  }
  return end;
}
