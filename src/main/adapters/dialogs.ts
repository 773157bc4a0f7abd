import { dialog, shell } from 'electron';

/** Asks for a calendar file. @returns its absolute path, or null when the user thought better of it */
export async function chooseCalendarFile(): Promise<string | null> {
  const answer = await dialog.showOpenDialog({
    title: 'Follow a calendar file',
    properties: ['openFile'],
    filters: [
      { name: 'Calendars and community pages', extensions: ['ics', 'ical', 'ifb', 'yaml', 'yml', 'md'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Shows a folder in the file manager. Not awaited: on Linux the promise of `openPath` never settles. */
export function showFolder(path: string): void {
  void shell.openPath(path);
}
