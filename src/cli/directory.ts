import { foldedText } from '#core/search/fold.ts';
import type { DirectoryEntry } from '#core/directory/directoryEntry.ts';
import type { DirectoryRow } from '#core/directory/directoryIndex.ts';
import { searchDirectory } from '#core/directory/searchDirectory.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import { openDirectory, type DirectoryFiles } from '#main/directory/directoryFiles.ts';
import { problemLine } from './advice.ts';
import { BadInput, type Terminal } from './command.ts';
import { catalogueFolder } from './folders.ts';
import { badInput } from './texts.ts';

/** Communities of the directory as the command line names them. Reads no calendar, so that a search is quick. */

export const openCommunities = (terminal: Terminal): DirectoryFiles =>
  openDirectory(createFiles(), { catalogueFolder: catalogueFolder(terminal) });

/** The only community that the words name; null if none or several do. */
export function named(rows: readonly DirectoryRow[], words: string): DirectoryRow | null {
  const query = foldedText(words).trim();
  const exact = rows.filter(({ id, name, aliases }) =>
    [id, name, ...aliases].some((one) => foldedText(one) === query),
  );
  const found = exact.length > 0 ? exact : searchDirectory(rows, words);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** @throws BadInput that names the candidates */
export async function entryNamed(words: string, directory: DirectoryFiles): Promise<DirectoryEntry> {
  const rows = await directory.rows();
  const row = named(rows, words);
  const entry = row === null ? null : await directory.entry(row.id);
  if (entry?.ok === true) return entry.value;
  if (entry !== null) throw new BadInput(problemLine(entry.problem));
  throw new BadInput(
    badInput.whichCommunity(
      words,
      searchDirectory(rows, words).map(({ id }) => id),
    ),
  );
}
