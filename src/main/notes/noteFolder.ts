import { notesFailure } from '#core/notes/problems.ts';
import { seriesKeyOf } from '#core/keys.ts';
import { createHash } from 'node:crypto';
import { isAbsolute, join, relative, sep } from 'node:path';
import { actionItemsIn } from '#core/notes/actionItems.ts';
import { decisionsIn } from '#core/notes/decisions.ts';
import { dayOfNote, excerptOf, headingOf, parseNoteFile, type NoteFile } from '#core/notes/noteFile.ts';
import { type ActionItem, type Decision, type Note, type NoteSummary } from '#core/notes/note.ts';
import { marksOf } from '#core/notes/frontMatter.ts';
import { fileNameOf } from '#core/notes/linkTargets.ts';
import { dateInName, firstWords, isProvisional, withoutDate } from '#core/notes/noteName.ts';
import { notedLinksIn, type NotedLink } from '#core/notes/backlinks.ts';
import { tagsOf } from '#core/notes/tags.ts';
import { success, type Result } from '#base';
import type { Files } from '../ports/files.ts';
import type { Findable } from '../search/noteSearch.ts';
import { isTemplate } from './templates.ts';

/** Notes are text; a file beyond this is something else with the ending `.md`. */
export const LARGEST_BYTES = 5 * 1024 * 1024;

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

/** Whether one of two folders is or lies within the other; absolute paths. */
export const areNested = (one: string, other: string): boolean =>
  `${one}${sep}`.startsWith(`${other}${sep}`) || `${other}${sep}`.startsWith(`${one}${sep}`);

/** The hash of a file's bytes: its version. */
export const versionOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The text of a file; null if it is not UTF-8, because saving it again would destroy it. */
export function decodeNote(bytes: Uint8Array): string | null {
  try {
    // The byte order mark, if any, is part of the text that we keep.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The title of a note: from its front matter, else its first heading, else its file name without the date. A note whose
 * file has no name yet is called by its first words.
 */
export function titleOf(file: NoteFile, path: string): string {
  const ofText = headingOf(file.body) ?? (isProvisional(path) ? firstWords(file.body) : null);
  return file.fields.title ?? ofText ?? withoutDate(fileNameOf(path));
}

const seriesOfFile = ({ fields }: NoteFile): string | null =>
  fields.series ?? (fields.occurrence === null ? null : seriesKeyOf(fields.occurrence));

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

/** A file in the index, with the facts that show whether it changed. */
export interface IndexedNote {
  readonly summary: NoteSummary;
  readonly size: number;
  readonly actions: readonly ActionItem[];
  readonly decisions: readonly Decision[];
  /** Name of the template it began with; null if its front matter names none. */
  readonly template: string | null;
  readonly links: readonly NotedLink[];
  /** The hash of the file, by which a renamed one is recognised. */
  readonly version: string;
}

/** Notes by their path in the folder. */
export type NoteIndex = ReadonlyMap<string, IndexedNote>;

const isNoteFile = (path: string): boolean =>
  /\.md$/i.test(path) && !isTemplate(path) && path.split('/').every((segment) => !segment.startsWith('.'));

/** Files that are read at once. */
const AT_ONCE = 32;

/** Looks through the folder; files that did not change since `known` are not read again. */
export async function indexNotes(files: Files, folder: string, known: NoteIndex): Promise<NoteIndex> {
  const index = new Map<string, IndexedNote>();
  const listed = (await files.list(folder))
    .map(({ path, size, modified }) => ({
      path,
      size,
      modified,
      name: relative(folder, path).split(sep).join('/'),
    }))
    .filter(({ name, size }) => isNoteFile(name) && size <= LARGEST_BYTES);
  for (let from = 0; from < listed.length; from += AT_ONCE) {
    const some = listed.slice(from, from + AT_ONCE).map(async ({ path, name, size, modified }) => {
      const before = known.get(name);
      if (before?.size === size && before.summary.modified === modified) return [name, before] as const;
      const bytes = await files.read(path).catch(() => null);
      const text = bytes === null ? null : decodeNote(bytes);
      return bytes !== null && text !== null
        ? ([name, { ...indexed(name, text, modified), size, version: versionOf(bytes) }] as const)
        : null;
    });
    for (const entry of await Promise.all(some)) if (entry !== null) index.set(...entry);
  }
  return index;
}

/** A note as the search takes it. */
export function findableOf({ summary, size, actions }: IndexedNote): Findable {
  const { path, title, start, series, modified, tags } = summary;
  const hasOpenItems = actions.some(({ isDone }) => !isDone);
  const stamp = `${modified} ${size}`;
  return { kind: 'note', path, title, start, modified, series, stamp, hasOpenItems, tags };
}

function indexed(path: string, text: string, modified: number): Omit<IndexedNote, 'size' | 'version'> {
  const file = parseNoteFile(text);
  const marks = marksOf(file.head);
  const summary = {
    path,
    title: titleOf(file, path),
    occurrenceKey: file.fields.occurrence,
    // A meeting without a known start is not on the date of its file for certain.
    start: file.fields.start ?? (file.fields.occurrence === null ? dateInName(path) : null),
    series: seriesOfFile(file),
    isPinned: marks.isPinned,
    tags: tagsOf(marks.tags, file.body),
    modified,
    excerpt: excerptOf(file.body),
  };
  return {
    summary,
    actions: actionItemsIn(file.body, dayOfNote(file.fields, path)),
    decisions: decisionsIn(file.body),
    template: file.fields.template,
    links: notedLinksIn(file.body),
  };
}
