import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Rectangle } from '#core/tray/placePanel.ts';

/** What the tray icon and its menu do. */
export interface TrayCommands {
  join(occurrence: Occurrence): void;
  /** Opens the floating clock for it. */
  showClock(occurrence: Occurrence): void;
  /** Does not go to it. */
  skip(occurrence: Occurrence): void;
  /** Says whether a meeting that may take place is on. */
  answerWeek(occurrence: Occurrence, isOn: boolean): void;
  openNotes(): void;
  openFeeds(): void;
  open(): void;
  /** The icon was clicked. @param icon where it is; null if the platform does not report it */
  panel(icon: Rectangle | null): void;
  /** No reminders until then; `now` ends a pause. */
  pause(until: 'hour' | 'tomorrow' | 'now'): void;
}
