import type { Agenda } from '../agenda/composeAgenda.ts';
import type { Shared } from '../app/composeShared.ts';
import type { FeedSync } from '../feeds/feedSync.ts';
import type { ShowClock } from '../floatingClock/composeFloatingClock.ts';
import type { Joining } from '../join/composeJoin.ts';
import type { Reminders } from '../reminders/composeReminders.ts';
import { startTrayController } from './trayController.ts';
import { showTrayHint } from './trayHint.ts';
import { startTrayPanel } from './trayPanel.ts';

interface TrayFeatureParts {
  readonly agenda: Agenda;
  readonly sync: FeedSync;
  readonly joining: Joining;
  readonly reminders: Reminders;
  readonly showClock: ShowClock;
}

/** Shows the tray icon and prepares its panel. */
export function composeTray(
  { ports, owned, settings, clockWatch, format }: Shared,
  { agenda: { model, skipper, answerWeek }, sync, joining, reminders, showClock }: TrayFeatureParts,
): void {
  const { joiner, joinNow, isJoined, visitTo } = joining;
  const { visited } = reminders.scheduler;
  const parts = {
    agenda: model,
    sync,
    settings,
    clockWatch,
    format,
    isJoined,
    visited,
    answerWeek,
    showClock,
  };
  owned.use(showTrayHint(ports, settings));
  owned.use(startTrayController(ports, { ...parts, join: joinNow, skip: reminders.skip }));
  owned.use(startTrayPanel(ports, { ...parts, joiner, skipper, visitTo }));
}
