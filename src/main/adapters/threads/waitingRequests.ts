import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { ReadOutcome, StoredFeed } from '#core/feeds/feedStore.ts';
import type { SeriesChange } from '#core/feeds/seriesChange.ts';
import { success, type Result } from '#base';
import type { AgendaReply } from '../../ports/feedReader.ts';
import type { FeedReply, FeedRequest, SentOccurrence } from './threadMessages.ts';

/** A request that waits for its reply. */
export type Waiting =
  | {
      readonly kind: 'read';
      readonly request: FeedRequest;
      readonly resolve: (outcome: Result<ReadOutcome>) => void;
    }
  | {
      readonly kind: 'agenda';
      /** The feeds and their handles. */
      readonly sources: readonly StoredFeed[];
      /** The agenda from which the reply is a difference. */
      readonly former: readonly Occurrence[];
      /** Of the pages received so far. */
      readonly occurrences: Occurrence[];
      readonly resolve: (answer: AgendaReply) => void;
    }
  | { readonly kind: 'preview'; readonly resolve: (occurrences: readonly Occurrence[]) => void }
  | { readonly kind: 'changes'; readonly resolve: (changes: readonly SeriesChange[]) => void };

/** Settles a request without the worker. @param heavy ids of the feeds that ended it, as far as known */
export function giveUp(waiting: Waiting, reason: Result<never>, heavy: readonly string[] = []): void {
  if (waiting.kind === 'read') waiting.resolve(reason);
  else if (waiting.kind === 'agenda') waiting.resolve({ kind: 'none', heavy });
  else waiting.resolve([]);
}

/** Whether no further message follows for that request. */
export const isComplete = (message: FeedReply): boolean =>
  message.kind !== 'page' || message.problems !== null;

/** Settles a request with the worker's reply. @param requestPage requests the next page of an agenda */
export function settle(waiting: Waiting, message: FeedReply, requestPage: () => void): void {
  if (message.kind === 'read' && waiting.kind === 'read') waiting.resolve(success(message.outcome));
  else if (message.kind === 'preview' && waiting.kind === 'preview') waiting.resolve(message.occurrences);
  else if (message.kind === 'changes' && waiting.kind === 'changes') waiting.resolve(message.changes);
  else if (message.kind === 'same' && waiting.kind === 'agenda')
    waiting.resolve({ kind: 'same', heavy: message.heavy });
  else if (message.kind === 'page' && waiting.kind === 'agenda') {
    const { problems, heavy } = message;
    for (const sent of message.occurrences) waiting.occurrences.push(occurrenceOf(sent, waiting.former));
    if (problems === null) requestPage();
    else waiting.resolve({ kind: 'built', occurrences: waiting.occurrences, problems, heavy });
  }
}

function occurrenceOf(sent: SentOccurrence, former: readonly Occurrence[]): Occurrence {
  const occurrence = typeof sent === 'number' ? former[sent] : sent;
  if (occurrence === undefined) throw new Error('The agenda differs from one that never arrived');
  return occurrence;
}

/**
 * Ids of the feeds of an agenda that ended the worker; empty if reading a feed ended it; null if the cause is unknown.
 * @param culprit the request that the worker was handling
 * @param handle of the feed that the worker was dating; 0 for none
 */
export function heavyFeeds(culprit: Waiting | undefined, handle: number): readonly string[] | null {
  if (culprit === undefined) return null;
  if (culprit.kind !== 'agenda') return [];
  const heavy = culprit.sources.filter((source) => source.handle === handle);
  return heavy.length > 0 ? heavy.map(({ feed }) => feed.id) : null;
}
