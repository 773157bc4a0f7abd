import { join, relative, sep } from 'node:path';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { backlinksTo, type Backlink } from '#core/notes/backlinks.ts';
import { withPin } from '#core/notes/frontMatter.ts';
import { decodeNote, titleOf, type NoteIndex } from '#core/notes/indexNote.ts';
import { linkFinder } from '#core/notes/linkTargets.ts';
import { noteFileText, parseNoteFile, type NoteFile } from '#core/notes/noteFile.ts';
import { firstFree, foldName, numberedNames } from '#core/notes/noteTemplate.ts';
import { meetingIn, withMeeting } from '#core/notes/meetingOfFile.ts';
import { meetingOf, type NoteMeeting } from '#core/notes/noteMeeting.ts';
import { hasFirstLine, isProvisional } from '#core/notes/noteName.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { withRelativeLinks } from '#core/notes/relativeLinks.ts';
import { linksFollowing, renamedPath, withTitle, type RenamedNote } from '#core/notes/renamedNote.ts';
import { success, type Result } from '#base';
import type { Files } from '../ports/files.ts';
import type { IndexedFolder } from './indexedFolder.ts';
import { notePath, placeOfNote, versionOf } from './noteFolder.ts';
import type { MovedNote } from './movedNotes.ts';
import { failureOf } from './saveFailure.ts';
import type { TrashCan } from './trashCan.ts';

export interface ManageParts {
  readonly files: Files;
  readonly folder: IndexedFolder;
  readonly trashCan: TrashCan;
  readonly find: (key: OccurrenceKey) => Promise<Occurrence | null>;
}

/** The outcome of a rename. */
export interface Renaming {
  readonly path: string;
  readonly title: string;
  readonly before: { readonly path: string; readonly title: string };
}

/** Renames, moves, deletes, pins and attaches notes. Its functions must not run while a note is saved. */
export interface NoteManager {
  /** @param wanted the path to move to, for an undo; null for the one of the title */
  rename(path: string, title: string, wanted: string | null): Promise<Result<Renaming>>;
  move(moves: readonly MovedNote[]): Promise<Result<MovedNote[]>>;
  trash(paths: readonly string[]): Promise<Result<number>>;
  restore(number: number): Promise<Result<string[]>>;
  pin(paths: readonly string[], isPinned: boolean): Promise<Result<null>>;
  attach(path: string, key: OccurrenceKey | null): Promise<Result<NoteMeeting>>;
  reattach(path: string, meeting: NoteMeeting): Promise<Result<null>>;
  /** Names a note without a meeting by its first words, if the app made its name up. @param isLeft the user has closed it */
  nameByWords(path: string, isLeft: boolean): Promise<Result<string>>;
  linksTo(path: string): Backlink[];
}

interface OpenFile {
  readonly absolute: string;
  readonly file: NoteFile;
  readonly version: string;
}

async function openFile({ files, folder }: ManageParts, path: string): Promise<Result<OpenFile>> {
  const absolute = await placeOfNote(files, folder.path(), path);
  if (!absolute.ok) return absolute;
  const bytes = await files.read(absolute.value).catch(() => undefined);
  if (bytes === undefined) return notesFailure('notes/unreadable');
  const text = bytes === null ? null : decodeNote(bytes);
  if (bytes === null) return notesFailure((await folder.isThere()) ? 'notes/gone' : 'notes/folderAway');
  if (text === null) return notesFailure('notes/notText');
  return success({ absolute: absolute.value, file: parseNoteFile(text), version: versionOf(bytes) });
}

/** Writes the changed file; a window that still has the version before may save on top of it, as only the head differs. */
async function writeHead(parts: ManageParts, opened: OpenFile, changed: NoteFile): Promise<Result<null>> {
  const text = noteFileText(changed);
  if (text === noteFileText(opened.file)) return success(null);
  const isSame = async (): Promise<boolean> => {
    const now = await parts.files.read(opened.absolute);
    return now !== null && versionOf(now) === opened.version;
  };
  try {
    // Writing would create the folder of a disk that is away.
    if (!(await parts.folder.isThere())) return notesFailure('notes/folderAway');
    const isWritten = await parts.files.writeIf(opened.absolute, text, isSame);
    if (!isWritten) return notesFailure('notes/changedMeanwhile');
  } catch (error) {
    return notesFailure(failureOf(error));
  }
  parts.folder.headChanged(opened.version, versionOf(new TextEncoder().encode(text)));
  return success(null);
}

/** Lets the links of all notes follow. A note that cannot be written keeps its links. */
async function followLinks(
  { files, folder }: ManageParts,
  before: NoteIndex,
  renamed: readonly RenamedNote[],
): Promise<void> {
  const notes = [...before.values()].map(({ summary }) => summary);
  const moved = new Map(renamed.map(({ from, to }) => [from.path, to.path]));
  const find = linkFinder(notes);
  const follow = linksFollowing(notes, renamed);
  for (const { summary, links } of before.values()) {
    const to = moved.get(summary.path);
    const leadsThere = links.some(({ target }) => {
      const path = find(target, summary.path)?.note.path;
      return path !== undefined && (to !== undefined || moved.has(path));
    });
    if (!leadsThere && to === undefined) continue;
    const absolute = join(folder.path(), ...(to ?? summary.path).split('/'));
    const bytes = await files.read(absolute).catch(() => null);
    const text = bytes === null ? null : decodeNote(bytes);
    if (text === null) continue;
    const file = parseNoteFile(text);
    const followed = follow(summary.path, file.body);
    const body = withRelativeLinks(followed, summary.path, to ?? summary.path);
    if (body !== file.body)
      await files.write(absolute, noteFileText({ ...file, body })).catch(() => undefined);
  }
}

async function rename(
  parts: ManageParts,
  path: string,
  { title, wanted }: { readonly title: string; readonly wanted: string | null },
): Promise<Result<Renaming>> {
  const { files, folder } = parts;
  await folder.rescan();
  const before = folder.index();
  const opened = await openFile(parts, path);
  const known = before.get(path)?.summary;
  if (!opened.ok) return opened;
  if (known === undefined) return notesFailure('notes/gone');
  const to = wanted ?? renamedPath(path, title, folder.isTaken);
  const target = notePath(folder.path(), to);
  if (!target.ok) return target;
  if (to.toLowerCase() !== path.toLowerCase() && folder.isTaken(to.toLowerCase()))
    return notesFailure('notes/nameTaken');
  const changed = withTitle(opened.value.file, title);
  try {
    // The text first: a kill in between leaves a note with its new title under its old name.
    const text = noteFileText(changed);
    if (text !== noteFileText(opened.value.file)) await files.write(opened.value.absolute, text);
    if (to !== path) await files.move(opened.value.absolute, target.value);
  } catch {
    return notesFailure('notes/notRenamed');
  }
  const present = titleOf(changed, to);
  await followLinks(parts, before, [{ from: known, to: { ...known, path: to, title: present } }]);
  if (to !== path) folder.noteMoved({ from: path, to });
  await folder.rescan();
  return success({ path: to, title: present, before: { path, title: known.title } });
}

async function move(parts: ManageParts, wanted: readonly MovedNote[]): Promise<Result<MovedNote[]>> {
  const { files, folder } = parts;
  await folder.rescan();
  const before = folder.index();
  const done: MovedNote[] = [];
  const renamed: RenamedNote[] = [];
  let isRefused = false;
  for (const { from, to: asked } of wanted) {
    const known = before.get(from)?.summary;
    const isTaken = (name: string): boolean =>
      folder.isTaken(name) || done.some(({ to }) => foldName(to) === name);
    const stem = asked.replace(/\.md$/i, '');
    const to = firstFree(
      numberedNames(stem, asked.slice(stem.length)),
      (name) => name !== foldName(from) && isTaken(name),
    );
    const [source, target] = [notePath(folder.path(), from), notePath(folder.path(), to)];
    if (!source.ok || !target.ok) return notesFailure('notes/outside');
    if (known === undefined || to === from) continue;
    try {
      await files.move(source.value, target.value);
    } catch {
      isRefused = true;
      break;
    }
    done.push({ from, to });
    renamed.push({ from: known, to: { ...known, path: to } });
  }
  await followLinks(parts, before, renamed);
  for (const one of done) folder.noteMoved(one);
  await folder.rescan();
  return done.length === 0 && isRefused ? notesFailure('notes/notRenamed') : success(done);
}

async function attach(
  parts: ManageParts,
  path: string,
  key: OccurrenceKey | null,
): Promise<Result<NoteMeeting>> {
  const { folder, find } = parts;
  const occurrence = key === null ? null : await find(key);
  if (key !== null && occurrence === null) return notesFailure('notes/unknownMeeting');
  const keys = occurrence?.sources.map((source) => source.key) ?? [];
  const isTaken = folder
    .summaries()
    .some(
      (other) => other.path !== path && other.occurrenceKey !== null && keys.includes(other.occurrenceKey),
    );
  if (isTaken) return notesFailure('notes/hasNote');
  const opened = await openFile(parts, path);
  if (!opened.ok) return opened;
  const before = meetingIn(opened.value.file);
  const written = await writeHead(parts, opened.value, withMeeting(opened.value.file, meetingOf(occurrence)));
  await folder.rescan();
  return written.ok ? success(before) : written;
}

/** The functions of one library. */
export function createNoteManager(parts: ManageParts): NoteManager {
  const { folder, trashCan } = parts;
  const change = async (path: string, changed: (file: NoteFile) => NoteFile): Promise<Result<null>> => {
    const opened = await openFile(parts, path);
    return opened.ok ? writeHead(parts, opened.value, changed(opened.value.file)) : opened;
  };
  return {
    rename: (path, title, wanted) => rename(parts, path, { title, wanted }),
    move: (moves) => move(parts, moves),
    trash: async (paths) => {
      const absolute = paths.flatMap((path) => {
        const place = notePath(folder.path(), path);
        return place.ok ? [place.value] : [];
      });
      const trashed = await trashCan.trash(absolute);
      await folder.rescan();
      return trashed;
    },
    restore: async (number) => {
      const restored = await trashCan.restore(number);
      await folder.rescan();
      if (!restored.ok) return restored;
      return success(restored.value.map((path) => relative(folder.path(), path).split(sep).join('/')));
    },
    pin: async (paths, isPinned) => {
      for (const path of paths) {
        const pinned = await change(path, (file) => withPin(file, isPinned));
        if (!pinned.ok) return pinned;
      }
      await folder.rescan();
      return success(null);
    },
    attach: (path, key) => attach(parts, path, key),
    reattach: async (path, meeting) => {
      const attached = await change(path, (file) => withMeeting(file, meeting));
      await folder.rescan();
      return attached;
    },
    nameByWords: async (path, isLeft) => {
      if (!isProvisional(path)) return success(path);
      const opened = await openFile(parts, path);
      if (!opened.ok) return opened;
      const { fields, body } = opened.value.file;
      if (fields.occurrence !== null || !(isLeft || hasFirstLine(body))) return success(path);
      const to = renamedPath(path, titleOf(opened.value.file, path), folder.isTaken);
      const moved = await move(parts, [{ from: path, to }]);
      return moved.ok ? success(moved.value[0]?.to ?? path) : moved;
    },
    linksTo: (path) => backlinksTo(path, [...folder.index().values()]),
  };
}
