import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFiles } from '#main/adapters/disk/files.ts';
import { openTextIndex } from '#main/adapters/threads/textIndex.ts';
import { createNoteReader } from '#main/adapters/threads/noteReader.ts';
import { findableOf } from '#main/notes/noteFolder.ts';
import type { Files } from '#main/ports/files.ts';
import { openNoteSearch } from '#main/search/noteSearch.ts';
import type { SearchHit } from '#core/notes/search.ts';
import { decodeNote, type IndexedNote, type NoteIndex } from '#core/notes/indexNote.ts';
import { parseNoteFile } from '#core/notes/noteFile.ts';
import { newestFirst } from '#core/notes/noteListChange.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import { WrongUse, type Command } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import { notesFolder } from '../folders.ts';
import { jsonText } from '../occurrenceJson.ts';
import { visibleLine } from '#base';
import { paintFor } from '../paint.ts';
import { output, usage } from '../texts.ts';

interface FoundNote {
  readonly summary: NoteSummary;
  readonly path: string;
  readonly snippet: string;
}

async function readIndex(files: Files, folder: string): Promise<NoteIndex> {
  const index = new Map<string, IndexedNote>();
  await createNoteReader(files).scan(folder, ({ changed }) => {
    for (const note of changed) index.set(note.summary.path, note);
  });
  return index;
}

/** Best first. The index is built for this one search, because the app may have its own open. */
async function search(files: Files, folder: string, index: NoteIndex, words: string): Promise<SearchHit[]> {
  await using notes = openNoteSearch({
    files,
    openIndex: openTextIndex,
    path: ':memory:',
    log: () => undefined,
    zone: () => 'UTC',
    list: () => [...index.values()].map(findableOf),
    isComplete: () => true,
    read: async ({ path }) => {
      // A note may be deleted between listing and reading.
      const bytes = await files.read(join(folder, ...path.split('/')));
      const text = bytes && decodeNote(bytes);
      return text === null ? null : parseNoteFile(text).body;
    },
  });
  await notes.refresh();
  return notes.find({ words, series: null, tags: [], hasOpenItems: false, from: null, to: null });
}

/** `notes list`: latest meetings first. `notes search WORDS…`: best matches first. */
export const notes: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [action, ...words] = positionals;
  const isKnown = action === 'list' ? words.length === 0 : action === 'search' && words.length > 0;
  if (!isKnown) throw new WrongUse(usage.notes);

  const { settings } = await readConfiguration(terminal);
  const folder = await notesFolder(terminal, settings.notesFolder);
  const files = createFiles();
  const index = await readIndex(files, folder);
  const pathOf = (path: string): string => join(folder, ...path.split('/'));
  const found: FoundNote[] =
    words.length === 0
      ? [...index.values()]
          .map(({ summary }) => ({ summary, path: pathOf(summary.path), snippet: summary.excerpt }))
          .sort((a, b) => newestFirst(a.summary, b.summary))
      : (await search(files, folder, index, words.join(' '))).flatMap(({ path, snippet }) => {
          const summary = index.get(path)?.summary;
          const text = snippet.map((part) => part.text).join('');
          return summary === undefined ? [] : [{ summary, path: pathOf(path), snippet: text }];
        });

  if (values.json) {
    const described = found.map(({ summary, path, snippet }) => ({
      path,
      title: summary.title,
      occurrence: summary.occurrenceKey,
      snippet,
    }));
    terminal.out.write(jsonText(described));
    return;
  }
  const paint = paintFor(terminal);
  if (found.length === 0) terminal.out.write(`${words.length === 0 ? output.noNotes : output.noNoteFound}\n`);
  for (const { summary, path, snippet } of found) {
    const day = summary.start?.slice(0, 10) ?? '';
    terminal.out.write(`${paint.bold(visibleLine(summary.title))}  ${day}\n`);
    if (snippet !== '') terminal.out.write(`  ${visibleLine(snippet)}\n`);
    terminal.out.write(`  ${paint.dim(path)}\n`);
  }
};
