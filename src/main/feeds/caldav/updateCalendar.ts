import { createHash } from 'node:crypto';
import type { CalendarCopy } from '#core/caldav/calendarCopy.ts';
import { joinObjects } from '#core/caldav/joinObjects.ts';
import type { CalendarSync } from '../../ports/calendarSync.ts';
import type { CalendarCopies } from './calendarCopies.ts';
import { davClientOf } from './davClient.ts';
import { syncCalendar } from './syncCalendar.ts';

/** Synchronises on the calling thread: in the worker, in commands and in tests. */
export const createCalendarSync = (copies: CalendarCopies): CalendarSync => ({
  sync: async ({ location, url, now, knownVersion }, send) => {
    const before = await copies.read(location);
    const synced = await syncCalendar(davClientOf(send), url, before, now);
    if (!synced.ok) return { kind: 'failed', failure: synced };
    const { copy, isChanged, isCertain } = synced;
    // If this fails, the next update fetches the same once more.
    if (isChanged) await copies.write(location, copy).catch(() => undefined);
    const version = versionOf(copy);
    if (knownVersion === version) return { kind: 'unchanged' };
    const text = joinObjects(
      Object.values(copy.objects).map((object) => object.text),
      copy.name,
    );
    return { kind: 'copy', bytes: new TextEncoder().encode(text), version, isCertain };
  },
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

/** What the text of a copy depends on. */
function versionOf({ name, objects }: CalendarCopy): string {
  const hash = createHash('sha256').update(name);
  for (const [path, { etag, text }] of Object.entries(objects))
    hash.update(`\n${path} ${etag === '' ? text : etag}`);
  return `caldav ${hash.digest('hex').slice(0, 32)}`;
}
