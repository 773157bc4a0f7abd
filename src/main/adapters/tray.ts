import { join } from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import type { TrayModel } from '../ports.ts';
import { trayMenu } from './trayMenu.ts';
import type { TrayCommands } from './trayMenu.ts';

/** The icon in the panel. A desktop without a place for it shows none and says nothing; the app never needs it. */
export interface TrayIcon {
  update(model: TrayModel, commands: TrayCommands): void;
}

/** @param folder absolute path of the images; @param platform as `process.platform` says */
export function createTray(folder: string, platform: string, log: (line: string) => void): TrayIcon {
  let tray: Tray | null = null;
  let open = (): void => {};

  const image = (state: TrayModel['state']) =>
    nativeImage.createFromPath(join(folder, platform === 'darwin' ? `${state}Template.png` : `${state}.png`));

  const place = (state: TrayModel['state']): Tray | null => {
    try {
      const placed = new Tray(image(state));
      placed.on('click', () => open());
      return placed;
    } catch (error) {
      log(`tray: not available (${error instanceof Error ? error.message : String(error)})`);
      return null;
    }
  };

  return {
    update(model, commands) {
      open = () => commands.open();
      tray ??= place(model.state);
      tray?.setImage(image(model.state));
      tray?.setToolTip(model.tooltip);
      // Linux takes a copy of the menu when it is set, so it is set anew after each change.
      tray?.setContextMenu(Menu.buildFromTemplate(trayMenu(model, commands)));
    },
  };
}
