import type { FoundTexts, TextIndex } from '../../ports/textIndex.ts';

/** Messages between the main thread and the worker that runs the search index. Trusted; not validated. */

/** A call of the index, without its id. */
export type IndexCall =
  | { readonly name: 'stamps' }
  | { readonly name: 'change'; readonly change: Parameters<TextIndex['change']>[0] }
  | { readonly name: 'find'; readonly query: Parameters<TextIndex['find']> };

export type ToIndex = (IndexCall & { readonly id: number }) | { readonly name: 'end' };

/** The result of a call. */
export type IndexResult =
  | { readonly kind: 'stamps'; readonly stamps: ReadonlyMap<string, string> }
  | { readonly kind: 'changed' }
  | { readonly kind: 'found'; readonly found: FoundTexts };

export type FromIndex =
  /** The worker runs; next it opens the index. */
  | { readonly kind: 'started' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'done'; readonly id: number; readonly result: IndexResult }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

/** Start data of the worker. */
export interface IndexThreadData {
  /** Absolute, or `:memory:`. */
  readonly path: string;
}
