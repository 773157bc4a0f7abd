import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCalendarThread } from '#main/adapters/threads/calendarThread.ts';
import type { CalendarSync, DavSender } from '#main/ports/calendarSync.ts';
import { createCalendarSync } from '#main/feeds/caldav/updateCalendar.ts';
import { noCalendarCopies } from '#main/feeds/caldav/calendarCopies.ts';
import { anObject } from '../feeds/caldav/servers.ts';

/** The worker that synchronises calendars; the server is a function that answers its questions. */

const script = new URL('../../../src/main/calendarWorker.ts', import.meta.url);
const url = 'https://cloud.example.org/anna/work/';
const wish = { location: `anna ${url}`, url, now: Date.parse('2026-11-30T09:00:00Z'), knownVersion: null };

let folder: string;
let thread: CalendarSync;
const log: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendars-'));
  thread = createCalendarThread(script, folder, (line) => void log.push(line));
});
afterEach(async () => {
  await thread[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const multistatus = (content: string): string =>
  `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/">${content}</d:multistatus>`;
const response = (href: string, prop: string): string =>
  `<d:response><d:href>${href}</d:href><d:propstat><d:prop>${prop}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;

/** A server without sync tokens, with one object for each title. */
function serverOf(titles: readonly string[], asked: string[] = []): DavSender {
  const href = (index: number): string => `/anna/work/${index}.ics`;
  return async ({ method, body }) => {
    const kind = ['calendar-multiget', 'calendar-query'].find((one) => body.includes(one)) ?? method;
    asked.push(kind);
    const text =
      kind === 'PROPFIND'
        ? response(
            '/anna/work/',
            `<d:resourcetype><d:collection/><c:calendar/></d:resourcetype><d:displayname>Work</d:displayname><s:getctag>${titles.join()}</s:getctag>`,
          )
        : titles
            .map((title, index) => {
              const data = `<c:calendar-data>${anObject(String(index), { title })}</c:calendar-data>`;
              return response(
                href(index),
                `<d:getetag>"${title}"</d:getetag>${kind === 'calendar-multiget' ? data : ''}`,
              );
            })
            .join('');
    const reply = {
      status: 207,
      url,
      etag: null,
      scheduleTag: null,
      challenge: null,
      leadsTo: null,
      retryAfterMs: null,
    };
    return { ok: true, reply: { ...reply, body: new TextEncoder().encode(multistatus(text)) } };
  };
}

test('the worker reads a calendar as the calling thread does, and keeps its copy on the disk', async () => {
  const here = await createCalendarSync(noCalendarCopies).sync(wish, serverOf(['One', 'Two']));
  const there = await thread.sync(wish, serverOf(['One', 'Two']));
  expect(there).toEqual(here);
  if (there.kind !== 'copy') throw new Error(there.kind);
  expect(new TextDecoder().decode(there.bytes)).toContain('SUMMARY:Two');

  const asked: string[] = [];
  const known = { ...wish, knownVersion: there.version };
  expect(await thread.sync(known, serverOf(['One', 'Two'], asked))).toEqual({ kind: 'unchanged' });
  expect(asked).toEqual(['PROPFIND']);
});

test('several calendars are read at the same time, each from its own server', async () => {
  const other = { ...wish, location: 'bea' };
  const outcomes = await Promise.all([
    thread.sync(wish, serverOf(['One'])),
    thread.sync(other, serverOf(['Another'])),
  ]);
  const texts = outcomes.map((one) => (one.kind === 'copy' ? new TextDecoder().decode(one.bytes) : one.kind));
  expect(texts[0]).toContain('SUMMARY:One');
  expect(texts[1]).toContain('SUMMARY:Another');
});

test('a refused request is a failure, and an aborted one rejects with its reason', async () => {
  const refused = {
    ok: false,
    failure: { problem: { code: 'x', title: '', detail: '' }, status: 503, retryAfterMs: 5 },
  } as const;
  expect(await thread.sync(wish, async () => refused)).toMatchObject({
    kind: 'failed',
    failure: { status: 503, retryAfterMs: 5 },
  });
  const reason = new Error('the user stopped it');
  await expect(thread.sync(wish, () => Promise.reject(reason))).rejects.toBe(reason);
  // The worker goes on with others.
  expect(await thread.sync(wish, serverOf(['One']))).toMatchObject({ kind: 'copy' });
});

test('what is asked when the app quits fails as calendars do that rest', async () => {
  const asked = Promise.withResolvers<void>();
  const outcome = thread.sync(wish, () => {
    asked.resolve();
    return new Promise(() => undefined);
  });
  await asked.promise;
  await thread[Symbol.asyncDispose]();
  expect(await outcome).toMatchObject({ kind: 'failed', failure: { problem: { code: 'feed/resting' } } });
});
