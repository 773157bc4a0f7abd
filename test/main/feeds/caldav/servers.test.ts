import { describe, expect, test } from 'vitest';
import type { CalendarCopy } from '#core/caldav/calendarCopy.ts';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { createDavClient } from '#main/feeds/caldav/davClient.ts';
import { discoverCalendars } from '#main/feeds/caldav/discoverCalendars.ts';
import { syncCalendar, syncLimits, type SyncLimits } from '#main/feeds/caldav/syncCalendar.ts';
import type { Http, Login } from '#main/ports/http.ts';
import { hasProgram } from '../../../../scripts/system/programs.ts';
import { anObject, otherClient, startRadicale, startXandikos, type CalDavServer } from './servers.ts';

const connection = createConnection({ env: {}, askSystem: null });

const now = Date.parse('2026-11-20T09:00:00Z');
const dns = { calendarServices: async () => [] };
const http = createHttp('OfficeHours/test', connection.send);
const never = new AbortController().signal;

const discover = (given: string, login: Login) => discoverCalendars({ http, dns }, given, login, never);

interface SyncOptions {
  readonly limits?: Partial<SyncLimits>;
  readonly by?: Pick<Http, 'dav'>;
}

async function synced(
  { login }: CalDavServer,
  url: string,
  before: CalendarCopy | null,
  { limits = {}, by = http }: SyncOptions = {},
): Promise<{ readonly copy: CalendarCopy; readonly isChanged: boolean }> {
  const client = createDavClient({ http: by, login, server: url, signal: never });
  const outcome = await syncCalendar(client, url, before, now, { ...syncLimits, ...limits });
  if (!outcome.ok) throw new Error(outcome.problem.title);
  return outcome;
}

/** Counts the requests for content, in objects. */
function counting(): { readonly by: Pick<Http, 'dav'>; contents: number } {
  const counter = {
    contents: 0,
    by: {
      dav: ((request, signal) => {
        const body = request.method === 'REPORT' ? request.body : '';
        if (body.includes('calendar-multiget')) counter.contents += body.split('<d:href>').length - 1;
        return http.dav(request, signal);
      }) satisfies Http['dav'],
    },
  };
  return counter;
}

const titlesOf = ({ objects }: CalendarCopy): string[] =>
  Object.values(objects)
    .map(({ text }) => /^SUMMARY:(.*)$/m.exec(text)?.[1]?.trim() ?? '')
    .sort();

const servers = [
  {
    name: 'Radicale',
    program: 'radicale',
    start: startRadicale,
    color: '#3366cc',
    hidesTasks: true,
    addresses: [],
  },
  // It keeps no colours and no kinds of objects.
  {
    name: 'Xandikos',
    program: 'xandikos',
    start: startXandikos,
    color: null,
    hidesTasks: false,
    addresses: [],
  },
] as const;

describe.each(servers)('$name', ({ program, start, color, hidesTasks, addresses }) => {
  test.skipIf(!hasProgram(program))(
    'its calendars are found from its address, with name and colour',
    async () => {
      await using server = await start();
      const other = otherClient(server);
      await other.makeCalendar(`${server.home}work/`, 'Work &amp; play');
      await other.makeCalendar(`${server.home}tasks/`, 'Tasks', { component: 'VTODO' });
      const outcome = await discover(server.url, server.login);
      if (!outcome.ok) throw new Error(outcome.problem.title);
      const work = outcome.value.calendars.find(({ name }) => name === 'Work & play');
      expect(work).toEqual({
        name: 'Work & play',
        url: `${server.home}work/`,
        color,
        isReadOnly: false,
      });
      expect(outcome.value.calendars.some(({ name }) => name === 'Tasks')).toBe(!hidesTasks);
      expect(outcome.value.addresses).toEqual(addresses);
      // The address of a calendar leads to that one.
      expect(await discover(`${server.home}work/`, server.login)).toMatchObject({
        value: { calendars: [{ name: 'Work & play' }] },
      });
    },
  );

  test.skipIf(!hasProgram(program))('only what changed is fetched again', async () => {
    await using server = await start();
    const other = otherClient(server);
    const url = `${server.home}work/`;
    await other.makeCalendar(url, 'Work');
    const names = ['a', 'b@x', 'c d', 'é', 'e&f'];
    const at = (name: string): string => `${url}${encodeURIComponent(name)}.ics`;
    for (const [index, name] of names.entries()) await other.put(at(name), anObject(`uid-${index}`));
    const first = await synced(server, url, null, { limits: { chunk: 2 } });
    expect(titlesOf(first.copy)).toEqual(names.map((_, index) => `Meeting uid-${index}`));
    expect(await synced(server, url, first.copy)).toMatchObject({
      ok: true,
      copy: first.copy,
      isChanged: false,
    });

    await other.put(at('c d'), anObject('uid-2', { title: 'Moved' }));
    await other.remove(at('é'));
    await other.put(at('new'), anObject('uid-9'));
    const counter = counting();
    const second = await synced(server, url, first.copy, { by: counter.by });
    expect(titlesOf(second.copy)).toEqual([
      'Meeting uid-0',
      'Meeting uid-1',
      'Meeting uid-4',
      'Meeting uid-9',
      'Moved',
    ]);
    expect(counter.contents).toBe(2);
    // As a new copy would be, also in one piece.
    expect((await synced(server, url, null)).copy.objects).toEqual(second.copy.objects);
    const whole = counting();
    const limits = { bulk: 2 };
    expect((await synced(server, url, null, { limits, by: whole.by })).copy.objects).toEqual(
      second.copy.objects,
    );
    expect(whole.contents).toBe(0);
  });

  test.skipIf(!hasProgram(program))(
    'a token that is no longer valid leads to a complete synchronisation',
    async () => {
      await using server = await start();
      const other = otherClient(server);
      const url = `${server.home}work/`;
      await other.makeCalendar(url, 'Work');
      await other.put(`${url}a.ics`, anObject('a'));
      const { copy } = await synced(server, url, null);
      await other.put(`${url}b.ics`, anObject('b'));
      const forgotten = { ...copy, ctag: 'old', syncToken: 'http://radicale.org/ns/sync/unknown' };
      const next = await synced(server, url, forgotten);
      expect(titlesOf(next.copy)).toEqual(['Meeting a', 'Meeting b']);
    },
  );

  test.skipIf(!hasProgram(program))('of a large calendar the meetings around today are read', async () => {
    await using server = await start();
    const other = otherClient(server);
    const url = `${server.home}work/`;
    await other.makeCalendar(url, 'Work');
    for (const year of [2010, 2020, 2026, 2027])
      await other.put(`${url}${year}.ics`, anObject(`${year}`, { start: `${year}1203T100000` }));
    const { copy } = await synced(server, url, null, { limits: { largest: 3 } });
    expect(titlesOf(copy)).toEqual(['Meeting 2026', 'Meeting 2027']);
  });
});

test.skipIf(!hasProgram('radicale'))('a wrong password is said to be one', async () => {
  await using server = await startRadicale();
  expect(await discover(server.url, { ...server.login, password: 'wrong' })).toMatchObject({
    problem: { code: 'account/wrongPassword' },
  });
});

test.skipIf(!hasProgram('radicale'))(
  'an account without a calendar, and the calendar of somebody else',
  async () => {
    await using server = await startRadicale();
    expect(await discover(server.url, server.login)).toMatchObject({
      problem: { code: 'account/noCalendars' },
    });
    expect(await discover(`${server.url}bo/private/`, server.login)).toMatchObject({ ok: false });
    const client = createDavClient({ http, login: server.login, server: server.url, signal: never });
    expect(await syncCalendar(client, `${server.url}bo/private/`, null, now)).toMatchObject({
      ok: false,
      problem: { code: 'account/forbidden' },
    });
  },
);
