/** The parts of Electron that the host has. */
import { app } from './app.ts';
import { clipboard, ClipboardItem } from './desktop/clipboard.ts';
import { dialog } from './desktop/dialog.ts';
import { globalShortcut } from './desktop/globalShortcut.ts';
import { nativeTheme } from './desktop/nativeTheme.ts';
import { Notification } from './desktop/notification.ts';
import { powerMonitor } from './desktop/powerMonitor.ts';
import { safeStorage } from './desktop/safeStorage.ts';
import { screen } from './desktop/screen.ts';
import { shell } from './desktop/shell.ts';
import { systemPreferences } from './desktop/systemPreferences.ts';
import { Tray } from './desktop/tray.ts';
import { ipcMain } from './ipcMain.ts';
import { Menu, MenuItem } from './menu/menu.ts';
import './menu/menuKeys.ts';
import { NativeImage as nativeImage } from './nativeImage.ts';
import { net } from './session/net.ts';
import { protocol } from './session/protocol.ts';
import { session } from './session/session.ts';
import { BrowserWindow } from './window/browserWindow.ts';

export {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
};
