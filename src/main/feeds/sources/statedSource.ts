import { DAY } from '#base';
import { statedCatalogue } from '#core/directory/statedMeetings.ts';
import { feedsProblem } from '#core/feeds/problems.ts';
import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import { hasCode } from '#core/problemCodes.ts';
import type { DirectoryFiles } from '../../directory/directoryFiles.ts';
import { failed, noValidators, plainSource, type FeedSource } from './feedSource.ts';

/** The location of the stated meetings of a community: neither a URL nor a path. */
export const statedLocation = (community: string): string => `directory:${community}`;

/** The stated meetings of a community, as the directory of this version of the app has them. */
export function statedSource(
  directory: Pick<DirectoryFiles, 'entry'>,
  { community }: SourceAddressOf<'stated'>,
): FeedSource {
  return {
    ...plainSource,
    location: statedLocation(community),
    maskedAddress: 'directory',
    defaultName: community,
    fetchBytes: async () => {
      const entry = await directory.entry(community);
      if (!entry.ok)
        return failed(
          hasCode(entry.problem, 'directory/damaged') ? entry.problem : feedsProblem('feed/noDirectory'),
        );
      const bytes = new TextEncoder().encode(JSON.stringify(statedCatalogue(entry.value)));
      // It changes only with the app.
      return { kind: 'copy', copy: { ...noValidators, bytes, base: null }, freshForMs: DAY };
    },
  };
}
