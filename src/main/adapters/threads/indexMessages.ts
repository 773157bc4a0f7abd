import type { FoundTexts, TextIndex } from '../../ports/textIndex.ts';

/** What passes between the main thread and the one that holds the search index. Both are ours, so nothing is checked. */

/** A call of the index, before it has a number. */
export type IndexCall =
  | { readonly name: 'stamps' }
  | { readonly name: 'change'; readonly change: Parameters<TextIndex['change']>[0] }
  | { readonly name: 'find'; readonly wish: Parameters<TextIndex['find']> };

export type ToIndex = (IndexCall & { readonly id: number }) | { readonly name: 'end' };

/** What a call gives. */
export type IndexAnswer =
  | { readonly kind: 'stamps'; readonly stamps: ReadonlyMap<string, string> }
  | { readonly kind: 'changed' }
  | { readonly kind: 'found'; readonly found: FoundTexts };

export type FromIndex =
  /** The thread runs; whether the index can be opened comes next. */
  | { readonly kind: 'started' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'done'; readonly id: number; readonly answer: IndexAnswer }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

/** What the thread is started with. */
export interface IndexThreadData {
  /** Absolute, or `:memory:`. */
  readonly path: string;
}
