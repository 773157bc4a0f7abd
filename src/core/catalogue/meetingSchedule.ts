import { DateTime } from 'luxon';
import { z } from 'zod';
import { nextDatesOf } from '#calendar';
import { DAY, MINUTE, type Instant, type TimeWindow, type ZoneName } from '#base';

/** When a meeting of a community takes place, so that its times can be shown before it is followed. */
export const meetingSchedule = z.object({
  /** RRULE value. If the weeks are unknown, each of its dates is a candidate. */
  rule: z.string(),
  /** A date of the rule, which INTERVAL counts from. */
  anchor: z.string(),
  /** Wall time in the zone, `HH:MM`. */
  time: z.string(),
  /** IANA name. */
  zone: z.string(),
  minutes: z.number(),
  /** Dates that its source leaves out. */
  skips: z.array(z.string()).readonly(),
});
export type MeetingSchedule = z.infer<typeof meetingSchedule>;

/** How often a meeting takes place, without its days: those may be others in the user's zone. */
export type Rhythm =
  | { readonly kind: 'days' | 'weeks' | 'months'; readonly every: number }
  | { readonly kind: 'oddWeeks' | 'evenWeeks' }
  | { readonly kind: 'other' };

/** True for the rule of a meeting with a single date. */
const isOnce = (rule: string): boolean => /;COUNT=1(?:;|$)/.test(rule);

/** The last date of a rule; null if it does not end. */
function lastDateOf({ rule, anchor }: Pick<MeetingSchedule, 'rule' | 'anchor'>): string | null {
  if (isOnce(rule)) return anchor;
  const [, year, month, day] = /UNTIL=(\d{4})(\d{2})(\d{2})/.exec(rule) ?? [];
  return year === undefined || month === undefined || day === undefined ? null : `${year}-${month}-${day}`;
}

/** The rhythm of a rule. */
export function rhythmOf({ rule }: Pick<MeetingSchedule, 'rule'>): Rhythm {
  const every = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  if (isOnce(rule)) return { kind: 'other' };
  if (rule.startsWith('FREQ=DAILY')) return { kind: 'days', every };
  if (rule.startsWith('FREQ=WEEKLY')) return { kind: 'weeks', every };
  if (rule.startsWith('FREQ=MONTHLY')) return { kind: 'months', every };
  const weeks = /BYWEEKNO=([\d,]+)/.exec(rule)?.[1]?.split(',').map(Number) ?? [];
  const isEverySecond = weeks.length > 25 && weeks.every((week) => week % 2 === (weeks[0] ?? 0) % 2);
  if (!isEverySecond) return { kind: 'other' };
  return { kind: (weeks[0] ?? 0) % 2 === 1 ? 'oddWeeks' : 'evenWeeks' };
}

const instantOf = (date: string, time: string, zone: ZoneName): Instant =>
  DateTime.fromISO(`${date}T${time}`, { zone }).toMillis();

/**
 * The next dates of a meeting that are not over, the running one included; at most `count`, soonest first.
 * @param now instant in ms
 */
export function nextTimes(schedule: MeetingSchedule, now: Instant, count: number): TimeWindow[] {
  const { rule, anchor, time, zone, minutes, skips } = schedule;
  const before = DateTime.fromMillis(now - DAY, { zone }).toISODate();
  if (before === null) return [];
  const last = lastDateOf(schedule);
  if (last !== null && last < before) return [];
  // A first date in the future is the earliest one.
  return nextDatesOf({ rule, anchor }, anchor > before ? anchor : before, count + skips.length + 2)
    .values()
    .filter((date) => !skips.includes(date) && (last === null || date <= last))
    .map((date) => instantOf(date, time, zone))
    .map((from) => ({ from, to: from + minutes * MINUTE }))
    .filter(({ to }) => to > now)
    .take(count)
    .toArray();
}
