import type { ContentLine } from './lineCursor.ts';

/** A component of an iCalendar text: BEGIN to END (RFC 5545 §3.6). Numbers are offsets into the text. */
export interface Component {
  /** In capitals. */
  readonly name: string;
  /** Start of its BEGIN line. */
  readonly at: number;
  /** Range of the text between BEGIN and END. */
  readonly from: number;
  readonly to: number;
  /** Its own lines, for calendars and zones; empty for events, whose lines are read on demand. */
  readonly lines: readonly ContentLine[];
  /** Empty for events: their alarms are read with their lines. */
  readonly children: readonly Component[];
  /** Its END was found. */
  readonly isClosed: boolean;
  /** For an event found by `regularEventAt`; null for all others. */
  readonly outline: EventOutline | null;
}

/** Offsets of the lines of a regular event that name, date and repeat it. */
export interface EventOutline {
  /** End of its own lines: its first alarm, or its END if it has no alarm. */
  ownTo: number;
  /** The first UID, DTSTART and DTEND; negative if missing. */
  uid: number;
  start: number;
  end: number;
  /** All RRULE, RDATE, EXDATE and RECURRENCE-ID. Empty for a single event. */
  readonly recurrence: readonly number[];
}
