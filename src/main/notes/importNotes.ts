import { notesFailure } from '#core/notes/problems.ts';
import { join, relative, sep } from 'node:path';
import type { ImportReport } from '#core/notes/noteExchange.ts';
import type { Files } from '../ports/files.ts';
import { fileStem, freeName } from '#core/notes/noteTemplate.ts';
import { success, type Result } from '#base';
import { areNested, decodeNote, LARGEST_BYTES, versionOf } from './noteFolder.ts';

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
  const taken = new Set(present.map(({ path }) => relative(folder, path).split(sep).join('/').toLowerCase()));
  const report = { copied: 0, same: 0, others: 0 };
  const renamed: { readonly from: string; readonly to: string }[] = [];
  const unreadable: string[] = [];

  /** Whether the notes have it already, under its name or a name that an import gave it. */
  async function sameAs(bytes: Uint8Array, stem: string): Promise<boolean> {
    const version = versionOf(bytes);
    for (let count = 1; ; count += 1) {
      const name = `${stem}${count === 1 ? '' : ` ${count}`}.md`;
      if (!taken.has(name.toLowerCase())) return false;
      const there = await files.read(join(folder, ...name.split('/'))).catch(() => null);
      if (there !== null && versionOf(there) === version) return true;
    }
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
    const stem = stemFor(segments);
    if (await sameAs(bytes, stem)) {
      report.same += 1;
      continue;
    }
    const to = freeName(stem, (name) => taken.has(name));
    try {
      await files.write(join(folder, ...to.split('/')), bytes);
    } catch {
      unreadable.push(from);
      continue;
    }
    taken.add(to.toLowerCase());
    report.copied += 1;
    if (to !== from) renamed.push({ from, to });
  }
  return success({ ...report, renamed, unreadable });
}
