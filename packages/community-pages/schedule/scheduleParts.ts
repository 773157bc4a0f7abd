import type { CalendarDate } from '#base';
import { distinctDoubts, type Doubt } from '#calendar';
import type { ZoneReading } from '../zones/readZone.ts';
import type { TimeMark } from './clockTime.ts';
import type { WrittenDate } from './dates.ts';
import type { RhythmReading } from './rhythm.ts';
import type { DayCode } from './weekdays.ts';

/** What a text says about the dates of one meeting; null or empty if it says nothing. */
export interface ScheduleParts {
  readonly weekdays: readonly DayCode[] | null;
  readonly rhythm: RhythmReading | null;
  /** The same moment in several zones; the first one counts. */
  readonly times: readonly TimeMark[];
  /** A zone apart from the time. */
  readonly zone: ZoneReading | null;
  readonly start: WrittenDate | null;
  /** The day on which it ends; null without a year. */
  readonly end: CalendarDate | null;
  readonly durationMinutes: number | null;
  /** Position of its first mark in the text. */
  readonly at: number;
  /** Questions from reading. */
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

/** The first, with fields of the second where it has none. */
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
