import type { CalendarDate } from '#base';
import { distinctDoubts, type Doubt } from '#calendar';
import type { ZoneReading } from '../zones/readZone.ts';
import type { TimeMark } from './clockTime.ts';
import type { WrittenDate } from './dates.ts';
import type { RhythmReading } from './rhythm.ts';
import type { DayCode } from './weekdays.ts';

/** What a text says about the dates of one meeting; null and empty where it is silent. */
export interface ScheduleParts {
  readonly weekdays: readonly DayCode[] | null;
  readonly rhythm: RhythmReading | null;
  /** The same moment in several zones; the first one counts. */
  readonly times: readonly TimeMark[];
  /** A zone that was named apart from the time. */
  readonly zone: ZoneReading | null;
  readonly start: WrittenDate | null;
  /** The day on which it ends, where the text says so with its year. */
  readonly end: CalendarDate | null;
  readonly durationMinutes: number | null;
  /** Where in its text the first of it stands. */
  readonly at: number;
  /** Questions that came up while reading. */
  readonly doubts: readonly Doubt[];
}

export const NO_PARTS: ScheduleParts = {
  weekdays: null,
  rhythm: null,
  times: [],
  zone: null,
  start: null,
  end: null,
  durationMinutes: null,
  at: 0,
  doubts: [],
};

/** What the first says, completed by what only the second says. */
export const completedBy = (first: ScheduleParts, second: ScheduleParts): ScheduleParts => ({
  weekdays: first.weekdays ?? second.weekdays,
  rhythm: first.rhythm ?? second.rhythm,
  times: first.times.length > 0 ? first.times : second.times,
  zone: first.zone ?? second.zone,
  start: first.start ?? second.start,
  end: first.end ?? second.end,
  durationMinutes: first.durationMinutes ?? second.durationMinutes,
  at: first.at,
  doubts: distinctDoubts([...first.doubts, ...second.doubts]),
});
