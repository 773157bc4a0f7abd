import { basename } from 'node:path';
import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import type { Files } from '../../ports/files.ts';
import { plainSource, type FeedSource } from './feedSource.ts';
import { readFile } from './readFile.ts';

/** A file of this computer. */
export const fileSource = (
  { files }: { readonly files: Files },
  { path }: SourceAddressOf<'file'>,
): FeedSource => ({
  ...plainSource,
  location: path,
  maskedAddress: path,
  defaultName: basename(path),
  watchedFile: path,
  fetchBytes: () => readFile(files, path),
});
