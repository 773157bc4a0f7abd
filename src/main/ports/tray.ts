import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Rectangle } from '#core/desktop/placePanel.ts';

/** What the tray shows. */
export interface TrayModel {
  readonly tooltip: string;
  /** Beside the icon, on macOS; empty for none. */
  readonly title: string;
  /** `hour`: a meeting within the hour; `soon`: within five minutes. */
  readonly state: 'idle' | 'hour' | 'soon' | 'now' | 'failing';
  /** What “join” means now: the running or coming meeting with a room; several where they begin at once. */
  readonly join: readonly { readonly label: string; readonly occurrence: Occurrence }[];
  /** The meeting that “Skip” skips: the next one; null without a next meeting, or where its week is asked instead. */
  readonly skip: { readonly label: string; readonly occurrence: Occurrence } | null;
  /** “Reminders are paused until 15:00”; null while they come. */
  readonly paused: string | null;
  /** “2 feeds cannot be updated”; null while all can. */
  readonly failing: string | null;
  /** The next meetings, soonest first. */
  readonly next: readonly { readonly label: string; readonly occurrence: Occurrence }[];
}

/** What the tray icon and its menu do. */
export interface TrayCommands {
  join(occurrence: Occurrence): void;
  /** Does not go to it. */
  skip(occurrence: Occurrence): void;
  /** Says whether a meeting that may take place is on. */
  answerWeek(occurrence: Occurrence, isOn: boolean): void;
  openNotes(): void;
  openFeeds(): void;
  open(): void;
  /** The icon was clicked. @param icon where it is; null where the platform does not say */
  panel(icon: Rectangle | null): void;
  /** No reminders until then; `now` ends a pause. */
  pause(until: 'hour' | 'tomorrow' | 'now'): void;
}
