import { DateTime } from 'luxon';
import type { Instant, ZoneName } from '#base';
import type { ReminderRules } from './reminderRules.ts';

type QuietRules = Pick<ReminderRules, 'quietHours' | 'quietDays' | 'pausedUntil'>;

/** More changes between quiet and not quiet than any rules have before they repeat. */
const MOST_STEPS = 16;

const atWallTime = (day: DateTime, time: string): DateTime => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
};

/** End of the quiet period around a moment, by one rule; null if it is not quiet. */
function endOfStretch({ quietHours, quietDays, pausedUntil }: QuietRules, now: Instant, zone: ZoneName) {
  if (pausedUntil !== null && now < pausedUntil) return pausedUntil;
  if (quietDays.length === 0 && quietHours === null) return null;
  const local = DateTime.fromMillis(now, { zone });
  const today = local.startOf('day');
  if (quietDays.includes(local.weekday)) return today.plus({ days: 1 }).toMillis();
  if (quietHours === null || quietHours.from === quietHours.to) return null;
  // A period over midnight began yesterday, or begins today.
  for (const day of [today.minus({ days: 1 }), today]) {
    const from = atWallTime(day, quietHours.from);
    const isOverMidnight = quietHours.to < quietHours.from;
    const to = atWallTime(isOverMidnight ? day.plus({ days: 1 }) : day, quietHours.to).toMillis();
    if (from.toMillis() <= now && now < to) return to;
  }
  return null;
}

/**
 * When reminders may be raised again (ms); null if they may be raised now. If every day of the week is quiet, returns
 * an instant some days ahead, after which to ask again.
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
