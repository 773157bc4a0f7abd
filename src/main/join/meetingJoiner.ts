import { joinFailure } from '#core/join/problems.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { createSignal, type Instant, type Result, type Signal, success } from '#base';
import { type JoinLink, schemeOfNative } from '#meeting-links';
import { openRooms } from '#core/agenda/openRooms.ts';
import { type JoinOutcome, openingAt } from '#core/join/roomVisit.ts';
import type { ExternalLinks } from './externalLinks.ts';

/** The only way to open a meeting's room. */
export interface Joiner {
  /**
   * Opens the room of an occurrence. If its start is not near, opens nothing and asks the user in the window.
   * @param url which of its join links; null for the best. One of several among which the user has not chosen yet is
   * remembered as the choice.
   * @param consent `anyway`: the user was asked
   */
  join(key: OccurrenceKey, url: string | null, consent?: 'anyway'): Promise<Result<JoinOutcome>>;
  /** The room of this occurrence was opened. */
  readonly opened: Signal<Occurrence>;
}

export interface JoinerParts {
  readonly find: (key: OccurrenceKey) => Promise<Occurrence | null>;
  readonly externalLinks: ExternalLinks;
  /** The user wants rooms of this scheme in their program, and there is one. */
  readonly opensInApp: (scheme: string) => Promise<boolean>;
  /** The user took this of several rooms. */
  readonly remember: (occurrence: Occurrence, link: JoinLink) => void;
  readonly now: () => Instant;
  /** Asks in the window whether the room of a meeting that is not near is to be opened. */
  readonly askEarly: (key: OccurrenceKey, url: string | null) => void;
}

/** Joins by what the agenda says of an occurrence, never by an address that came with the request. */
export function createJoiner({
  find,
  externalLinks,
  opensInApp,
  remember,
  now,
  askEarly,
}: JoinerParts): Joiner {
  const opened = createSignal<Occurrence>();
  return {
    opened,
    join: async (key, url, consent) => {
      const occurrence = await find(key);
      if (occurrence === null) return joinFailure('join/gone');
      const link = occurrence.joinLinks.find(
        (one) => url === null || one.url === url || one.nativeUrl === url,
      );
      if (!link) return joinFailure('join/noLink', occurrence.title);
      const opening = openingAt(occurrence, now());
      if (opening === 'early' && consent === undefined) {
        askEarly(occurrence.key, url);
        return success('asked');
      }
      const scheme = schemeOfNative(link.nativeUrl);
      const isNative = scheme !== null && (await opensInApp(scheme));
      let done = await externalLinks.openRoom(isNative ? (link.nativeUrl ?? link.url) : link.url);
      // The program may be broken or an address too long for it; the web page works everywhere.
      if (!done.ok && isNative) done = await externalLinks.openRoom(link.url);
      if (!done.ok) return done;
      if (url !== null && openRooms(occurrence).includes(link)) remember(occurrence, link);
      opened.emit(occurrence);
      return success(opening === 'opened' || opening === 'joined' ? opening : 'looked');
    },
  };
}
