import { join } from 'node:path';
import { directoryEntry, type DirectoryEntry } from '#core/directory/directoryEntry.ts';
import { directoryIndex, rowsOf, type DirectoryRow } from '#core/directory/directoryIndex.ts';
import { directoryFailure } from '#core/directory/problems.ts';
import { success, type Result } from '#base';
import type { Environment } from '../ports/environment.ts';
import type { Files } from '../ports/files.ts';

/** The directory that comes with the app. Nothing of it is read before it is asked for. */
export interface DirectoryFiles {
  /** All communities, by name; without the index, those whose own files can be read. Read once. */
  rows(): Promise<readonly DirectoryRow[]>;
  /** Fails with `directory/unknown` or, if its file is missing or cannot be read, `directory/damaged`. */
  entry(id: string): Promise<Result<DirectoryEntry>>;
}

const ID = /^[a-z0-9-]+$/;

function parse(bytes: Uint8Array | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Opens the directory; a damaged file affects only what it holds. */
export function openDirectory(
  files: Pick<Files, 'read' | 'list'>,
  { catalogueFolder }: Pick<Environment, 'catalogueFolder'>,
): DirectoryFiles {
  const folder = join(catalogueFolder, 'directory');
  const fileOf = (name: string): string => join(folder, `${name}.json`);
  const read = async (path: string): Promise<unknown> => parse(await files.read(path).catch(() => null));
  const readEntry = async (path: string): Promise<DirectoryEntry | null> =>
    directoryEntry.safeParse(await read(path)).data ?? null;
  const entriesWithoutIndex = async (): Promise<DirectoryEntry[]> => {
    const listed = await files.list(folder).catch(() => []);
    const entries = await Promise.all(listed.map(({ path }) => readEntry(path)));
    return entries.filter((entry) => entry !== null);
  };
  let rows: Promise<readonly DirectoryRow[]> | null = null;
  const readRows = async (): Promise<readonly DirectoryRow[]> =>
    directoryIndex.safeParse(await read(fileOf('index'))).data?.communities ??
    rowsOf(await entriesWithoutIndex());
  const allRows = (): Promise<readonly DirectoryRow[]> => (rows ??= readRows());
  return {
    rows: allRows,
    entry: async (id) => {
      const entry = ID.test(id) ? await readEntry(fileOf(id)) : null;
      if (entry !== null) return success(entry);
      const row = (await allRows()).find((one) => one.id === id);
      return row === undefined
        ? directoryFailure('directory/unknown')
        : directoryFailure('directory/damaged', row.name, fileOf(id));
    },
  };
}
