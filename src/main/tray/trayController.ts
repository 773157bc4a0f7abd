import type { OccurrenceKey } from '#core/keys.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Result, Signal } from '#base';
import type { FeedSync } from '../feeds/feedSync.ts';
import type { ShowClock } from '../floatingClock/composeFloatingClock.ts';
import type { ClockWatch } from '../time/clockWatch.ts';
import type { Ports } from '../ports/ports.ts';
import type { SettingsModel } from '../settings/settings.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import { HIDDEN_TITLE } from '#core/reminders/texts.ts';
import { trayModel } from '#core/tray/trayModel.ts';
import { pauseReminders } from './pauseReminders.ts';

export interface TrayParts {
  readonly agenda: AgendaModel;
  readonly sync: FeedSync;
  readonly settings: SettingsModel;
  readonly clockWatch: ClockWatch;
  readonly format: () => TimeFormat;
  readonly isJoined: (occurrence: Occurrence) => boolean;
  /** A room was opened near its meeting's start, or that was taken back. */
  readonly visited: Signal<void>;
  readonly join: (key: OccurrenceKey) => void;
  /** Shows the floating clock for a meeting. */
  readonly showClock: ShowClock;
  /** Skips a meeting, and says so under its title. */
  readonly skip: (key: OccurrenceKey, title: string) => void;
  /** Says whether a meeting that may take place is on. */
  readonly answerWeek: (occurrence: Occurrence, isOn: boolean) => Promise<Result<null>>;
}

/** Keeps the tray up to date: with every minute and every change. The tray is touched only when it reads differently. */
export function startTrayController(
  { clock, desktop, panel }: Pick<Ports, 'clock' | 'desktop' | 'panel'>,
  {
    agenda,
    sync,
    settings,
    clockWatch,
    format,
    isJoined,
    visited,
    join,
    showClock,
    skip,
    answerWeek,
  }: TrayParts,
): Disposable {
  let shown = '';
  const show = (): void => {
    const model = trayModel(agenda.occurrences(), sync.statuses(), clock.now(), format(), {
      isJoined,
      pausedUntil: settings.current().reminders.pausedUntil,
      hidesTitles: settings.current().hidesTitles,
    });
    const text = JSON.stringify(model);
    if (text === shown) return;
    shown = text;
    desktop.updateTray(model, {
      join: (occurrence) => join(occurrence.key),
      showClock: (occurrence) => void showClock(occurrence.key),
      skip: ({ key, title }) => skip(key, settings.current().hidesTitles ? HIDDEN_TITLE : title),
      answerWeek: (occurrence, isOn) => void answerWeek(occurrence, isOn),
      openNotes: () => desktop.showWindow({ screen: 'notes', occurrenceKey: null }),
      openFeeds: () => desktop.showWindow({ screen: 'feeds', occurrenceKey: null }),
      open: () => desktop.showWindow(null),
      panel: (icon) => panel.toggle(icon),
      pause: (until) => pauseReminders(clock, settings, format, until),
    });
  };
  using parts = new DisposableStack();
  parts.use(agenda.changed.on(show));
  parts.use(sync.statusChanged.on(show));
  parts.use(settings.changed.on(show));
  parts.use(visited.on(show));
  parts.use(clockWatch.minute.on(show));
  parts.use(clockWatch.changed.on(show));
  show();
  return parts.move();
}
