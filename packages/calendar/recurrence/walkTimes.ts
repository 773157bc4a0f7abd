import { DAY, HOUR, MINUTE, SECOND } from '#base';
import { dayOf, type WallTime } from '../wallTime.ts';
import { atPositions } from './atPositions.ts';
import type { RecurrenceRule } from './rule.ts';
import { timesWithin } from './timesWithin.ts';
import type { Walk } from './walk.ts';
import { walkDays } from './walkDays.ts';

/**
 * Walks a rule finer than daily. Its days are those of the daily rule with the same day parts; the times within them
 * are counted from DTSTART here. rrule is not used for times: it loses count of the interval when BYHOUR or BYMINUTE
 * skip some, and never returns from rules with steps that match none of the hours they name.
 */
export function walkTimes(rule: RecurrenceRule, start: WallTime, walk: Walk): void {
  const { budget, visit } = walk;
  const unit = rule.frequency === 'HOURLY' ? HOUR : rule.frequency === 'MINUTELY' ? MINUTE : SECOND;
  const origin = Math.floor(start / unit) * unit;
  const step = unit * rule.interval;
  const spans = spansOfDay(rule, unit);
  const within = timesWithin(rule, unit, start);
  const isNamed = (wall: WallTime) =>
    unit > SECOND ||
    rule.bySecond.length === 0 ||
    rule.bySecond.includes(((wall - dayOf(wall) * DAY) / SECOND) % 60);

  const visitDay = (midnight: WallTime) => {
    for (const span of spans) {
      const end = midnight + span.to;
      let wall = origin + Math.ceil((midnight + span.from - origin) / step) * step;
      for (; wall < end; wall += step) {
        if ((budget.steps -= 1 + within.length) < 0 || wall > walk.to) return false;
        if (!isNamed(wall)) continue;
        const period = wall;
        const walls = atPositions(
          rule,
          within.map((offset) => period + offset),
        );
        if (!walls.every((one) => one < start || visit(one))) return false;
      }
    }
    return (budget.steps -= 1 + spans.length) >= 0;
  };
  walkDays(dailyRule(rule), dayOf(start) * DAY, { ...walk, visit: visitDay });
}

const dailyRule = (rule: RecurrenceRule): RecurrenceRule => ({
  ...rule,
  frequency: 'DAILY',
  interval: 1,
  byHour: [],
  byMinute: [],
  bySecond: [],
  byPosition: [],
});

/** A range within a day, in ms from midnight; `to` is exclusive. */
interface SpanOfDay {
  readonly from: number;
  readonly to: number;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The hours or minutes that BYHOUR and BYMINUTE limit a finer rule to; the whole day if they are absent. */
function spansOfDay({ byHour, byMinute }: RecurrenceRule, unit: number): SpanOfDay[] {
  if (unit < HOUR && byMinute.length > 0) {
    return (byHour.length > 0 ? byHour : HOURS).flatMap((hour) =>
      byMinute.map((minute) => spanFrom(hour * HOUR + minute * MINUTE, MINUTE)),
    );
  }
  return byHour.length > 0 ? byHour.map((hour) => spanFrom(hour * HOUR, HOUR)) : [{ from: 0, to: DAY }];
}

const spanFrom = (from: number, length: number): SpanOfDay => ({ from, to: from + length });
