import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../shared/time.ts';
import type { Files } from '../ports.ts';

/** A copy of a feed as it was fetched, with what the server calls this version of it. */
export interface FeedCopy {
  readonly bytes: Uint8Array;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When the server last said that this is the present version; null when that is not known. */
  readonly confirmedAt: Instant | null;
}

/** The last good copy of every feed, below one folder. File names are feed ids and never hold an address. */
export interface FeedCache {
  /** null where there is none. */
  read(id: string): Promise<FeedCopy | null>;
  write(id: string, copy: FeedCopy): Promise<void>;
  /** Notes that the copy on disk is still the present version. */
  confirm(id: string, copy: FeedCopy): Promise<void>;
  /** Keeps a damaged copy out of the way. */
  setAside(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}

const sidecar = z.object({
  version: z.literal(1),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  confirmedAt: z.number().nullable(),
  /** SHA-256 of the bytes it belongs to. */
  sha256: z.string(),
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * The cache in a folder: `<id>.ics` holds the bytes, `<id>.json` its validators.
 * The bytes are the truth. Validators that are damaged, or belong to other bytes since the app was killed between
 * the two writes, are left out; the next request then fetches the whole feed.
 */
export function openFeedCache(files: Files, folder: string): FeedCache {
  const bytesPath = (id: string): string => join(folder, `${id}.ics`);
  const sidecarPath = (id: string): string => join(folder, `${id}.json`);
  const writeSidecar = (id: string, copy: FeedCopy): Promise<void> =>
    files.write(
      sidecarPath(id),
      JSON.stringify({
        version: 1,
        etag: copy.etag,
        lastModified: copy.lastModified,
        confirmedAt: copy.confirmedAt,
        sha256: sha256(copy.bytes),
      }),
    );
  return {
    read: async (id) => {
      const bytes = await files.read(bytesPath(id));
      if (bytes === null) return null;
      const json = await files.read(sidecarPath(id));
      const known = sidecar.safeParse(json && parseJson(json));
      const fits = known.success && known.data.sha256 === sha256(bytes);
      return {
        bytes,
        etag: fits ? known.data.etag : null,
        lastModified: fits ? known.data.lastModified : null,
        confirmedAt: known.success ? known.data.confirmedAt : null,
      };
    },
    write: async (id, copy) => {
      await files.write(bytesPath(id), copy.bytes);
      await writeSidecar(id, copy);
    },
    confirm: writeSidecar,
    setAside: async (id) => {
      await files.setAside(bytesPath(id));
      await files.remove(sidecarPath(id));
    },
    remove: async (id) => {
      await files.remove(bytesPath(id));
      await files.remove(sidecarPath(id));
    },
  };
}
