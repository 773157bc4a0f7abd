import { trayTexts } from '#core/tray/texts.ts';
import { join } from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import type { TrayModel } from '#core/tray/trayModel.ts';
import { errorText } from '#base';
import { trayMenu, type TrayMenuCommands } from './trayMenu.ts';

/** The tray icon. A desktop without a tray shows none, without an error; the app works without it. */
export interface TrayIcon {
  update(model: TrayModel, commands: TrayMenuCommands): void;
}

/** Windows scales the icon and chooses from the sizes in an `.ico`; macOS colours a template image itself. */
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
      // On Linux the bounds of the icon are empty.
      placed.on('click', (_event, bounds) => shown?.commands.panel(bounds.width > 0 ? bounds : null));
      // On macOS a tray with a menu shows it on every click, so it gets none and the menu is opened on right-click.
      if (platform === 'darwin') placed.on('right-click', () => placed.popUpContextMenu(shown?.menu));
      return placed;
    } catch (error) {
      log(`tray: not available (${errorText(error)})`);
      return null;
    }
  };

  return {
    update(model, commands) {
      const texts = trayTexts(model);
      const menu = Menu.buildFromTemplate(trayMenu(texts, commands));
      shown = { menu, commands };
      tray ??= place(model.state);
      tray?.setImage(image(model.state));
      tray?.setToolTip(texts.tooltip);
      if (platform === 'darwin') tray?.setTitle(texts.title);
      // Linux copies the menu when it is set, so set it again after each change.
      else tray?.setContextMenu(menu);
    },
  };
}
