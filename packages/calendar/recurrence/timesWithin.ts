import { DAY, HOUR, MINUTE, SECOND } from '#base';
import { dayOf, type WallTime } from '../wallTime.ts';
import type { RecurrenceRule } from './rule.ts';

/**
 * Offsets in ms within a day, an hour, a minute or a second (`unit`) that BYHOUR, BYMINUTE and BYSECOND name,
 * ascending. Parts they leave open come from DTSTART.
 */
export function timesWithin(rule: RecurrenceRule, unit: number, start: WallTime): number[] {
  const time = start - dayOf(start) * DAY;
  const hours = unit < DAY ? [0] : listOr(rule.byHour, Math.floor(time / HOUR));
  const minutes = unit < HOUR ? [0] : listOr(rule.byMinute, Math.floor(time / MINUTE) % 60);
  const seconds = unit < MINUTE ? [0] : listOr(rule.bySecond, Math.floor(time / SECOND) % 60);
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * HOUR + minute * MINUTE + second * SECOND)),
  );
}

const listOr = (list: readonly number[], fallback: number): readonly number[] =>
  list.length > 0 ? list : [fallback];
