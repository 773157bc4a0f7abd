import { notesFailure } from '#core/notes/problems.ts';
import { join } from 'node:path';
import type { ExportFormat } from '#core/notes/noteExchange.ts';
import type { Desktop } from '../ports/desktop.ts';
import type { Environment } from '../ports/environment.ts';
import type { Files } from '../ports/files.ts';
import {
  exportedHtml,
  exportedMarkdown,
  exportedRichText,
  type ExportedNote,
} from '#core/notes/exportNotes.ts';
import type { Note } from '#core/notes/note.ts';
import { fileStem } from '#core/notes/noteTemplate.ts';
import { success, type Result } from '#base';
import type { NoteLibrary } from './noteLibrary.ts';

export interface ExportParts {
  readonly notes: Pick<NoteLibrary, 'read'>;
  readonly files: Files;
  readonly desktop: Pick<Desktop, 'chooseTarget' | 'copy' | 'printToPdf'>;
  readonly environment: Pick<Environment, 'documents'>;
}

const kinds = {
  markdown: { kind: 'Markdown', extension: 'md' },
  html: { kind: 'Web page', extension: 'html' },
  pdf: { kind: 'PDF', extension: 'pdf' },
} as const;

/** Earliest first, because a series is read from its beginning. */
const byStart = (a: Note, b: Note): number =>
  (a.start ?? '').localeCompare(b.start ?? '') || a.path.localeCompare(b.path);

/** File name of an export. A single note keeps its name, which has the date already. */
const nameOf = (notes: readonly Note[], title: string): string =>
  notes.length === 1
    ? (notes[0]?.path.replace(/^.*\//, '').replace(/\.md$/i, '') ?? title)
    : fileStem(`${title} – ${notes.length} notes`);

/**
 * Exports notes as one text. Fails if a note cannot be read, so that an export is never partial.
 * @returns the absolute path of the file; null if cancelled, or for the clipboard
 */
export async function exportNotes(
  { notes, files, desktop, environment }: ExportParts,
  paths: readonly string[],
  format: ExportFormat,
): Promise<Result<string | null>> {
  const read: Note[] = [];
  for (const path of paths) {
    const note = await notes.read(path);
    if (!note.ok) return note;
    read.push(note.value);
  }
  const ordered: readonly (Note & ExportedNote)[] = read.sort(byStart);
  const title = ordered.at(-1)?.title ?? '';
  if (format === 'clipboard') {
    await desktop.copy(exportedMarkdown(ordered), exportedRichText(ordered));
    return success(null);
  }
  const { kind, extension } = kinds[format];
  const target = await desktop.chooseTarget({
    kind,
    extension,
    suggestion: join(environment.documents, `${nameOf(ordered, title)}.${extension}`),
  });
  if (target === null) return success(null);
  const html = exportedHtml(ordered, { title });
  let content: string | Uint8Array = format === 'markdown' ? exportedMarkdown(ordered) : html;
  try {
    if (format === 'pdf') content = await desktop.printToPdf(html);
  } catch {
    return notesFailure('notes/notPrinted');
  }
  try {
    await files.write(target, content);
  } catch {
    return notesFailure('notes/notExported');
  }
  return success(target);
}
