import type { SeriesZone } from '../series.ts';
import type { CalendarZones } from '../zones/calendarZones.ts';
import type { FeedProblems } from './feedProblems.ts';
import type { Searches } from './slotOfDay.ts';

/** What the events of one VCALENDAR are read with. */
export interface FeedContext {
  /** The whole feed, decoded. */
  readonly text: string;
  readonly zones: CalendarZones;
  /** X-WR-TIMEZONE; only times in an unknown zone are read in it. */
  readonly calendarZone: SeriesZone | null;
  /** METHOD in capitals (RFC 5546 §1.4), for example `CANCEL`; empty where there is none. */
  readonly method: string;
  readonly problems: FeedProblems;
  readonly searches: Searches;
}
