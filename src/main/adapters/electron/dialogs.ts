import { stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { dialog, shell } from 'electron';
import { visibleLine } from '#base';
import type { SaveDialogOptions } from '../../ports/desktop.ts';

interface FileDialogOptions {
  readonly title: string;
  readonly kind: string;
  readonly extensions: string[];
}

async function chooseFile({ title, kind, extensions }: FileDialogOptions): Promise<string | null> {
  const answer = await dialog.showOpenDialog({
    title,
    properties: ['openFile'],
    filters: [
      { name: kind, extensions },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Asks for a calendar file. @returns its absolute path; null if cancelled */
export const chooseCalendarFile = (): Promise<string | null> =>
  chooseFile({
    title: 'Follow a calendar file',
    kind: 'Calendars and community pages',
    extensions: ['ics', 'ical', 'ifb', 'yaml', 'yml', 'md', 'rst', 'adoc', 'html', 'htm'],
  });

/** Asks for the file of a certificate. Returns as {@link chooseCalendarFile}. */
export const chooseCertificateFile = (): Promise<string | null> =>
  chooseFile({
    title: 'Add a certificate',
    kind: 'Certificates',
    extensions: ['pem', 'crt', 'cer', 'der', 'ca-bundle'],
  });

/** Asks whether a file named by the window may be read. Enter selects the safe button. */
export async function confirmFile(path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Read this file as a calendar?',
    detail: visibleLine(path),
    buttons: ['Read file', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** Asks whether to quit although notes are not in their folder. Enter selects the safe button. */
export async function confirmQuit(count: number, isStored: boolean): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message:
      count === 1
        ? '1 note is not in your notes folder yet'
        : `${count} notes are not in your notes folder yet`,
    detail: isStored
      ? 'The text is kept on this computer. It is saved the next time Office Hours runs and the folder takes it.'
      : 'The text is only in memory, because this computer’s own disk refuses too. It is lost if you quit now.',
    buttons: [isStored ? 'Quit' : 'Quit and lose the text', 'Keep Office Hours open'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** Asks for the captions of a recording; returns as {@link chooseCalendarFile}. */
export const chooseCaptionFile = (): Promise<string | null> =>
  chooseFile({
    title: 'Import the captions of a recording',
    kind: 'Captions and transcripts',
    extensions: [
      'vtt',
      'srt',
      'sbv',
      'txt',
      'json',
      'json3',
      'tsv',
      'csv',
      'ass',
      'ssa',
      'sub',
      'ttml',
      'dfxp',
      'xml',
    ],
  });

/** Asks for an exported file; returns as {@link chooseCalendarFile}. */
export const chooseExportFile = (): Promise<string | null> =>
  chooseFile({ title: 'Import from another computer', kind: 'Office Hours export', extensions: ['json'] });

/** Asks for a community's file of minutes. Returns as {@link chooseCalendarFile}. */
export const chooseMinutesFile = (): Promise<string | null> =>
  chooseFile({ title: 'Add to a file of minutes', kind: 'Markdown', extensions: ['md', 'markdown', 'txt'] });

/** Asks for a folder; the user may create one. Returns as {@link chooseCalendarFile}. */
export async function chooseFolder(title: string): Promise<string | null> {
  const answer = await dialog.showOpenDialog({ title, properties: ['openDirectory', 'createDirectory'] });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Asks where to write a file. Adds the extension, because not every desktop does. */
export async function chooseTarget({
  kind,
  extension,
  suggestion,
}: SaveDialogOptions): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: `Export as ${kind}`,
    defaultPath: suggestion,
    filters: [{ name: kind, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  return /\.[^./\\]+$/.test(filePath) ? filePath : `${filePath}.${extension}`;
}

/** Shows a folder in the file manager; rejects for any other path, since a file would be opened or run instead. */
export async function showFolder(path: string): Promise<void> {
  if (!(await stat(path)).isDirectory()) throw new Error('There is no folder at this path');
  // Without a trailing separator Windows may open `Notes.exe` beside `Notes`.
  // Not awaited: on Linux the promise of `openPath` never settles.
  void shell.openPath(path.endsWith(sep) ? path : `${path}${sep}`);
}
