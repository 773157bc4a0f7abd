import type { CalendarDate } from '#base';
import type { Doubt } from '#calendar';
import type { Rhythm } from './rhythm.ts';
import { DAY_CODES, type DayCode } from './weekdays.ts';

/** Turns a rhythm and its weekdays into an RRULE value (RFC 5545 §3.3.10). */

export interface RuleReading {
  readonly rrule: string | null;
  readonly candidates: readonly string[];
  readonly doubts: readonly Doubt[];
}

const certain = (rrule: string, ...doubts: Doubt[]): RuleReading => ({ rrule, candidates: [], doubts });
const byDay = (days: readonly DayCode[] | null) => (days === null ? '' : `;BYDAY=${days.join(',')}`);
const LAST_DAY = 31;

const everyWeeks = (interval: number, days: readonly DayCode[] | null) =>
  `FREQ=WEEKLY${interval > 1 ? `;INTERVAL=${String(interval)}` : ''}${byDay(days)}`;

function ofPositions(
  { positions, months = 1, inMonths = [] }: Rhythm & { kind: 'monthPositions' },
  days: readonly DayCode[] | null,
  start: CalendarDate | null,
): RuleReading {
  const entries = positions.flatMap(({ nth, weekday }) =>
    (weekday === null ? (days ?? []) : [weekday]).map((day) => ({ nth, day })),
  );
  if (entries.length === 0) return certain('FREQ=MONTHLY');
  const ordered = entries.sort(
    (left, right) => left.nth - right.nth || DAY_CODES.indexOf(left.day) - DAY_CODES.indexOf(right.day),
  );
  const byMonth = inMonths.length === 0 ? '' : `;BYMONTH=${inMonths.join(',')}`;
  return certain(
    `FREQ=MONTHLY${byMonth}${months > 1 ? `;INTERVAL=${String(months)}` : ''};BYDAY=${ordered.map(({ nth, day }) => `${String(nth)}${day}`).join(',')}`,
    ...(months > 1 && start === null ? [{ kind: 'whichMonths', everyMonths: months } as const] : []),
  );
}

/**
 * Weekly without some positions: the remaining ones. Without the last one, they count from the end of the
 * month.
 */
function ofExceptions(nths: readonly number[], days: readonly DayCode[] | null): RuleReading {
  if (days === null) return certain('FREQ=WEEKLY', { kind: 'whichDay' });
  const fromEnd = nths.every((nth) => nth < 0);
  if (!fromEnd && nths.some((nth) => nth < 0))
    return {
      rrule: null,
      candidates: [everyWeeks(1, days)],
      doubts: [{ kind: 'whichWeeksLeftOut' }],
    };
  const kept = (fromEnd ? [-5, -4, -3, -2, -1] : [1, 2, 3, 4, 5]).filter((nth) => !nths.includes(nth));
  return certain(
    `FREQ=MONTHLY;BYDAY=${kept.flatMap((nth) => days.map((day) => `${String(nth)}${day}`)).join(',')}`,
  );
}

/**
 * The days of the month on which the day beside an nth weekday can fall; null if one of them is in another
 * month.
 */
function daysBeside(nth: number, shift: number): number[] | null {
  if (nth < 1) return null;
  const first = 7 * (nth - 1) + 1 + shift;
  return first < 1 || first + 6 > LAST_DAY ? null : Array.from({ length: 7 }, (_, index) => first + index);
}

function beside(weekday: DayCode, positions: readonly { nth: number; shift: number }[]): RuleReading {
  const days = positions.map(({ nth, shift }) => daysBeside(nth, shift));
  if (days.some((list) => list === null)) {
    return {
      rrule: null,
      candidates: [],
      doubts: [{ kind: 'besideMonth', day: weekday }],
    };
  }
  const monthDays = days.flatMap((list) => list ?? []).sort((left, right) => left - right);
  return certain(`FREQ=MONTHLY;BYDAY=${weekday};BYMONTHDAY=${monthDays.join(',')}`);
}

/** The rule of the days that are `shift` days beside several positions in the month. */
export const ruleBeside = (weekday: DayCode, nths: readonly number[], shift: number): RuleReading =>
  beside(
    weekday,
    nths.map((nth) => ({ nth, shift })),
  );

/** ISO week numbers of one parity. 53 is odd, so after a long year two odd weeks are adjacent. */
const weekNumbers = (parity: 'odd' | 'even') =>
  Array.from({ length: 53 }, (_, index) => index + 1).filter(
    (week) => (week % 2 === 1) === (parity === 'odd'),
  );

function monthly(days: readonly DayCode[] | null, start: CalendarDate | null): RuleReading {
  const [day] = days ?? [];
  if (day === undefined) return certain('FREQ=MONTHLY');
  if (start !== null) {
    const nth = Math.ceil(Number(start.slice(8)) / 7);
    return certain(`FREQ=MONTHLY;BYDAY=${String(nth)}${day}`, { kind: 'nthFromStart', nth, day });
  }
  return {
    rrule: null,
    candidates: [1, 2, 3, 4, -1].map((nth) => `FREQ=MONTHLY;BYDAY=${String(nth)}${day}`),
    doubts: [{ kind: 'whichOfMonth', day }],
  };
}

const everyMonths = (interval: number, days: readonly DayCode[] | null) =>
  certain(`FREQ=MONTHLY;INTERVAL=${String(interval)}${byDay(days)}`, {
    kind: 'whichMonthsAndWeeks',
    everyMonths: interval,
  });

function daily(days: readonly DayCode[] | null): RuleReading {
  const [day, ...others] = days ?? [];
  if (day === undefined) return certain('FREQ=DAILY');
  return others.length === 0
    ? certain(everyWeeks(1, days), { kind: 'dailyOnOneDay', day })
    : certain(everyWeeks(1, days));
}

/**
 * The rule of a rhythm. @param start the first date if one is written; a monthly rhythm without a week needs it
 */
export function ruleOf(
  rhythm: Rhythm,
  days: readonly DayCode[] | null,
  start: CalendarDate | null,
): RuleReading {
  if (rhythm.kind === 'weeks') return certain(everyWeeks(rhythm.interval, days));
  if (rhythm.kind === 'daily') return daily(days);
  if (rhythm.kind === 'monthPositions') return ofPositions(rhythm, days, start);
  if (rhythm.kind === 'weeklyExcept') return ofExceptions(rhythm.nths, days);
  if (rhythm.kind === 'besidePosition') return beside(rhythm.weekday, [rhythm]);
  if (rhythm.kind === 'weekNumbers') {
    return certain(`FREQ=YEARLY;BYWEEKNO=${weekNumbers(rhythm.parity).join(',')}${byDay(days)}`);
  }
  if (rhythm.kind === 'months')
    return rhythm.interval === 1 ? monthly(days, start) : everyMonths(rhythm.interval, days);
  if (rhythm.kind === 'onDemand') return { rrule: null, candidates: [], doubts: [] };
  const candidates = rhythm.readings.flatMap((other) => ruleOf(other, days, start).rrule ?? []);
  return { rrule: null, candidates, doubts: [] };
}
