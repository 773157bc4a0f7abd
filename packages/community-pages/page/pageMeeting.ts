import type { CalendarDate } from '#base';
import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import type { Statement } from './pageSchedules.ts';

/** A meeting as a page states it. */
export interface PageMeeting {
  readonly parts: ScheduleParts;
  /** The statement that gives its time, or its rhythm where no time is given. */
  readonly statement: Statement;
  /** All words that it was read from. */
  readonly texts: readonly string[];
  readonly isInactive: boolean;
  /** Units that speak of the same meeting elsewhere on the page: their links are its own too. */
  readonly alsoIn?: readonly number[];
  /** Dates of minutes on the page, which tell its week. */
  readonly weekOf?: readonly CalendarDate[];
  /** Dates on which the page says that it is left out. */
  readonly skips?: readonly CalendarDate[];
  /** Meetings of the page with the same name take turns. */
  readonly turn?: string;
  /** Its own way in, where the page names several rooms by date. */
  readonly room?: string | null;
}
