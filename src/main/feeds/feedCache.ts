import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '#base';
import type { Files } from '../ports/files.ts';

/** What a server says of one version of a feed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The charset that it names. */
  readonly charset: string | null;
}

/** What is known of the last good copy of a feed beside its bytes. */
export interface CopyFacts extends Validators {
  /** SHA-256 of the bytes. */
  readonly hash: string;
  /** When the server last said that this is the present version; null when that is not known. */
  readonly confirmedAt: Instant | null;
  /** Since when the server gives something that is not believed; null when it does not. */
  readonly doubtedSince: Instant | null;
}

/** A copy on the disk. The facts may belong to other bytes; their hash tells. */
export interface StoredCopy {
  readonly bytes: Uint8Array;
  readonly facts: CopyFacts | null;
}

/** That a feed took too much time or memory. Instants in ms. */
export interface Heaviness {
  /** So many times in a row. */
  readonly count: number;
  /** The last time. */
  readonly at: Instant;
  /** Not tried again before. */
  readonly until: Instant;
  /** What was too much: reading the copy on the disk, or a new one, or working out its dates. */
  readonly what: 'copy' | 'download' | 'dating';
}

/** The last good copy of every feed, below one folder. File names are feed ids and never hold an address. */
export interface FeedCache {
  /** null where there is none. */
  read(id: string): Promise<StoredCopy | null>;
  write(id: string, bytes: Uint8Array, facts: CopyFacts): Promise<void>;
  /** Writes what is known of the copy that is on the disk already. */
  note(id: string, facts: CopyFacts): Promise<void>;
  /** null where it never took too much. */
  heaviness(id: string): Promise<Heaviness | null>;
  noteHeaviness(id: string, heaviness: Heaviness | null): Promise<void>;
  /** Keeps a damaged copy out of the way. */
  setAside(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}

const sidecar = z.object({
  version: z.literal(1),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  charset: z.string().nullable().default(null),
  confirmedAt: z.number().nullable(),
  doubtedSince: z.number().nullable().default(null),
  sha256: z.string(),
});

const heaviness = z.object({
  version: z.literal(1),
  count: z.number().int().min(1),
  at: z.number(),
  until: z.number(),
  what: z.enum(['copy', 'download', 'dating']),
});

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function readFacts(json: Uint8Array | null): CopyFacts | null {
  const known = sidecar.safeParse(json && parseJson(json));
  if (!known.success) return null;
  const { version: _, sha256: hash, ...facts } = known.data;
  return { ...facts, hash };
}

/**
 * The cache in a folder: `<id>.ics` holds the bytes, `<id>.json` what is known of them. The bytes are the truth:
 * facts that are damaged, or belong to other bytes since the app was killed between the two writes, are left out,
 * and the next request fetches the whole feed.
 */
export function openFeedCache(files: Files, folder: string): FeedCache {
  const bytesPath = (id: string): string => join(folder, `${id}.ics`);
  const factsPath = (id: string): string => join(folder, `${id}.json`);
  const heavinessPath = (id: string): string => join(folder, `${id}.heavy.json`);
  const note = (id: string, { hash, ...facts }: CopyFacts): Promise<void> =>
    files.write(factsPath(id), JSON.stringify({ version: 1, ...facts, sha256: hash }));
  return {
    read: async (id) => {
      const bytes = await files.read(bytesPath(id));
      return bytes === null ? null : { bytes, facts: readFacts(await files.read(factsPath(id))) };
    },
    write: async (id, bytes, facts) => {
      await files.write(bytesPath(id), bytes);
      await note(id, facts);
    },
    note,
    heaviness: async (id) => {
      const json = await files.read(heavinessPath(id));
      const known = heaviness.safeParse(json && parseJson(json));
      if (!known.success) return null;
      const { version: _, ...rest } = known.data;
      return rest;
    },
    noteHeaviness: (id, known) =>
      known === null
        ? files.remove(heavinessPath(id))
        : files.write(heavinessPath(id), JSON.stringify({ version: 1, ...known })),
    setAside: async (id) => {
      await files.setAside(bytesPath(id));
      await files.remove(factsPath(id));
    },
    remove: async (id) => {
      await files.remove(bytesPath(id));
      await files.remove(factsPath(id));
      await files.remove(heavinessPath(id));
    },
  };
}
