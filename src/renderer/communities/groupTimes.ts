import { DateTime } from 'luxon';
import type { Community } from '#core/catalogue/community.ts';
import { nextTimes, rhythmOf, type MeetingSchedule, type Rhythm } from '#core/catalogue/meetingSchedule.ts';
import { clockTime, weekday, type TimeFormat } from '#core/format/formatTime.ts';
import type { Instant, TimeWindow, ZoneName } from '#base';
import { texts } from './texts.ts';

/** When groups meet, on the user's clock. Pure; instants in ms. */

type Meeting = Community['meetings'][number];

/** A meeting and its next date. */
export interface MeetingTime {
  readonly meeting: Meeting;
  readonly schedule: MeetingSchedule;
  readonly next: TimeWindow;
}

/** Next dates that were computed, and the earliest moment for which they are the next ones. */
const computed = new WeakMap<MeetingSchedule, { readonly since: Instant; readonly next: TimeWindow }>();

/** The next date of a schedule, computed again when it is over: the screen asks for all of them each minute. */
function nextOf(schedule: MeetingSchedule, now: Instant): TimeWindow | null {
  const known = computed.get(schedule);
  if (known !== undefined && known.since <= now && now < known.next.to) return known.next;
  const [next] = nextTimes(schedule, now, 1);
  if (next === undefined) return null;
  computed.set(schedule, { since: now, next });
  return next;
}

/** The next date of each meeting that has dates, in the order of the source. */
export function timesOf({ meetings }: Pick<Community, 'meetings'>, now: Instant): MeetingTime[] {
  return meetings.flatMap((meeting) => {
    const { schedule } = meeting;
    const next = schedule === null ? null : nextOf(schedule, now);
    return schedule === null || next === null ? [] : [{ meeting, schedule, next }];
  });
}

/** The hour of a day at which something begins: 13.5 is half past one. */
export function hourOf(instant: Instant, zone: ZoneName): number {
  const { hour, minute } = DateTime.fromMillis(instant, { zone });
  return hour + minute / 60;
}

/** The hours at which most people are asleep. */
const NIGHT = { from: 22, to: 7 } as const;
/** The usual working hours. */
const WORK = { from: 9, to: 18 } as const;

/** True if a meeting begins while most people in that zone are asleep. */
export function isAtNight(start: Instant, zone: ZoneName): boolean {
  const hour = hourOf(start, zone);
  return hour >= NIGHT.from || hour < NIGHT.to;
}

/** True if a meeting lies within the usual working hours, Monday to Friday. */
export function isAtWork({ from, to }: TimeWindow, zone: ZoneName): boolean {
  const isWeekday = DateTime.fromMillis(from, { zone }).weekday <= 5;
  return isWeekday && hourOf(from, zone) >= WORK.from && hourOf(to - 1, zone) < WORK.to;
}

/**
 * When this week is over.
 * @param firstDay 1 is Monday, 7 is Sunday
 */
export function endOfWeek(now: Instant, zone: ZoneName, firstDay: number): Instant {
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  const daysLeft = 7 - ((today.weekday - firstDay + 7) % 7);
  return today.plus({ days: daysLeft }).toMillis();
}

/** `every 2 weeks`; empty if it takes place each week. */
export function rhythmWords(rhythm: Rhythm): string {
  if (rhythm.kind === 'other') return '';
  return 'every' in rhythm ? texts.rhythms[rhythm.kind](rhythm.every) : texts.rhythms[rhythm.kind];
}

/** `Tue 19:00`, or `Tue 19:00, every 2 weeks`. */
export function regularTime({ schedule, next }: MeetingTime, format: TimeFormat): string {
  const time = `${weekday(next.from, format)} ${clockTime(next.from, format)}`;
  const rhythm = rhythmOf(schedule);
  return rhythm.kind === 'weeks' && rhythm.every === 1
    ? time
    : [time, rhythmWords(rhythm)].filter(Boolean).join(', ');
}

/** The times of a group on one line: those of its first meeting, and how many others it has. */
export function groupTimeWords(times: readonly MeetingTime[], format: TimeFormat): string {
  const [first, ...others] = times;
  if (first === undefined) return texts.noTimes;
  if (others.length === 0) return regularTime(first, format);
  const time = `${weekday(first.next.from, format)} ${clockTime(first.next.from, format)}`;
  return texts.andMore(time, others.length);
}
