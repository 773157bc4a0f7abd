import { createHash } from 'node:crypto';
import type { CalendarCopy } from '#core/caldav/calendarCopy.ts';
import { joinObjects } from '#core/caldav/joinObjects.ts';
import type { CalendarSync, SyncOutcome } from '../../ports/calendarSync.ts';
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
    // The disk works meanwhile. If this fails, the next update fetches the same once more.
    const writing = isChanged ? copies.write(location, copy).catch(() => undefined) : null;
    const outcome = outcomeOf(copy, knownVersion, isCertain);
    await writing;
    return outcome;
  },
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

function outcomeOf(copy: CalendarCopy, knownVersion: string | null, isCertain: boolean): SyncOutcome {
  const version = versionOf(copy);
  if (knownVersion === version) return { kind: 'unchanged' };
  const texts = Object.values(copy.objects).map(({ text }) => text);
  const bytes = new TextEncoder().encode(joinObjects(texts, copy.name));
  return { kind: 'copy', bytes, version, isCertain };
}

/** What the text of a copy depends on. */
function versionOf({ name, objects }: CalendarCopy): string {
  const hash = createHash('sha256').update(name);
  for (const [path, { etag, text }] of Object.entries(objects))
    hash.update(`\n${path} ${etag === '' ? text : etag}`);
  return `caldav ${hash.digest('hex').slice(0, 32)}`;
}
