import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import type { Environment } from '../../ports/environment.ts';
import type { Files } from '../../ports/files.ts';
import { plainSource, type FeedSource } from './feedSource.ts';
import { readFile } from './readFile.ts';

/** The address of a text that is pasted for the first time; it stays when the text is changed. */
export const pastedAddress = (text: string): SourceAddressOf<'pasted'> => ({
  kind: 'pasted',
  id: createHash('sha256').update(text).digest('hex').slice(0, 16),
});

/** The file of a pasted text. */
export const pastedPath = (userData: string, id: string): string => join(userData, 'pasted', `${id}.txt`);

/** Text that the user pasted: a file of the app's own. */
export function pastedSource(
  { files, environment }: { readonly files: Files; readonly environment: Pick<Environment, 'userData'> },
  { id }: SourceAddressOf<'pasted'>,
): FeedSource {
  const path = pastedPath(environment.userData, id);
  return {
    ...plainSource,
    location: path,
    maskedAddress: 'pasted text',
    defaultName: basename(path),
    watchedFile: path,
    fetchBytes: () => readFile(files, path),
    discard: () => files.remove(path).catch(() => undefined),
  };
}
