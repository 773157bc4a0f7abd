import type { ClockAction } from '#core/floatingClock/clockSnapshot.ts';
import { joinFailure } from '#core/join/problems.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { success, type Result } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import type { Joining } from '../join/composeJoin.ts';
import type { ReminderLedger } from '../reminders/reminderLedger.ts';
import { createFloatingClock } from './floatingClock.ts';

/** Shows the floating clock for a meeting, by its key. */
export type ShowClock = (key: OccurrenceKey) => Result<null>;

interface ClockFeatureParts {
  readonly agenda: AgendaModel;
  readonly joining: Joining;
  readonly ledger: ReminderLedger;
}

/** Prepares the floating clock, keeps it up to date, and handles the requests of its page. */
export function composeFloatingClock(
  { ports, owned, handle, settings, clockWatch, format }: Shared,
  { agenda, joining: { joiner, visitTo }, ledger }: ClockFeatureParts,
): ShowClock {
  const { clockWindow, desktop } = ports;
  const clock = owned.use(createFloatingClock(ports, { agenda, settings, format, visitTo }));
  for (const signal of [agenda.changed, settings.changed, ledger.recorded, clockWatch.minute])
    owned.use(signal.on(clock.update));
  owned.use(clockWatch.changed.on(clock.update));

  const join = async (key: OccurrenceKey): Promise<Result<null>> => {
    const joined = await joiner.join(key, null);
    if (!joined.ok) return joined;
    if (joined.value === 'asked') desktop.showWindow({ screen: 'agenda', occurrenceKey: key });
    return success(null);
  };
  const act = ({ kind, key }: ClockAction): Result<null> | Promise<Result<null>> => {
    if (kind === 'join') return join(key);
    if (kind === 'note') desktop.showWindow({ screen: 'notes', occurrenceKey: key });
    else clock.dismiss(key);
    return success(null);
  };
  const show: ShowClock = (key) => (clock.show(key) ? success(null) : joinFailure('join/gone'));

  handle('clock:get', clock.snapshot);
  handle('clock:act', act);
  handle('clock:show', show);
  handle('clock:widen', (isWide, pixelRatio) => clockWindow.widen(isWide, pixelRatio));
  return show;
}
