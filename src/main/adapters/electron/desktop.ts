import { app, clipboard, ClipboardItem, shell } from 'electron';
import { withoutControls } from '#base';
import type { Desktop } from '../../ports/desktop.ts';
import type { CaptureGuard } from '../windows/captureGuard.ts';
import {
  chooseCalendarFile,
  chooseCertificateFile,
  chooseCaptionFile,
  chooseExportFile,
  chooseMinutesFile,
  chooseFolder,
  chooseTarget,
  confirmFile,
  confirmQuit,
  showFolder,
} from './dialogs.ts';
import { printToPdf } from './printer.ts';
import { setTheme } from './theme.ts';
import type { TrayIcon } from '../tray/tray.ts';
import { hasTray } from '../tray/trayPresence.ts';
import type { MainWindow } from '../windows/window.ts';

/** Window, tray, pickers and clipboard as one port. */
export function createDesktop(window: MainWindow, tray: TrayIcon, capture: CaptureGuard): Desktop {
  return {
    showWindow: (route) => window.show(route),
    onHidden: (callback) => window.onHidden(callback),
    updateTray: (model, commands) => tray.update(model, { ...commands, quit: () => app.quit() }),
    setTheme,
    guardFromCapture: (isOn) => capture.guard(isOn),
    hasTray,
    copy: (text, html) =>
      html === undefined
        ? clipboard.writeText(withoutControls(text))
        : clipboard.write([new ClipboardItem({ 'text/plain': withoutControls(text), 'text/html': html })]),
    clearCopied: async (text) => {
      if (isSameText(await clipboard.readText(), withoutControls(text))) clipboard.clear();
    },
    chooseFile: chooseCalendarFile,
    chooseCertificate: chooseCertificateFile,
    confirmFile,
    confirmQuit,
    chooseCaptions: chooseCaptionFile,
    chooseMinutes: chooseMinutesFile,
    chooseExport: chooseExportFile,
    chooseFolder,
    chooseTarget,
    printToPdf: (html) => printToPdf(html, app.getLocale()),
    showFolder,
    trash: (path) => shell.trashItem(path),
  };
}

/** Windows stores a copied text with its own line ends. */
const isSameText = (one: string, other: string): boolean =>
  one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
