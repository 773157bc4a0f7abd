import type { Rectangle } from '#core/tray/placePanel.ts';

/** The small window by the tray icon. It fetches its content with `panel:get`. */
export interface PanelWindow {
  /** Opens it, or closes it if it is open. @param icon position of the tray icon; null if unknown */
  toggle(icon: Rectangle | null): void;
  close(): void;
  isOpen(): boolean;
}
