import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { catalogueFile } from '#core/catalogue/catalogueFile.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { Environment } from '../ports/environment.ts';
import type { Files } from '../ports/files.ts';
import type { SettingsModel } from '../settings/settings.ts';
import type { FeedSync } from './feedSync.ts';

/** The catalogues that come with the app: every JSON file of one folder, each a feed with the file's name as address. */
export interface BuiltInCatalogues {
  /** As they are followed at the first start; ascending by address, that of Kubernetes first. */
  readonly feeds: readonly Feed[];
  /** Null where there is no such file. */
  read(address: string): Promise<Uint8Array | null>;
  /** Of which day its file is, an ISO date; null where it does not say. */
  dateOf(address: string): string | null;
  /** The sigs.yaml that is newer than the file; null where there is none, or where the user wants no request. */
  liveAddress(address: string): string | null;
}

/** The catalogue that is told of first. */
export const KUBERNETES = 'kubernetes';

const COLORS = 8;

/** Only what is needed before a file is read in the thread; a flaw elsewhere is told there. */
const head = catalogueFile.pick({ name: true, live: true, suggested: true, source: true }).partial();

function headOf(bytes: Uint8Array | null): z.infer<typeof head> {
  try {
    const read = head.loose().safeParse(JSON.parse(new TextDecoder().decode(bytes ?? undefined)));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

/** Whatever else is in the folder is passed over. */
const idOf = (folder: string, path: string): string | null =>
  dirname(path) === folder ? (/^([a-z0-9-]+)\.json$/.exec(basename(path))?.[1] ?? null) : null;

const kubernetesFirst = (one: string, other: string): number =>
  Number(other === KUBERNETES) - Number(one === KUBERNETES) || one.localeCompare(other);

/**
 * Looks at the files of the folder once; they do not change while the app runs.
 * @param isLiveWanted whether newer facts may be asked for
 */
export async function openBuiltInCatalogues(
  files: Pick<Files, 'list' | 'read'>,
  { catalogueFolder, liveCatalogue }: Pick<Environment, 'catalogueFolder' | 'liveCatalogue'>,
  isLiveWanted: () => boolean,
): Promise<BuiltInCatalogues> {
  const read = (address: string): Promise<Uint8Array | null> =>
    files.read(join(catalogueFolder, `${address}.json`));
  const found = await files.list(catalogueFolder).catch(() => []);
  const ids = new Set([KUBERNETES, ...found.flatMap(({ path }) => idOf(catalogueFolder, path) ?? [])]);
  const heads = new Map<string, z.infer<typeof head>>();
  for (const id of [...ids].toSorted(kubernetesFirst))
    heads.set(id, headOf(await read(id).catch(() => null)));
  return {
    feeds: [...heads].map(([id, { name, suggested }], index) => ({
      id,
      kind: 'catalogue',
      name: name ?? id,
      address: id,
      followed: suggested ?? 'all',
      color: index % COLORS,
    })),
    read,
    dateOf: (address) => heads.get(address)?.source?.date ?? null,
    liveAddress: (address) => {
      const written = heads.get(address)?.live ?? null;
      if (written === null || liveCatalogue === 'none' || !isLiveWanted()) return null;
      return liveCatalogue ?? written;
    },
  };
}

/** Asks for newer facts at once when the user allows it again. */
export function refreshWhenWanted(
  settings: Pick<SettingsModel, 'current' | 'changed'>,
  { feeds }: BuiltInCatalogues,
  sync: Pick<FeedSync, 'refreshNow'>,
): Disposable {
  let wasWanted = settings.current().updatesCatalogue;
  return settings.changed.on(({ updatesCatalogue }) => {
    if (updatesCatalogue && !wasWanted) void sync.refreshNow(feeds.map(({ id }) => id));
    wasWanted = updatesCatalogue;
  });
}
