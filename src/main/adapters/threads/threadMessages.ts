import type { FeedBytes, ReadOutcome, StoredFeed } from '#core/feeds/feedStore.ts';
import type { AgendaChoices } from '#core/agenda/meetingChoices.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Instant, Problem, TimeWindow, ZoneName } from '#base';

/** What passes between the main thread and the one that reads feeds. Both are ours, so nothing is checked. */

/** A question, before it has a number. */
export type Question =
  | { readonly kind: 'read'; readonly feed: FeedBytes }
  | {
      /** `range`: of any window, without comparison with the agenda before. */
      readonly kind: 'agenda' | 'range';
      readonly sources: readonly StoredFeed[];
      readonly window: TimeWindow;
      readonly zone: ZoneName;
      readonly now: Instant;
      readonly choices: AgendaChoices | undefined;
    }
  | {
      readonly kind: 'preview';
      readonly source: StoredFeed;
      readonly window: TimeWindow;
      readonly zone: ZoneName;
      readonly count: number;
    };

export type ToThread =
  | (Question & { readonly id: number })
  /** The next page of that answer is wanted. */
  | { readonly kind: 'more'; readonly id: number }
  | { readonly kind: 'release'; readonly handle: number };

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly id: number; readonly outcome: ReadOutcome }
  | { readonly kind: 'preview'; readonly id: number; readonly occurrences: readonly Occurrence[] }
  | { readonly kind: 'same'; readonly id: number; readonly heavy: readonly string[] }
  | {
      readonly kind: 'page';
      readonly id: number;
      readonly occurrences: readonly Occurrence[];
      readonly heavy: readonly string[];
      /** Null on every page but the last. */
      readonly problems: readonly Problem[] | null;
    };

/** What a thread is started with. */
export interface ThreadData {
  readonly lastHandle: number;
  /** See {@link PROGRESS}. */
  readonly progress: Int32Array<SharedArrayBuffer>;
}

/**
 * Where the thread writes down what it works on, in memory that both see: a thread that is stuck answers nothing.
 * `question`: its number. `handle`: of the feed that is being dated; 0 for none. `step`: another number with each change.
 */
export const PROGRESS = { question: 0, handle: 1, step: 2, length: 3 } as const;
