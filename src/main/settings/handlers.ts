import type { Shared } from '../app/composeShared.ts';
import { createDataMover, type MovingParts } from './moveData.ts';

/** Handles requests about settings and about moving all data to another computer, and sends changed settings. */
export function registerSettingsHandlers(
  { ports, owned, handle, settings, edits, writer }: Shared,
  parts: Pick<MovingParts, 'feeds' | 'ledger'>,
): void {
  handle('settings:change', (change) => settings.change(change));
  owned.use(settings.changed.on((next) => ports.ipc.send('settings:changed', next)));
  const mover = createDataMover(ports, { ...parts, settings, edits, writer });
  handle('data:export', () => mover.exportAll());
  handle('data:chooseImport', () => mover.choose());
  handle('data:import', () => mover.importChosen());
}
