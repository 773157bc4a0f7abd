import { notesFailure } from '#core/notes/problems.ts';
import { join, relative, resolve, sep } from 'node:path';
import type { FolderCopy, FolderMove } from '#core/notes/folderMove.ts';
import type { Desktop } from '../ports/desktop.ts';
import type { Files } from '../ports/files.ts';
import { success, type Result } from '#base';
import type { SettingsModel } from '../settings/settings.ts';
import type { TranscriptStore } from '../transcripts/transcriptStore.ts';
import type { DraftKeeper } from './draftKeeper.ts';
import { areNested } from './noteFolder.ts';
import type { NoteLibrary } from './noteLibrary.ts';

/** Handles changing the notes folder. */
export interface FolderChange {
  choose(): Promise<Result<FolderMove | null>>;
  /** Copies the notes of the previous folder of this run. */
  copyLeft(): Promise<Result<FolderCopy>>;
}

export interface FolderChangeParts {
  readonly notes: NoteLibrary;
  readonly drafts: DraftKeeper;
  readonly transcripts: TranscriptStore;
  readonly settings: SettingsModel;
  readonly desktop: Desktop;
  readonly files: Files;
}

/** A hidden file that tests whether the folder is writable. */
const PROBE = '.office-hours-try';
const LARGEST_BYTES = 20 * 1024 * 1024;

/** Whether a file belongs to the app: notes, templates and transcripts. Other files are not copied. */
const isOurs = (path: string): boolean =>
  (/\.md$/i.test(path) || /^Transcripts\/[^/]+\.json$/.test(path)) &&
  path.split('/').every((segment) => !segment.startsWith('.'));

async function canBeWritten(files: Files, folder: string): Promise<boolean> {
  try {
    await files.write(join(folder, PROBE), '');
    await files.remove(join(folder, PROBE));
    return true;
  } catch {
    return false;
  }
}

/** Copies the files that the target does not have; null if the source cannot be read. */
async function copyMissing(files: Files, source: string, target: string): Promise<FolderCopy | null> {
  const listed = await files.list(source).catch(() => null);
  if (listed === null) return null;
  const done = { copied: 0, same: 0 };
  const notCopied: string[] = [];
  for (const { path, size } of listed) {
    const name = relative(source, path).split(sep).join('/');
    if (!isOurs(name)) continue;
    const to = join(target, ...name.split('/'));
    try {
      const bytes = size > LARGEST_BYTES ? null : await files.read(path, LARGEST_BYTES);
      const there = await files.read(to, LARGEST_BYTES);
      if (bytes === null) notCopied.push(name);
      else if (there === null) {
        if (await files.create(to, bytes)) done.copied += 1;
        else notCopied.push(name);
      } else if (Buffer.compare(bytes, there) === 0) done.same += 1;
      else notCopied.push(name);
    } catch {
      notCopied.push(name);
    }
  }
  return { ...done, notCopied };
}

/** Never moves or deletes anything: the notes of the previous folder stay there. */
export function createFolderChange(parts: FolderChangeParts): FolderChange {
  const { notes, drafts, transcripts, settings, desktop, files } = parts;
  let left: string | null = null;
  return {
    choose: async () => {
      const chosen = await desktop.chooseFolder('Choose the folder of your notes');
      const before = resolve(notes.folder());
      if (chosen === null || resolve(chosen) === before) return success(null);
      const folder = resolve(chosen);
      if (!(await canBeWritten(files, folder))) return notesFailure('notes/folderNotWritable');
      // Text being typed belongs to the previous folder.
      await drafts.flush();
      const count = notes.list().length;
      settings.change({ notesFolder: folder });
      await notes.moveTo(folder);
      await transcripts.rescan();
      left = areNested(before, folder) ? null : before;
      return success({ folder, before, left: count, canCopy: left !== null && count > 0 });
    },
    copyLeft: async () => {
      if (left === null) return notesFailure('notes/nothingLeft');
      const copy = await copyMissing(files, left, notes.folder());
      if (copy === null) return notesFailure('notes/leftUnreadable');
      await transcripts.rescan();
      return success(copy);
    },
  };
}
