import { SECOND } from '#base';
import { answerLastAgenda } from './lastAgenda.ts';
import { notesFolder } from '../settings/notesFolder.ts';
import type { Shared } from '../app/composeShared.ts';
import { registerAppHandlers } from '../app/handlers.ts';

/** A window that draws nothing does not keep the app from starting (ms). */
const PATIENCE_MS = 3 * SECOND;

/**
 * Opens the window and answers what its first screen asks: the next meetings as the last run knew them. Resolves when
 * they are on the screen, so that nothing else competes with them for the processor; at once if there is no window or
 * nothing to show.
 */
export async function showFirstScreen(shared: Shared): Promise<void> {
  const { ports, handle, settings } = shared;
  const { clock, desktop, environment, launches } = ports;
  const drawn = Promise.withResolvers<void>();
  handle('window:drawn', () => {
    drawn.resolve();
    return null;
  });
  registerAppHandlers(shared, () => notesFolder(settings.current(), environment));
  handle('settings:get', () => settings.current());
  const hasLast = answerLastAgenda(shared);
  if (!launches.isWindowWanted()) return;
  desktop.showWindow(null);
  if (!(await hasLast)) return;
  const timer = clock.after(PATIENCE_MS, drawn.resolve);
  await drawn.promise;
  timer[Symbol.dispose]();
}
