import { join } from 'node:path';
import { isPasted, type Feed } from '#core/feeds/feed.ts';
import type { FactLists } from '#core/settings/portableData.ts';
import type { Files } from '../ports/files.ts';

/** What the app and the command line need alike to export and import. */

/** Texts of the pasted feeds, by id; those that cannot be read are left out. */
export async function readPastedTexts(
  files: Pick<Files, 'read'>,
  feeds: readonly Feed[],
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { id, address } of feeds.filter(isPasted)) {
    const bytes = await files.read(address, 1_000_000).catch(() => null);
    if (bytes !== null) texts[id] = new TextDecoder().decode(bytes);
  }
  return texts;
}

/** Where the text of a pasted feed lies. @param file its name, of 16 hexadecimal digits */
export const pastedPath = (userData: string, file: string): string => join(userData, 'pasted', file);

/** The lists of a stored document of facts, without its version. */
export const factListsOf = (stored: unknown): FactLists =>
  typeof stored === 'object' && stored !== null
    ? Object.fromEntries(
        Object.entries(stored).flatMap(([kind, list]) => (Array.isArray(list) ? [[kind, list]] : [])),
      )
    : {};

/** An exported file is at most so large. */
export const LARGEST_IMPORT_BYTES = 100_000_000;
