import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** Which menu the app has: Electron's own would also reload the page and open its developer tools. */
export interface MenuOptions {
  readonly platform: string;
  readonly isPackaged: boolean;
}

/** `+` is Shift and `=` on many keyboards, so both enlarge. */
const zoom: readonly MenuItemConstructorOptions[] = [
  { role: 'zoomIn' },
  { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
  { role: 'zoomOut' },
  { role: 'resetZoom' },
];
const forDevelopers: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
];

/**
 * The menu of the app. macOS shows it, and the keys for cut, copy, paste, close and quit hang on it. Elsewhere it is
 * hidden behind Alt and only gives keys their meaning: quit, zoom and full screen; text fields know cut and paste
 * without it.
 */
export function appMenu({ platform, isPackaged }: MenuOptions): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      ...zoom,
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(isPackaged ? [] : forDevelopers),
    ],
  };
  if (platform === 'darwin')
    return [{ role: 'appMenu' }, { role: 'fileMenu' }, { role: 'editMenu' }, view, { role: 'windowMenu' }];
  // Electron gives `quit` no key on Windows.
  const quit: MenuItemConstructorOptions = { role: 'quit', label: 'Quit', accelerator: 'Control+Q' };
  return [{ label: 'File', submenu: [quit] }, view];
}

/** Takes the place of Electron's default menu; to be called before Electron is ready. */
export function setAppMenu(platform: string): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu({ platform, isPackaged: app.isPackaged })));
}
