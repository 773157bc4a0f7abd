import { createHash } from 'node:crypto';
import type { CalendarCopy } from '#core/caldav/calendarCopy.ts';
import { joinObjects } from '#core/caldav/joinObjects.ts';
import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import type { Instant } from '#base';
import type { CalendarCopies } from '../caldav/calendarCopies.ts';
import { createDavClient, nameOf } from '../caldav/davClient.ts';
import type { Passwords } from '../caldav/passwords.ts';
import { syncCalendar } from '../caldav/syncCalendar.ts';
import { maskUrl } from '../maskUrl.ts';
import { failed, plainSource, type FeedSource } from './feedSource.ts';
import type { WebPorts } from './fetchWeb.ts';

/** What calendars of accounts need beside the network. */
export interface CalDavParts {
  readonly copies: CalendarCopies;
  readonly passwords: Passwords;
  readonly now: () => Instant;
}

/** A calendar of an account on a CalDAV server. */
export function calDavSource(
  { http, queue, calDav: { copies, passwords, now } }: WebPorts & { readonly calDav: CalDavParts },
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
      const password = await passwords(address);
      if (!password.ok) return failed(password.problem);
      const before = await copies.read(location);
      const client = createDavClient({
        http,
        login: { user, password: password.value },
        server: url,
        signal,
      });
      const synced = await queue.inTurn(new URL(url).host, isUrgent, signal, () =>
        syncCalendar(client, url, before, now()),
      );
      if (!synced.ok) return failed(synced.problem, synced.retryAfterMs);
      const { copy, isChanged, isCertain } = synced;
      // If this fails, the next update fetches the same once more.
      if (isChanged) await copies.write(location, copy).catch(() => undefined);
      const etag = versionOf(copy);
      if (known?.etag === etag) return { kind: 'unchanged', freshForMs: null };
      const text = joinObjects(
        Object.values(copy.objects).map((object) => object.text),
        copy.name,
      );
      return {
        kind: 'copy',
        copy: {
          bytes: new TextEncoder().encode(text),
          base: null,
          isCertain,
          etag,
          lastModified: null,
          charset: 'utf-8',
        },
        freshForMs: null,
      };
    },
    discard: () => copies.remove(location).catch(() => undefined),
  };
}

/** What the text of a copy depends on. */
function versionOf({ name, objects }: CalendarCopy): string {
  const hash = createHash('sha256').update(name);
  for (const [path, { etag, text }] of Object.entries(objects))
    hash.update(`\n${path} ${etag === '' ? text : etag}`);
  return `caldav ${hash.digest('hex').slice(0, 32)}`;
}
