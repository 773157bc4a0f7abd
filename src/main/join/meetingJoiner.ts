import type { Occurrence, OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import { failure, type Result } from '../../shared/problem.ts';
import type { JoinLink } from '../../shared/join/joinLink.ts';
import { openRooms } from '../../shared/join/openRooms.ts';
import { schemeOfNative } from '../../shared/join/nativeApps.ts';
import { createSignal, type Signal } from '../signal.ts';
import type { LinkGate } from './linkGate.ts';

/** The one way into a meeting. */
export interface Joiner {
  /**
   * Opens the room of an occurrence.
   * @param url which of its join links; null for the best. One of several among which the user has not chosen yet is
   * remembered as the choice.
   */
  join(key: OccurrenceKey, url: string | null): Promise<Result<null>>;
  /** The room of this occurrence was opened. */
  readonly joined: Signal<Occurrence>;
}

/**
 * Joins by what the agenda says of an occurrence, never by an address that came with the request.
 * @param opensInApp the user wants rooms of this scheme in their program, and there is one
 */
export function createJoiner(
  find: (key: OccurrenceKey) => Occurrence | null,
  gate: LinkGate,
  opensInApp: (scheme: string) => Promise<boolean>,
  remember: (occurrence: Occurrence, link: JoinLink) => void,
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
      const scheme = schemeOfNative(link.nativeUrl);
      const isNative = scheme !== null && (await opensInApp(scheme));
      let opened = await gate.openRoom(isNative ? (link.nativeUrl ?? link.url) : link.url);
      // The program may be broken or an address too long for it; the web page works everywhere.
      if (!opened.ok && isNative) opened = await gate.openRoom(link.url);
      if (!opened.ok) return opened;
      if (url !== null && openRooms(occurrence).includes(link)) remember(occurrence, link);
      joined.emit(occurrence);
      return opened;
    },
  };
}
