import { notesFailure } from '#core/notes/problems.ts';
import { join, relative, sep } from 'node:path';
import { decodeNote, LARGEST_BYTES } from '#core/notes/indexNote.ts';
import type { ImportReport } from '#core/notes/noteExchange.ts';
import type { Files } from '../ports/files.ts';
import { fileStem, foldName, numberedNames } from '#core/notes/noteTemplate.ts';
import { success, type Result } from '#base';
import { areNested, versionOf } from './noteFolder.ts';

/** A folder with more files is probably not a notes folder. */
const MOST_FILES = 20_000;

/** Target path of a file: its path in the source folder, in characters that every file system allows. */
function stemFor(segments: readonly string[]): string {
  const [name = '', ...folders] = segments.toReversed();
  const stem = fileStem(name.replace(/\.(?:md|markdown)$/i, ''));
  return [...folders.toReversed().map(fileStem), stem].map((part) => part || 'Untitled').join('/');
}

/**
 * Copies the Markdown files of a folder, at any depth, to the notes, byte for byte. Overwrites nothing: a file whose
 * name is taken gets another name, unless the same content exists. Skips hidden files.
 * @param source absolute path
 * @param folder of the notes, absolute
 */
export async function importNotes(
  files: Files,
  source: string,
  folder: string,
): Promise<Result<ImportReport>> {
  if (areNested(folder, source)) return notesFailure('notes/importsItself');
  const [found, present] = await Promise.all([
    files.list(source).catch(() => null),
    files.list(folder).catch(() => []),
  ]);
  if (found === null) return notesFailure('notes/importUnreadable');
  if (found.length > MOST_FILES) return notesFailure('notes/importTooLarge', MOST_FILES);
  /** The files that are there, readable or not, by the name that no other file may have. */
  const taken = new Map(
    present.map(({ path }) => {
      const name = relative(folder, path).split(sep).join('/');
      return [foldName(name), name];
    }),
  );
  const report = { copied: 0, same: 0, others: 0 };
  const renamed: { readonly from: string; readonly to: string }[] = [];
  const unreadable: string[] = [];

  /**
   * Copies a file under the first name that is free. The disk has the last word: other programs write there, too.
   * @returns the name; null if the same text is there, under its name or one that an import gave it
   */
  async function copy(bytes: Uint8Array, stem: string): Promise<string | null> {
    const version = versionOf(bytes);
    for (const name of numberedNames(stem)) {
      const there = taken.get(foldName(name));
      if (there === undefined && (await files.create(join(folder, ...name.split('/')), bytes))) {
        taken.set(foldName(name), name);
        return name;
      }
      const present = await files.read(join(folder, ...(there ?? name).split('/'))).catch(() => null);
      if (present !== null && versionOf(present) === version) return null;
    }
    return null;
  }

  for (const { path, size } of found.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const segments = relative(source, path).split(sep);
    const from = segments.join('/');
    if (segments.some((segment) => segment.startsWith('.'))) continue;
    if (!/\.(?:md|markdown)$/i.test(path)) {
      report.others += 1;
      continue;
    }
    const bytes = size > LARGEST_BYTES ? null : await files.read(path, LARGEST_BYTES).catch(() => null);
    if (bytes === null || decodeNote(bytes) === null) {
      unreadable.push(from);
      continue;
    }
    const to = await copy(bytes, stemFor(segments)).catch(() => undefined);
    if (to === undefined) unreadable.push(from);
    else if (to === null) report.same += 1;
    else {
      report.copied += 1;
      if (to !== from) renamed.push({ from, to });
    }
  }
  return success({ ...report, renamed, unreadable });
}
