import { DAY, MINUTE, type ZoneName } from '#base';
import { readRule } from './recurrence/readRule.ts';
import { plainDetails } from './plainDetails.ts';
import type { Pattern, Series, SeriesDetails, SeriesZone } from './series.ts';
import type { WeekDoubt } from './reading.ts';
import { spanOf } from './span.ts';
import { dayOfDateText, wallTimeOfText } from './wallTime.ts';
import { zoneOf, ianaZone } from './zones/zone.ts';

/** Input of {@link recurringSeries}. Dates and times are wall times in `zone`, without offset. */
export interface RecurringSeriesInput {
  readonly uid: string;
  readonly title: string;
  /** `2026-11-24T09:00`, the first date. */
  readonly start: string;
  readonly zone: ZoneName;
  /** RRULE value, for example `FREQ=WEEKLY;INTERVAL=2`; null for a single date. UNTIL is `20261224`, or a date-time in UTC. */
  readonly rule: string | null;
  readonly durationMinutes: number;
  /** `2026-11-24T09:00` each. */
  readonly rdates?: readonly string[];
  readonly exdates?: readonly string[];
  /** Set if the rule does not decide on which of its dates the meeting takes place. */
  readonly doubt?: WeekDoubt | null;
  readonly details?: Partial<Omit<SeriesDetails, 'title'>>;
}

/**
 * Creates a series from wall times and a rule instead of an ICS file. Throws a RangeError for an invalid start, zone
 * or rule.
 */
export function recurringSeries(input: RecurringSeriesInput): Series {
  const zone: SeriesZone = { kind: 'iana', name: input.zone };
  const clock = zoneOf(zone, ianaZone('UTC'));
  const wallOf = (text: string) => {
    const wall = wallTimeOfText(text);
    if (wall === null) throw new RangeError(`“${text}” is not a wall time.`);
    return wall;
  };
  const instantOf = (text: string) => clock.instant(wallOf(text));
  const untilOf = (value: string) => {
    const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(value);
    if (match === null) return null;
    const [, year, month, day, hour, minute, second, utc] = match;
    if (hour === undefined) {
      const midnight = dayOfDateText(`${year}-${month}-${day}`);
      return midnight === null ? null : clock.instant((midnight + 1) * DAY) - 1;
    }
    const wall = wallTimeOfText(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
    return wall === null || utc === 'Z' ? wall : clock.instant(wall);
  };
  const read = input.rule === null ? null : readRule(input.rule, untilOf);
  if (read?.flaw) throw new RangeError(`The rule “${input.rule}” cannot be read: ${read.flaw}.`);

  const pattern: Pattern = {
    zone,
    isAllDay: false,
    start: wallOf(input.start),
    length: { days: 0, ms: input.durationMinutes * MINUTE },
    rules: read?.rule ? [read.rule] : [],
    added: (input.rdates ?? []).map((text) => ({ at: instantOf(text), length: null })),
    excluded: (input.exdates ?? []).map(instantOf).sort((one, other) => one - other),
    excludedDays: [],
    excludedInstants: [],
  };
  return {
    uid: input.uid,
    sequence: 0,
    pattern,
    overrides: [],
    span: spanOf(pattern, []),
    status: 'confirmed',
    doubt: input.doubt ?? null,
    details: { ...plainDetails(input.title), ...input.details },
  };
}
