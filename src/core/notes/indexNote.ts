import { seriesKeyOf } from '../keys.ts';
import { notedLinksIn, type NotedLink } from './backlinks.ts';
import { marksOf } from './frontMatter.ts';
import { fileNameOf } from './linkTargets.ts';
import { dateInName, firstWords, isProvisional, withoutDate } from './noteName.ts';
import { tagsOf } from './tags.ts';
import { actionItemsIn } from './actionItems.ts';
import { decisionsIn } from './decisions.ts';
import type { ActionItem, Decision, NoteSummary } from './note.ts';
import { dayOfNote, excerptOf, headingOf, parseNoteFile, type NoteFile } from './noteFile.ts';

/** Notes are text; a file beyond this is something else with the ending `.md`. */
export const LARGEST_BYTES = 5 * 1024 * 1024;

/** Whether a path in the notes folder is a template, which is not a note. */
export const isTemplate = (path: string): boolean => path.toLowerCase().startsWith('templates/');

/** Whether a path in the notes folder is listed as a note. */
export const isNoteFile = (path: string): boolean =>
  /\.md$/i.test(path) && !isTemplate(path) && path.split('/').every((segment) => !segment.startsWith('.'));

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

/** The key of a note's series; null for a note without a meeting. */
export const seriesOfFile = ({ fields }: NoteFile): string | null =>
  fields.series ?? (fields.occurrence === null ? null : seriesKeyOf(fields.occurrence));

/** A file in the index, with the facts that show whether it changed. */
export interface IndexedNote {
  readonly summary: NoteSummary;
  /** Bytes. */
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

/** What the index holds of a note's text. @param path in the folder */
export function indexNote(
  path: string,
  text: string,
  facts: { readonly size: number; readonly modified: number; readonly version: string },
): IndexedNote {
  const { size, modified, version } = facts;
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
  const { template } = file.fields;
  return {
    summary,
    size,
    actions: actionItemsIn(file.body, dayOfNote(file.fields, path)),
    decisions: decisionsIn(file.body),
    template,
    links: notedLinksIn(file.body),
    version,
  };
}
