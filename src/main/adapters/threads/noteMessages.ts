import type { NoteCacheFile } from './noteCache.ts';
import type { FoundNotes } from '../../ports/noteReader.ts';

/** Messages between the main thread and the worker that reads notes. Trusted; not validated. */

/** What the worker starts with. */
export interface NoteThreadData {
  /** Null to keep nothing. */
  readonly cache: NoteCacheFile | null;
}

export type ToNotes =
  | { readonly id: number; readonly name: 'scan'; readonly folder: string }
  | {
      readonly id: number;
      readonly name: 'look';
      readonly folder: string;
      readonly paths: readonly string[];
    };

export type FromNotes =
  | { readonly kind: 'started' }
  /** A part of the answer. */
  | { readonly kind: 'found'; readonly id: number; readonly notes: FoundNotes }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
