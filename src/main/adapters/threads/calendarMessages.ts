import type { DavOutcome, ResourceQuestion, SyncOutcome, SyncWish } from '../../ports/calendarSync.ts';

/** Messages between the app and the worker that synchronises calendars. `id` numbers the synchronisations. */
export type ToCalendars =
  | { readonly kind: 'sync'; readonly id: number; readonly wish: SyncWish }
  /** The answer to the last question; null if the synchronisation was aborted. */
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: DavOutcome | null };

export type FromCalendars =
  | { readonly kind: 'ask'; readonly id: number; readonly question: ResourceQuestion }
  | { readonly kind: 'done'; readonly id: number; readonly outcome: SyncOutcome }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
