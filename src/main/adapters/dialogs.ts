import { dialog, shell } from 'electron';
import type { TargetWish } from '../ports.ts';

interface FileWish {
  readonly title: string;
  readonly kind: string;
  readonly extensions: string[];
}

async function chooseFile({ title, kind, extensions }: FileWish): Promise<string | null> {
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

/** Asks for a calendar file. @returns its absolute path, or null when the user thought better of it */
export const chooseCalendarFile = (): Promise<string | null> =>
  chooseFile({
    title: 'Follow a calendar file',
    kind: 'Calendars and community pages',
    extensions: ['ics', 'ical', 'ifb', 'yaml', 'yml', 'md'],
  });

/** Asks for the captions of a recording; answers as {@link chooseCalendarFile}. */
export const chooseCaptionFile = (): Promise<string | null> =>
  chooseFile({
    title: 'Import the captions of a recording',
    kind: 'Captions and transcripts',
    extensions: ['vtt', 'srt', 'sbv', 'txt'],
  });

/** Asks for a folder, which may be made in the asking; answers as {@link chooseCalendarFile}. */
export async function chooseFolder(title: string): Promise<string | null> {
  const answer = await dialog.showOpenDialog({ title, properties: ['openDirectory', 'createDirectory'] });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Asks where to write a file. Not every desktop adds the ending that the filter names. */
export async function chooseTarget({ kind, extension, suggestion }: TargetWish): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: `Export as ${kind}`,
    defaultPath: suggestion,
    filters: [{ name: kind, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  return /\.[^./\\]+$/.test(filePath) ? filePath : `${filePath}.${extension}`;
}

/** Shows a folder in the file manager. Not awaited: on Linux the promise of `openPath` never settles. */
export function showFolder(path: string): void {
  void shell.openPath(path);
}
