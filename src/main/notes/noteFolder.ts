import { notesFailure } from '#core/notes/problems.ts';
import { createHash } from 'node:crypto';
import { isAbsolute, join, relative, sep } from 'node:path';
import { seriesOfFile, titleOf, type IndexedNote } from '#core/notes/indexNote.ts';
import type { NoteFile } from '#core/notes/noteFile.ts';
import type { Note } from '#core/notes/note.ts';
import { success, type Result } from '#base';
import type { Files } from '../ports/files.ts';
import type { Findable } from '../search/noteSearch.ts';

/**
 * The absolute path of a note, from its path in the folder. The window says which one, and the window shows foreign
 * content: so nothing that leads out of the folder, is hidden or is no Markdown file gets through.
 */
export function notePath(folder: string, path: string): Result<string> {
  const segments = path.split('/');
  const isPlain =
    path.length <= 1024 &&
    !/[\\:\p{Cc}]/u.test(path) &&
    /\.md$/i.test(path) &&
    segments.every((segment) => segment !== '' && !segment.startsWith('.'));
  if (!isPlain) return notesFailure('notes/outside');
  const absolute = join(folder, ...segments);
  const inside = relative(folder, absolute);
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)
    ? success(absolute)
    : notesFailure('notes/outside');
}

/**
 * As {@link notePath}, where the path also stays in the folder when symbolic links are followed: a shared folder may have
 * links to other files.
 */
export async function placeOfNote(
  files: Pick<Files, 'realPath'>,
  folder: string,
  path: string,
): Promise<Result<string>> {
  const absolute = notePath(folder, path);
  if (!absolute.ok) return absolute;
  const isInside = await leadsInside(files, folder, absolute.value);
  return isInside ? absolute : notesFailure('notes/outside');
}

/** Whether a path leads into the folder, which itself may be a link. @param absolute it need not exist */
export async function leadsInside(
  files: Pick<Files, 'realPath'>,
  folder: string,
  absolute: string,
): Promise<boolean> {
  try {
    const [root, real] = await Promise.all([files.realPath(folder), files.realPath(absolute)]);
    return real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
  } catch {
    return false;
  }
}

/** Whether one of two folders is or lies within the other; absolute paths. */
export const areNested = (one: string, other: string): boolean =>
  `${one}${sep}`.startsWith(`${other}${sep}`) || `${other}${sep}`.startsWith(`${one}${sep}`);

/** The hash of a file's bytes: its version. */
export const versionOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A note as the editor gets it. */
export const toNote = (path: string, file: NoteFile, version: string): Note => ({
  path,
  title: titleOf(file, path),
  occurrenceKey: file.fields.occurrence,
  start: file.fields.start,
  series: seriesOfFile(file),
  zone: file.fields.zone,
  agenda: file.fields.agenda,
  minutes: file.fields.minutes,
  recordings: file.fields.recordings,
  template: file.fields.template,
  body: file.body,
  version,
});

/** A note as the search takes it. */
export function findableOf({ summary, size, actions }: IndexedNote): Findable {
  const { path, title, start, series, modified, tags } = summary;
  const hasOpenItems = actions.some(({ isDone }) => !isDone);
  const stamp = `${modified} ${size}`;
  return { kind: 'note', path, title, start, modified, series, stamp, hasOpenItems, tags };
}
