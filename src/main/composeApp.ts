import { composeShared } from './app/composeShared.ts';
import { showFirstScreen } from './agenda/firstScreen.ts';
import { applyAppearance } from './desktop/appearance.ts';
import { mayQuit } from './notes/mayQuit.ts';
import type { Ports } from './ports/ports.ts';

/** The running app. */
export interface RunningParts extends AsyncDisposable {
  /** Whether text is not in its folder yet, so that a quit has to wait for `mayQuit`. */
  mustAsk(): boolean;
  /** Saves that text; asks the user if the folder does not take it. */
  mayQuit(): Promise<boolean>;
}

/**
 * The whole app, from its ports. The window comes first, with the next meetings of the last run; what all features need
 * is loaded when it is drawn, and its other requests wait for their handlers, which are all there when this resolves.
 * Disposing, which is awaited before the app quits, stops everything and writes what is unsaved.
 */
export async function composeApp(ports: Ports): Promise<RunningParts> {
  await using owned = new AsyncDisposableStack();
  const shared = await composeShared(ports, owned);
  applyAppearance(shared);
  await showFirstScreen(shared);
  const { composeFeatures } = await import('./composeFeatures.ts');
  const drafts = await composeFeatures(shared);
  const ended = owned.move();
  return {
    mustAsk: () => !drafts.isEmpty(),
    mayQuit: () => mayQuit(drafts, ports.desktop),
    [Symbol.asyncDispose]: () => ended.disposeAsync(),
  };
}
