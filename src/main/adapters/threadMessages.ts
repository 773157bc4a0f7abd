import type { AgendaAnswer, FeedBytes, ReadOutcome, ShelfSource } from '../../shared/agenda/feedShelf.ts';
import type { AgendaChoices } from '../../shared/agenda/meetingChoices.ts';
import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Instant, TimeWindow, ZoneName } from '../../shared/time.ts';

/** What passes between the main thread and the one that reads feeds. Both are ours, so nothing is checked. */

/** A question, before it has a number. */
export type Question =
  | { readonly kind: 'read'; readonly feed: FeedBytes }
  | {
      readonly kind: 'agenda';
      readonly sources: readonly ShelfSource[];
      readonly window: TimeWindow;
      readonly zone: ZoneName;
      readonly now: Instant;
      readonly choices: AgendaChoices | undefined;
    }
  | {
      readonly kind: 'preview';
      readonly source: ShelfSource;
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
  | { readonly kind: 'same'; readonly id: number }
  | {
      readonly kind: 'page';
      readonly id: number;
      readonly occurrences: readonly Occurrence[];
      /** Null on every page but the last. */
      readonly problems: readonly Problem[] | null;
    };

/** What a thread is started with. */
export interface ThreadData {
  readonly lastHandle: number;
}

/** An agenda as it is put together from its pages. */
export type BuiltAgenda = Extract<AgendaAnswer, { kind: 'built' }>;
