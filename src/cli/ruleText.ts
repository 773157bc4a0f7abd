import type { RecurrenceRule, RuleDay } from '#calendar';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** `TU` for a weekday number, where Monday is 0. */
export const weekdayCode = (weekday: number): string => WEEKDAYS[weekday] ?? '';

const dayCode = ({ weekday, nth }: RuleDay): string => `${nth ?? ''}${weekdayCode(weekday)}`;

/** `20261224T160000Z` of an instant. */
const stamp = (instant: number): string => new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/**
 * The value of an RRULE (RFC 5545 §3.3.10). Default parts are left out.
 * @param rule its `until` is an instant
 */
export function ruleText(rule: RecurrenceRule): string {
  const lists: readonly (readonly [string, readonly (string | number)[]])[] = [
    ['BYMONTH', rule.byMonth],
    ['BYWEEKNO', rule.byWeekNumber],
    ['BYYEARDAY', rule.byYearDay],
    ['BYMONTHDAY', rule.byMonthDay],
    ['BYDAY', rule.byDay.map(dayCode)],
    ['BYHOUR', rule.byHour],
    ['BYMINUTE', rule.byMinute],
    ['BYSECOND', rule.bySecond],
    ['BYSETPOS', rule.byPosition],
  ];
  return [
    `FREQ=${rule.frequency}`,
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === null ? [] : [`UNTIL=${stamp(rule.until)}`]),
    ...lists.filter(([, values]) => values.length > 0).map(([name, values]) => `${name}=${values.join(',')}`),
    ...(rule.weekStart === 0 ? [] : [`WKST=${weekdayCode(rule.weekStart)}`]),
  ].join(';');
}
