import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** What the menu depends on. Electron's default menu would also reload pages and open the developer tools. */
export interface MenuOptions {
  readonly platform: string;
  readonly isPackaged: boolean;
}

/** `+` is Shift and `=` on many keyboards, so both zoom in. */
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
 * The application menu. On macOS it is visible, and the keys for cut, copy, paste, close and quit depend on it.
 * Elsewhere Alt shows it; it defines the keys for close, quit, zoom and full screen. Text fields there cut and paste
 * without it. The page sees each key first: it takes Ctrl+W while something is open in it.
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
  // Electron assigns no key to `quit` on Windows.
  const quit: MenuItemConstructorOptions = { role: 'quit', label: 'Quit', accelerator: 'Control+Q' };
  return [{ label: 'File', submenu: [{ role: 'close' }, quit] }, view];
}

/** Replaces Electron's default menu; call it before Electron is ready. */
export function setAppMenu(platform: string): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu({ platform, isPackaged: app.isPackaged })));
}
