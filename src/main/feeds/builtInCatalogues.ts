import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { catalogueFile } from '#core/catalogue/catalogueFile.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { KUBERNETES } from '#core/feeds/storedFeeds.ts';
import type { Environment } from '../ports/environment.ts';
import type { Files } from '../ports/files.ts';

/** The catalogues that come with the app: every JSON file of one folder is a feed; its id is the name of the file. */
export interface BuiltInCatalogues {
  /** As they are followed at the first start; ascending by id, that of Kubernetes first. */
  readonly feeds: readonly Feed[];
  /** Null if there is no such file. */
  read(id: string): Promise<Uint8Array | null>;
  /** ISO date of its facts; null if the file has none. */
  dateOf(id: string): string | null;
  /** URL of the sigs.yaml that updates the file; null if there is none, or the user allows no request. */
  liveAddress(id: string): string | null;
}

const COLORS = 8;

/** The parts that are needed before the reader's thread reads the file and reports its problems. */
const head = catalogueFile.pick({ name: true, live: true, suggested: true, source: true }).partial();

function headOf(bytes: Uint8Array | null): z.infer<typeof head> {
  try {
    const read = head.loose().safeParse(JSON.parse(new TextDecoder().decode(bytes ?? undefined)));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

/** The id in the path of a catalogue; null for other files. */
const idOf = (folder: string, path: string): string | null =>
  dirname(path) === folder ? (/^([a-z0-9-]+)\.json$/.exec(basename(path))?.[1] ?? null) : null;

const kubernetesFirst = (one: string, other: string): number =>
  Number(other === KUBERNETES) - Number(one === KUBERNETES) || one.localeCompare(other);

/**
 * Reads the heads of the files once; they do not change while the app runs.
 * @param isLiveAllowed whether the user allows requests for newer facts
 */
export async function openBuiltInCatalogues(
  files: Pick<Files, 'list' | 'read'>,
  { catalogueFolder, liveCatalogue }: Pick<Environment, 'catalogueFolder' | 'liveCatalogue'>,
  isLiveAllowed: () => boolean,
): Promise<BuiltInCatalogues> {
  const read = (id: string): Promise<Uint8Array | null> => files.read(join(catalogueFolder, `${id}.json`));
  const found = await files.list(catalogueFolder).catch(() => []);
  const ids = new Set([KUBERNETES, ...found.flatMap(({ path }) => idOf(catalogueFolder, path) ?? [])]);
  const heads = new Map<string, z.infer<typeof head>>();
  for (const id of [...ids].toSorted(kubernetesFirst))
    heads.set(id, headOf(await read(id).catch(() => null)));
  return {
    feeds: [...heads].map(([id, { name, suggested }], index) => ({
      id,
      name: name ?? id,
      source: { kind: 'builtIn', id },
      format: 'catalogue',
      followed: suggested ?? 'all',
      color: index % COLORS,
    })),
    read,
    dateOf: (id) => heads.get(id)?.source?.date ?? null,
    liveAddress: (id) => {
      const written = heads.get(id)?.live ?? null;
      if (written === null || liveCatalogue === 'none' || !isLiveAllowed()) return null;
      return liveCatalogue ?? written;
    },
  };
}
