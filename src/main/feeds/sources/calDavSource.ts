import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import type { Instant } from '#base';
import type { CalendarSync } from '../../ports/calendarSync.ts';
import type { CalendarCopies } from '../caldav/calendarCopies.ts';
import { createDavSender, nameOf } from '../caldav/davClient.ts';
import type { CalendarLogins } from '../caldav/logins.ts';
import { maskUrl } from '../maskUrl.ts';
import { failed, plainSource, type FeedSource } from './feedSource.ts';
import type { WebPorts } from './fetchWeb.ts';

/** What calendars of accounts need beside the network. */
export interface CalDavParts {
  readonly sync: Pick<CalendarSync, 'sync'>;
  readonly copies: Pick<CalendarCopies, 'read' | 'remove'>;
  readonly logins: CalendarLogins;
  readonly now: () => Instant;
}

/** A calendar of an account on a CalDAV server. */
export function calDavSource(
  { http, queue, calDav: { sync, copies, logins, now } }: WebPorts & { readonly calDav: CalDavParts },
  address: SourceAddressOf<'calDav'>,
): FeedSource {
  const { url, user } = address;
  const location = `${user} ${url}`;
  return {
    ...plainSource,
    location,
    maskedAddress: maskUrl(url),
    // Only together with the password it leads to the calendar.
    isSecret: false,
    defaultName: nameOf(url),
    fetchBytes: async ({ known, isUrgent, signal }) => {
      const login = await logins(address);
      if (!login.ok) return failed(login.problem);
      const send = createDavSender({ http, login: login.value, server: url, signal });
      const wish = { location, url, now: now(), knownVersion: known?.etag ?? null };
      const outcome = await queue.inTurn(new URL(url).host, isUrgent, signal, () => sync.sync(wish, send));
      if (outcome.kind === 'failed') return failed(outcome.failure.problem, outcome.failure.retryAfterMs);
      if (outcome.kind === 'unchanged') return { kind: 'unchanged', freshForMs: null };
      const { bytes, version, isCertain } = outcome;
      const copy = { bytes, base: null, isCertain, etag: version, lastModified: null, charset: 'utf-8' };
      return { kind: 'copy', copy, freshForMs: null };
    },
    discard: () => copies.remove(location).catch(() => undefined),
  };
}
