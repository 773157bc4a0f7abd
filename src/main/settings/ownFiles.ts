import type { Feed } from '#core/feeds/feed.ts';
import type { FactLists } from '#core/settings/portableData.ts';
import { pastedPath } from '../feeds/sources/pastedSource.ts';
import type { Files } from '../ports/files.ts';

/** Parts of export and import that the app and the command line share. */

/** Texts of the pasted feeds, by the id of the feed; those that cannot be read are left out. */
export async function readPastedTexts(
  files: Pick<Files, 'read'>,
  userData: string,
  feeds: readonly Feed[],
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { id, source } of feeds) {
    if (source.kind !== 'pasted') continue;
    const bytes = await files.read(pastedPath(userData, source.id), 1_000_000).catch(() => null);
    if (bytes !== null) texts[id] = new TextDecoder().decode(bytes);
  }
  return texts;
}

/** The lists of a stored document of facts, without its version. */
export const factListsOf = (stored: unknown): FactLists =>
  typeof stored === 'object' && stored !== null
    ? Object.fromEntries(
        Object.entries(stored).flatMap(([kind, list]) => (Array.isArray(list) ? [[kind, list]] : [])),
      )
    : {};

/** Size limit of an exported file. */
export const LARGEST_IMPORT_BYTES = 100_000_000;
