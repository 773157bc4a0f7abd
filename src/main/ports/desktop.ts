import type { TrayModel } from '#core/tray/trayModel.ts';
import type { Route } from '#core/desktop/route.ts';
import type { Settings } from '#core/settings/settings.ts';
import type { TrayCommands } from './tray.ts';

/** Where the window goes when the user closes it: into the tray, or minimised if the desktop has no tray. */
export type HiddenIn = 'tray' | 'taskbar';

/** Options of the dialog that asks where to write a file. */
export interface SaveDialogOptions {
  /** Name of the file type, in words. */
  readonly kind: string;
  /** Without the dot. */
  readonly extension: string;
  /** Absolute path. */
  readonly suggestion: string;
}

/** The main window, the tray, file dialogs, the clipboard and the printer. */
export interface Desktop {
  showWindow(route: Route | null): void;
  updateTray(model: TrayModel, commands: TrayCommands): void;
  setTheme(theme: Settings['theme']): void;
  /** Excludes all windows but the alert window from screen capture, where the system supports that. */
  guardFromCapture(isOn: boolean): void;
  /** Whether the desktop shows tray icons. */
  hasTray(): Promise<boolean>;
  /** @param html the same content for programs that paste rich text */
  copy(text: string, html?: string): Promise<void>;
  /** Clears the clipboard if it still holds this text. */
  clearCopied(text: string): Promise<void>;
  /** Asks for a calendar file; null if cancelled. */
  chooseFile(): Promise<string | null>;
  /** Asks for the file of a certificate; null if cancelled. */
  chooseCertificate(): Promise<string | null>;
  /** Asks whether a file named by the window may be read; in a dialog of the system, which no page can answer. */
  confirmFile(path: string): Promise<boolean>;
  /** Asks whether to quit although notes are not in their folder. @param isStored they are in the app's data folder */
  confirmQuit(count: number, isStored: boolean): Promise<boolean>;
  /** Asks for the captions of a recording; null if cancelled. */
  chooseCaptions(): Promise<string | null>;
  /** Asks for a Markdown file with a community's minutes; null if cancelled. */
  chooseMinutes(): Promise<string | null>;
  /** Asks for a file that `Export everything` wrote; null if cancelled. */
  chooseExport(): Promise<string | null>;
  /** Asks for a folder; null if cancelled. @param title of the dialog */
  chooseFolder(title: string): Promise<string | null>;
  /** Asks where to write a file. @returns its absolute path; null if cancelled */
  chooseTarget(options: SaveDialogOptions): Promise<string | null>;
  /** Prints a self-contained page; rejects on failure. */
  printToPdf(html: string): Promise<Uint8Array>;
  /** Shows a folder in the file manager; rejects if the folder does not exist. */
  showFolder(path: string): Promise<void>;
  /** Moves a file to the system's trash; rejects if it has none, or it cannot be moved there. @param path absolute */
  trash(path: string): Promise<void>;
  /** Fires when the user closed the window. */
  onHidden(callback: (where: HiddenIn) => void): Disposable;
}
