import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFiles } from '../../main/adapters/files.ts';
import { decodeNote, indexNotes } from '../../main/notes/noteFolder.ts';
import { parseNoteFile } from '../../shared/notes/noteFile.ts';
import type { NoteSummary } from '../../shared/notes/note.ts';
import { WrongUse, type Command } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import { notesFolder } from '../folders.ts';
import { findSnippet } from '../noteSearch.ts';
import { jsonText } from '../occurrenceJson.ts';
import { paintFor, plainText } from '../paint.ts';

interface FoundNote {
  readonly summary: NoteSummary;
  readonly path: string;
  readonly snippet: string;
}

const newestFirst = (a: NoteSummary, b: NoteSummary): number => {
  const [left, right] = [a.start ?? '', b.start ?? ''];
  return left === right ? b.modified - a.modified : left < right ? 1 : -1;
};

/** `notes list` and `notes search WORDS…`: the user's notes, those of the latest meetings first. */
export const notes: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [action, ...words] = positionals;
  const isKnown = action === 'list' ? words.length === 0 : action === 'search' && words.length > 0;
  if (!isKnown) throw new WrongUse('notes wants “list”, or “search” and words');

  const { settings } = await readConfiguration(terminal);
  const folder = await notesFolder(terminal, settings.notesFolder);
  const files = createFiles();
  const index = await indexNotes(files, folder, new Map());
  const summaries = [...index.values()].map(({ summary }) => summary).sort(newestFirst);
  const looked = summaries.map(async (summary): Promise<FoundNote | null> => {
    const path = join(folder, ...summary.path.split('/'));
    if (words.length === 0) return { summary, path, snippet: summary.excerpt };
    // A note may go away between being listed and being read.
    const bytes = await files.read(path);
    const text = bytes && decodeNote(bytes);
    const snippet =
      text && findSnippet(summary.title, parseNoteFile(text).body, words.join(' ').split(/\s+/));
    return snippet === null ? null : { summary, path, snippet };
  });
  const found = (await Promise.all(looked)).filter((note) => note !== null);

  if (values.json) {
    const told = found.map(({ summary, path, snippet }) => ({
      path,
      title: summary.title,
      occurrence: summary.occurrenceKey,
      snippet,
    }));
    terminal.out.write(jsonText(told));
    return;
  }
  const paint = paintFor(terminal);
  if (found.length === 0)
    terminal.out.write(words.length === 0 ? 'No notes yet.\n' : 'No note holds these words.\n');
  for (const { summary, path, snippet } of found) {
    const day = summary.start?.slice(0, 10) ?? '';
    terminal.out.write(`${paint.bold(plainText(summary.title))}  ${day}\n`);
    if (snippet !== '') terminal.out.write(`  ${plainText(snippet)}\n`);
    terminal.out.write(`  ${paint.dim(path)}\n`);
  }
};
