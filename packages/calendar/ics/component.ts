import type { ContentLine } from './lineCursor.ts';
import type { EventRun, RegularEvent } from './regularEvents.ts';

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
  readonly children: readonly (Component | EventRun)[];
  /** Its END was found. */
  readonly isClosed: boolean;
}

/** An event, which is read faster if it is written regularly. */
export type EventText = Component | RegularEvent;
