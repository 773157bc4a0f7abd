import { join } from 'node:path';
import { directoryEntry, type DirectoryEntry } from '#core/directory/directoryEntry.ts';
import { directoryIndex, type DirectoryRow } from '#core/directory/directoryIndex.ts';
import type { Environment } from '../ports/environment.ts';
import type { Files } from '../ports/files.ts';

/** The directory that comes with the app. Nothing of it is read before it is asked for. */
export interface DirectoryFiles {
  /** All communities, by name; empty if the files are missing or damaged. Read once. */
  rows(): Promise<readonly DirectoryRow[]>;
  /** Null if there is no such community. */
  entry(id: string): Promise<DirectoryEntry | null>;
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
  files: Pick<Files, 'read'>,
  { catalogueFolder }: Pick<Environment, 'catalogueFolder'>,
): DirectoryFiles {
  const read = async (name: string): Promise<unknown> =>
    parse(await files.read(join(catalogueFolder, 'directory', `${name}.json`)).catch(() => null));
  let rows: Promise<readonly DirectoryRow[]> | null = null;
  const readRows = async (): Promise<readonly DirectoryRow[]> =>
    directoryIndex.safeParse(await read('index')).data?.communities ?? [];
  return {
    rows: () => (rows ??= readRows()),
    entry: async (id) => (ID.test(id) ? (directoryEntry.safeParse(await read(id)).data ?? null) : null),
  };
}
