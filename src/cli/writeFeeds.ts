import { chmod, readFile } from 'node:fs/promises';
import type { Feed } from '#core/feeds/feed.ts';
import { parseConfig, refusalsOf } from '#core/settings/configFile.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import { BadInput } from './command.ts';
import { badInput } from './texts.ts';

/** Writes the list of feeds as the app stores it. Nothing else of the configuration changes. */
export async function writeFeeds(feeds: readonly Feed[], path: string): Promise<void> {
  const parsed = parseConfig(await readFile(path, 'utf8').catch(() => '{}'));
  if (!('document' in parsed)) throw new BadInput(badInput.notParsed(path, parsed.reason));
  if (refusalsOf(parsed.document).length > 0) throw new BadInput(badInput.badConfig(path));
  const document = { ...parsed.document, feeds: { version: 2, feeds } };
  await createFiles().write(path, JSON.stringify(document, undefined, '\t'));
  // As the app does: only its owner may read it.
  await chmod(path, 0o600);
}
