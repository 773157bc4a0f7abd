import { join } from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import type { TrayModel } from '../../ports/tray.ts';
import { trayMenu, type TrayMenuCommands } from './trayMenu.ts';

/** The icon in the panel. A desktop without a place for it shows none and says nothing; the app never needs it. */
export interface TrayIcon {
  update(model: TrayModel, commands: TrayMenuCommands): void;
}

/** Windows draws trays at any scale and chooses from several sizes; macOS colours a template itself. */
function imageName(state: TrayModel['state'], platform: string): string {
  if (platform === 'darwin') return `${state}Template.png`;
  return platform === 'win32' ? `${state}.ico` : `${state}.png`;
}

/** @param folder absolute path of the images; @param platform as `process.platform` says */
export function createTray(folder: string, platform: string, log: (line: string) => void): TrayIcon {
  let tray: Tray | null = null;
  let shown: {
    readonly menu: ReturnType<typeof Menu.buildFromTemplate>;
    readonly commands: TrayMenuCommands;
  } | null = null;

  const image = (state: TrayModel['state']) =>
    nativeImage.createFromPath(join(folder, imageName(state, platform)));

  const place = (state: TrayModel['state']): Tray | null => {
    try {
      const placed = new Tray(image(state));
      // Linux does not say where the icon is: its bounds are empty there.
      placed.on('click', (_event, bounds) => shown?.commands.panel(bounds.width > 0 ? bounds : null));
      // macOS shows a menu that is set at any click, so there it is not set but opened by hand.
      if (platform === 'darwin') placed.on('right-click', () => placed.popUpContextMenu(shown?.menu));
      return placed;
    } catch (error) {
      log(`tray: not available (${error instanceof Error ? error.message : String(error)})`);
      return null;
    }
  };

  return {
    update(model, commands) {
      const menu = Menu.buildFromTemplate(trayMenu(model, commands));
      shown = { menu, commands };
      tray ??= place(model.state);
      tray?.setImage(image(model.state));
      tray?.setToolTip(model.tooltip);
      if (platform === 'darwin') tray?.setTitle(model.title);
      // Linux takes a copy of the menu when it is set, so it is set anew after each change.
      else tray?.setContextMenu(menu);
    },
  };
}
