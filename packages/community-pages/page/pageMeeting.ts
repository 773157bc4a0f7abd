import type { CalendarDate } from '#base';
import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import type { Statement } from './pageSchedules.ts';

/** A meeting as a page states it. */
export interface PageMeeting {
  readonly parts: ScheduleParts;
  /** The statement with its time, or with its rhythm if there is no time. */
  readonly statement: Statement;
  /** All words that it was read from. */
  readonly texts: readonly string[];
  readonly isInactive: boolean;
  /** Other units about the same meeting: their links belong to it, too. */
  readonly alsoIn?: readonly number[];
  /** Dates of minutes on the page that show its week. */
  readonly weekOf?: readonly CalendarDate[];
  /** Dates that the page leaves out. */
  readonly skips?: readonly CalendarDate[];
  /** Name of a group of meetings of the page that take turns. */
  readonly turn?: string;
  /** Its room, if the page names several rooms by date. */
  readonly room?: string | null;
}
