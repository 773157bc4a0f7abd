import type { OccurrenceKey } from '#core/keys.ts';
import type { PanelSnapshot } from '#core/tray/panelSnapshot.ts';
import type { Ports } from '../ports/ports.ts';
import { createPanelActions, type ActionParts } from './panelActions.ts';
import { panelContent, type ContentParts } from './panelContent.ts';
import type { TrayParts } from './trayController.ts';

/** What the panel shows and changes, and what changes its content. */
export interface PanelParts extends ContentParts, ActionParts, Pick<TrayParts, 'clockWatch' | 'visited'> {}

/** The small panel by the tray icon: keeps its content up to date, and handles its actions. */
export function startTrayPanel(
  { clock, desktop, ipc, panel }: Pick<Ports, 'clock' | 'desktop' | 'ipc' | 'panel'>,
  parts: PanelParts,
): Disposable {
  const { agenda, sync, settings, visited, clockWatch } = parts;
  /** The meeting skipped in this panel; forgotten when the panel opens again. */
  let skippedHere: OccurrenceKey | null = null;
  const snapshot = (): PanelSnapshot => panelContent(parts, clock.now(), skippedHere);
  const act = createPanelActions({ clock, desktop, panel }, parts, (key) => (skippedHere = key));
  // A hidden panel needs no updates; it requests its content when it is shown.
  const update = (): void => {
    if (panel.isOpen()) ipc.send('panel:changed', snapshot());
  };

  using handlers = new DisposableStack();
  handlers.use(
    ipc.handle('panel:get', () => {
      skippedHere = null;
      return snapshot();
    }),
  );
  handlers.use(ipc.handle('panel:act', act));
  for (const signal of [agenda.changed, sync.statusChanged, settings.changed, visited])
    handlers.use(signal.on(update));
  handlers.use(clockWatch.minute.on(update));
  handlers.use(clockWatch.changed.on(update));
  return handlers.move();
}
