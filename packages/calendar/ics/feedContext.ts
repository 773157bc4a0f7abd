import type { SeriesZone } from '../series.ts';
import type { CalendarZones } from '../zones/calendarZones.ts';
import type { ExactTimes } from './exactTimes.ts';
import type { FeedProblems } from './feedProblems.ts';
import type { Searches } from './nearbyOccurrence.ts';

/** Shared input for reading the events of one VCALENDAR. */
export interface FeedContext {
  /** The whole decoded feed. */
  readonly text: string;
  readonly zones: CalendarZones;
  /** The times of the regular event that was read last. */
  readonly times: ExactTimes;
  /** X-WR-TIMEZONE; used only for times in an unknown zone. */
  readonly calendarZone: SeriesZone | null;
  /** METHOD in capitals (RFC 5546 §1.4), for example `CANCEL`; empty if there is none. */
  readonly method: string;
  readonly problems: FeedProblems;
  readonly searches: Searches;
}
