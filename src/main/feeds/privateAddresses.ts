import type { Feed } from '#core/feeds/feed.ts';
import type { DirectoryFiles } from '../directory/directoryFiles.ts';
import { recogniseAddress } from './recogniseAddress.ts';
import type { FeedSources } from './sources/feedSources.ts';

/**
 * Tells whose address leaves this computer in no file: it may hold a token, and the directory, which everyone has, does
 * not name it.
 */
export async function privateAddresses(
  sources: FeedSources,
  directory: Pick<DirectoryFiles, 'rows'>,
  platform: string,
): Promise<(feed: Pick<Feed, 'source'>) => boolean> {
  const rows = await directory.rows();
  const listed = new Set(
    rows.flatMap(({ addresses }) =>
      addresses.flatMap((address) => {
        const read = recogniseAddress(address, platform);
        return read.ok ? [sources(read.value).location] : [];
      }),
    ),
  );
  return ({ source }) => sources(source).isSecret && !listed.has(sources(source).location);
}
