import type { SeriesZone } from '../series.ts';
import type { CalendarZones } from '../zones/calendarZones.ts';
import type { FeedProblems } from './feedProblems.ts';

/** What the events of one VCALENDAR are read with. */
export interface FeedContext {
  /** The whole feed, decoded. */
  readonly text: string;
  readonly zones: CalendarZones;
  /** X-WR-TIMEZONE; only times in an unknown zone are read in it. */
  readonly calendarZone: SeriesZone | null;
  readonly problems: FeedProblems;
}
