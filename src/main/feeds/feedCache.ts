import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '#base';
import type { Files } from '../ports/files.ts';
import type { Validators } from './sources/feedSource.ts';

/** What is stored about the last good copy of a feed beside its bytes. */
export interface CopyFacts extends Validators {
  /** SHA-256 of the bytes. */
  readonly hash: string;
  /** When the server last confirmed that this is the present version; null if unknown. */
  readonly confirmedAt: Instant | null;
  /** Since when the server sends a suspect copy; null if it does not. */
  readonly doubtedSince: Instant | null;
}

/** A copy on disk. The facts may belong to other bytes; compare their hash. */
export interface StoredCopy {
  readonly bytes: Uint8Array;
  readonly facts: CopyFacts | null;
}

/** A record of a feed that took too much time or memory. Instants in ms. */
export interface Heaviness {
  /** Times in a row. */
  readonly count: number;
  /** The last time. */
  readonly at: Instant;
  /** It is not tried again before. */
  readonly until: Instant;
  /** The step that took too much: reading the copy on disk, reading a new one, or dating. */
  readonly what: 'copy' | 'download' | 'dating';
}

/** The last good copy of every feed, below one folder. File names are feed ids and never hold an address. */
export interface FeedCache {
  /** Null if there is none. */
  read(id: string): Promise<StoredCopy | null>;
  write(id: string, bytes: Uint8Array, facts: CopyFacts): Promise<void>;
  /** Writes the facts about the copy that is on disk already. */
  note(id: string, facts: CopyFacts): Promise<void>;
  /** Null if it always stayed within the limit. */
  heaviness(id: string): Promise<Heaviness | null>;
  noteHeaviness(id: string, heaviness: Heaviness | null): Promise<void>;
  /** Renames a damaged copy. */
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
 * The cache in a folder: `<id>.ics` holds the bytes of any format, `<id>.json` the facts about them. Facts that are
 * damaged, or belong to other bytes since the app was killed between the two writes, are ignored; then the next request
 * fetches the whole feed.
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
