import type { Feed } from '#core/feeds/feed.ts';
import type { CopyPair, FeedBytes, ReadOutcome, StoredFeed } from '#core/feeds/feedStore.ts';
import type { SeriesChange } from '#core/feeds/seriesChange.ts';
import type { AgendaChoices } from '#core/agenda/meetingChoices.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Instant, Problem, TimeWindow, ZoneName } from '#base';

/** Messages between the main thread and the worker that reads feeds. Trusted; not validated. */

/** Which agenda is asked for, so that the next one is sent as its difference from it. */
export interface AgendaDifference {
  readonly number: number;
  /** The last agenda that arrived in full; 0 for none. */
  readonly since: number;
}

/** An occurrence, or where the agenda that the request names has an equal one: thousands would block the receiver. */
export type SentOccurrence = Occurrence | number;

/** A request, without its id. */
export type FeedRequest =
  | { readonly kind: 'read'; readonly feed: FeedBytes }
  | {
      /** `range`: any window, not compared with the previous agenda. */
      readonly kind: 'agenda' | 'range';
      /** Null for a range: all its occurrences are sent. */
      readonly difference: AgendaDifference | null;
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
    }
  | {
      readonly kind: 'changes';
      readonly feed: Feed;
      readonly copies: CopyPair;
      readonly zone: ZoneName;
      readonly now: Instant;
    };

export type ToThread =
  | (FeedRequest & { readonly id: number })
  /** Requests the next page of that reply. */
  | { readonly kind: 'more'; readonly id: number }
  | { readonly kind: 'release'; readonly handle: number };

/** A reply to a request; an agenda is sent in pages. */
export type FeedReply =
  | { readonly kind: 'read'; readonly id: number; readonly outcome: ReadOutcome }
  | { readonly kind: 'preview'; readonly id: number; readonly occurrences: readonly Occurrence[] }
  | { readonly kind: 'changes'; readonly id: number; readonly changes: readonly SeriesChange[] }
  | { readonly kind: 'same'; readonly id: number; readonly heavy: readonly string[] }
  | {
      readonly kind: 'page';
      readonly id: number;
      readonly occurrences: readonly SentOccurrence[];
      readonly heavy: readonly string[];
      /** Null on all pages but the last. */
      readonly problems: readonly Problem[] | null;
    };

export type FromThread = { readonly kind: 'ready' } | FeedReply;

/** Start data of the worker. */
export interface ThreadData {
  readonly lastHandle: number;
  /** See {@link PROGRESS}. */
  readonly progress: Int32Array<SharedArrayBuffer>;
}

/**
 * Where the worker stores its current work, in shared memory, because a worker that is stuck sends no messages.
 * `request`: its id. `handle`: of the feed that is being dated; 0 for none. `step`: changes with each step.
 */
export const PROGRESS = { request: 0, handle: 1, step: 2, length: 3 } as const;
