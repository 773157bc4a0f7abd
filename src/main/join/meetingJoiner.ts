import type { Occurrence, OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import { failure, type Result } from '../../shared/problem.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { createSignal, type Signal } from '../signal.ts';
import type { LinkGate } from './linkGate.ts';

/** The one way into a meeting. */
export interface Joiner {
  /**
   * Opens the room of an occurrence.
   * @param url which of its join links; null for the best
   */
  join(key: OccurrenceKey, url: string | null): Promise<Result<null>>;
  /** The room of this occurrence was opened. */
  readonly joined: Signal<Occurrence>;
}

/** Joins by what the agenda says of an occurrence, never by an address that came with the request. */
export function createJoiner(
  find: (key: OccurrenceKey) => Occurrence | null,
  gate: LinkGate,
  joinWith: () => Settings['joinWith'],
): Joiner {
  const joined = createSignal<Occurrence>();
  return {
    joined,
    join: async (key, url) => {
      const occurrence = find(key);
      if (occurrence === null)
        return failure(
          'join/gone',
          'This meeting is no longer in the agenda',
          'Perhaps it was moved or removed.',
        );
      const link = occurrence.joinLinks.find(
        (one) => url === null || one.url === url || one.nativeUrl === url,
      );
      if (!link)
        return failure(
          'join/noLink',
          `No way into “${occurrence.title}” is known`,
          'Look into its agenda document or its description; many groups name the room there.',
        );
      const isNative = joinWith() === 'app' && link.nativeUrl !== null;
      let opened = await gate.openRoom(isNative ? (link.nativeUrl ?? link.url) : link.url);
      // The program may not be installed; the web page works everywhere.
      if (!opened.ok && isNative) opened = await gate.openRoom(link.url);
      if (opened.ok) joined.emit(occurrence);
      return opened;
    },
  };
}
