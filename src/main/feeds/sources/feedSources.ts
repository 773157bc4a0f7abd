import type { SourceAddress } from '#core/feeds/sourceAddress.ts';
import type { Environment } from '../../ports/environment.ts';
import type { Files } from '../../ports/files.ts';
import { builtInSource } from './builtInSource.ts';
import { calDavSource, type CalDavParts } from './calDavSource.ts';
import type { FeedSource } from './feedSource.ts';
import { fileSource } from './fileSource.ts';
import { lockedSource } from './lockedSource.ts';
import { pastedSource } from './pastedSource.ts';
import { statedSource } from './statedSource.ts';
import { webSource } from './webSource.ts';
import type { FeedLogins } from '../feedLogins.ts';
import type { WebPorts } from './fetchWeb.ts';
import type { BuiltInCatalogues } from '../builtInCatalogues.ts';
import type { DirectoryFiles } from '../../directory/directoryFiles.ts';

/** What the sources need. All of them share one host queue, so that a server gets one request at a time. */
export interface SourcePorts extends WebPorts {
  readonly files: Files;
  readonly environment: Pick<Environment, 'userData'>;
  readonly catalogues: BuiltInCatalogues;
  readonly calDav: CalDavParts;
  readonly directory: Pick<DirectoryFiles, 'entry'>;
  readonly logins: Pick<FeedLogins, 'get' | 'discard'>;
}

/** The source of a feed, by its address. */
export type FeedSources = (address: SourceAddress) => FeedSource;

/** The registry: a further kind of source is a file of this folder and a line here. */
export const createFeedSources =
  (ports: SourcePorts): FeedSources =>
  (address): FeedSource => {
    switch (address.kind) {
      case 'web':
        return webSource(ports, address);
      case 'file':
        return fileSource(ports, address);
      case 'builtIn':
        return builtInSource(ports, address);
      case 'stated':
        return statedSource(ports.directory, address);
      case 'pasted':
        return pastedSource(ports, address);
      case 'calDav':
        return calDavSource(ports, address);
      case 'locked':
        return lockedSource;
      default:
        return address satisfies never;
    }
  };
