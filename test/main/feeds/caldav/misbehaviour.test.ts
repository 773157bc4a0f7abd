import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CalendarCopy } from '#core/caldav/calendarCopy.ts';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { createDavClient } from '#main/feeds/caldav/davClient.ts';
import { discoverCalendars } from '#main/feeds/caldav/discoverCalendars.ts';
import { syncCalendar, syncLimits } from '#main/feeds/caldav/syncCalendar.ts';
import { HttpFailure, type Http } from '#main/ports/http.ts';
import { hasProgram } from '../../../../scripts/system/programs.ts';
import { anObject, otherClient, startRadicale, type CalDavServer } from './servers.ts';

const connection = createConnection({ env: {}, askSystem: null });

/** A proxy before a real server, which gives back what it is told to instead of one of its answers. */

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Whether it is the request for content, for changes since a token, … */
  asks(word: string): boolean;
  /** The real answer. */
  real(): Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>;
}

/** Answers a request itself, or leaves it to the server by returning false. */
type Fault = (exchange: Exchange, response: ServerResponse) => Promise<boolean> | boolean;

const http = createHttp('OfficeHours/test', connection.send, {
  silenceMs: 5_000,
  wholeMs: 60_000,
  bodyBytes: 8 * 1024 * 1024,
  redirects: 5,
});
const never = new AbortController().signal;
const now = Date.parse('2026-11-20T09:00:00Z');

test('a server that says nothing is not asked at its other address, which would take as long again', async () => {
  const asked: string[] = [];
  const silent: Pick<Http, 'dav'> = {
    dav: ({ url }) => {
      asked.push(url);
      return Promise.reject(new HttpFailure(0, 'Nothing came.', 'silence'));
    },
  };
  const ports = { http: silent, dns: { calendarServices: () => Promise.resolve([]) } };
  const login = { user: 'anna', password: 'secret' };
  const found = await discoverCalendars(ports, 'https://calendar.example', login, never);
  expect(found).toMatchObject({ problem: { code: 'feed/silent' } });
  expect(asked).toEqual(['https://calendar.example/.well-known/caldav']);
});

describe.skipIf(!hasProgram('radicale'))('between us and Radicale', () => {
  let radicale: CalDavServer;
  let proxy: ReturnType<typeof createServer>;
  let url: string;
  let fault: Fault = () => false;
  let seen: {
    readonly host: string | undefined;
    readonly authorization: string | undefined;
    readonly path: string;
  }[] = [];

  beforeAll(async () => {
    radicale = await startRadicale();
    const other = otherClient(radicale);
    await other.makeCalendar(`${radicale.home}work/`, 'Work');
    for (const name of ['a', 'b', 'c']) await other.put(`${radicale.home}work/${name}.ics`, anObject(name));
    proxy = createServer((incoming, response) => void pass(incoming, response));
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const bound = proxy.address();
    if (bound === null || typeof bound === 'string') throw new Error('no port');
    url = `http://127.0.0.1:${bound.port}${new URL(radicale.home).pathname}work/`;
  });
  afterAll(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await radicale[Symbol.asyncDispose]();
  });

  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await buffer(incoming)).toString();
    const { method = '', url: path = '' } = incoming;
    seen.push({ host: incoming.headers.host, authorization: incoming.headers.authorization, path });
    const real: Exchange['real'] = async () => {
      const sent = request(new URL(path, radicale.url), { method, headers: incoming.headers });
      sent.end(body);
      const [answer]: IncomingMessage[] = await once(sent, 'response');
      if (answer === undefined) throw new Error('no answer');
      const bytes = await buffer(answer);
      const { 'content-encoding': coding, 'content-length': _length, ...headers } = answer.headers;
      const text = (coding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
      return { status: answer.statusCode ?? 0, headers, text };
    };
    const exchange = { method, path, body, real, asks: (word: string) => body.includes(word) };
    if (await fault(exchange, response)) return;
    const { status, headers, text } = await real();
    response.writeHead(status, headers).end(text);
  }

  /** A multistatus without its first response. */
  const withoutFirst = (text: string): string => text.replace(/<(\w*:?response)>.*?<\/\1>/s, '');

  const discover = () =>
    discoverCalendars({ http, dns: { calendarServices: async () => [] } }, url, radicale.login, never);

  /** Synchronises past a fault. */
  const sync = (before: CalendarCopy | null, wrong: Fault, limits = {}) => {
    fault = wrong;
    seen = [];
    const client = createDavClient({ http, login: radicale.login, server: url, signal: never });
    return syncCalendar(client, url, before, now, { ...syncLimits, ...limits });
  };
  const codeOf = async (wrong: Fault, limits = {}): Promise<string> => {
    const outcome = await sync(null, wrong, limits);
    return outcome.ok ? `read ${Object.keys(outcome.copy.objects).length}` : outcome.problem.code;
  };
  const answering =
    (when: (exchange: Exchange) => boolean, status: number, body = '', headers = {}): Fault =>
    (exchange, response) => {
      if (!when(exchange)) return false;
      response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body);
      return true;
    };
  const changed =
    (when: (exchange: Exchange) => boolean, change: (text: string) => string): Fault =>
    async (exchange, response) => {
      if (!when(exchange)) return false;
      const { status, headers, text } = await exchange.real();
      response.writeHead(status, headers).end(change(text));
      return true;
    };
  const content = (exchange: Exchange) => exchange.asks('calendar-multiget');
  const changes = (exchange: Exchange) => exchange.asks('sync-collection') && !exchange.asks('getctag');
  const facts = (exchange: Exchange) => exchange.asks('getctag');

  const whole = (exchange: Exchange) => exchange.asks('calendar-query') && exchange.asks('calendar-data');

  test.each([
    ['gives it', () => () => false, 'read 3', 0],
    ['refuses it', () => answering(whole, 403), 'read 3', 1],
    ['cannot do it in time', () => answering(whole, 504), 'read 3', 1],
    ['breaks off', () => changed(whole, (text) => text.slice(0, -300)), 'read 3', 1],
    ['leaves one out', () => changed(whole, withoutFirst), 'read 3', 1],
    [
      'gives versions alone',
      () => changed(whole, (text) => text.replaceAll(/<(C:)?calendar-data>.*?<\/\1calendar-data>/gs, '')),
      'read 3',
      1,
    ],
    ['asks for fewer requests', () => answering(whole, 429), 'feed/tooOften', 0],
    ['refuses the password in the middle', () => answering(whole, 401), 'account/wrongPassword', 0],
  ] as const)(
    'a server that is asked for the whole calendar at once and %s',
    async (_what, wrong, outcome, pieces) => {
      let asked = 0;
      const counted: Fault = (exchange, response) => {
        if (content(exchange)) asked += 1;
        return wrong()(exchange, response);
      };
      expect([await codeOf(counted, { bulk: 3 }), asked]).toEqual([outcome, pieces]);
    },
  );

  test.each([
    ['the password is refused in the middle', () => answering(content, 401), 'account/wrongPassword'],
    ['the calendar is no longer shared in the middle', () => answering(content, 403), 'account/forbidden'],
    ['the calendar is gone', () => answering(facts, 404), 'account/gone'],
    ['it asks for fewer requests', () => answering(facts, 429), 'feed/tooOften'],
    ['a precondition fails', () => answering(content, 412), 'feed/unexpected'],
    ['it has an error', () => answering(content, 500), 'feed/serverTrouble'],
    ['it has no space', () => answering(content, 507), 'feed/serverTrouble'],
    ['it is in maintenance', () => answering(facts, 503), 'feed/serverTrouble'],
    ['it knows no WebDAV', () => answering(facts, 405), 'account/notCalDav'],
    ['it shows a login page', () => answering(facts, 200, '<html>Log in</html>'), 'account/notCalDav'],
    [
      'it wants another kind of login',
      () => answering(facts, 401, '', { 'www-authenticate': 'Digest realm="x"' }),
      'account/noBasic',
    ],
    ['its content is cut off', () => changed(content, (text) => text.slice(0, -200)), 'account/brokenAnswer'],
    [
      'its list is cut off after an object',
      () => changed(changes, (text) => text.slice(0, text.indexOf('</response>') + 11)),
      'account/brokenAnswer',
    ],
    ['its answer is empty', () => changed(changes, () => ''), 'account/brokenAnswer'],
    ['its answer is no XML', () => changed(changes, () => '{"calendars": []}'), 'account/brokenAnswer'],
    [
      'its answer is some other XML',
      () => changed(changes, () => '<a xmlns="DAV:"/>'),
      'account/brokenAnswer',
    ],
    [
      'it names no new token',
      () => changed(changes, (text) => text.replace(/<sync-token>.*<\/sync-token>/s, '')),
      'account/brokenAnswer',
    ],
    [
      'its answer is nested without end',
      () => changed(changes, () => `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
      'account/brokenAnswer',
    ],
    ['its answer is huge', () => changed(content, (text) => text.padEnd(10 * 1024 * 1024)), 'feed/tooLarge'],
    ['it redirects in circles', () => answering(facts, 302, '', { location: '?' }), 'feed/redirected'],
    [
      'it redirects to a file',
      () => answering(facts, 302, '', { location: 'file:///etc/passwd' }),
      'feed/redirected',
    ],
    ['it refuses changes since a token, which it announced', () => answering(changes, 501), 'read 3'],
    [
      'it refuses queries, too',
      () => answering((one) => changes(one) || one.asks('calendar-query'), 400),
      'read 3',
    ],
  ] as const)('%s', async (_what, wrong, code) => {
    expect(await codeOf(wrong())).toBe(code);
  });

  test('a failure keeps the copy, and the next attempt completes it', async () => {
    const first = await sync(null, () => false);
    if (!first.ok) throw new Error(first.problem.title);
    await otherClient(radicale).put(`${radicale.home}work/later.ics`, anObject('later'));
    const failed = await sync(first.copy, answering(content, 500));
    expect(failed.ok).toBe(false);
    const second = await sync(first.copy, () => false);
    expect(second.ok && Object.keys(second.copy.objects)).toHaveLength(4);
    await otherClient(radicale).remove(`${radicale.home}work/later.ics`);
  });

  test.each([400, 403, 409, 410, 412])(
    'a token that is refused with %i leads to a complete synchronisation',
    async (status) => {
      const first = await sync(null, () => false);
      if (!first.ok) throw new Error(first.problem.title);
      const stale = { ...first.copy, ctag: 'old', syncToken: 'stale-token' };
      const next = await sync(
        stale,
        answering((one) => one.body.includes('stale-token'), status),
      );
      expect(next.ok && next.copy.objects).toEqual(first.copy.objects);
    },
  );

  test('an object that the server leaves out of its answer is asked for again', async () => {
    const without = (name: string): Fault =>
      changed(content, (text) =>
        text.replaceAll(/<response>.*?<\/response>/gs, (one) => (one.includes(name) ? '' : one)),
      );
    const first = await sync(null, without('b.ics'));
    if (!first.ok) throw new Error(first.problem.title);
    expect(Object.keys(first.copy.objects)).toHaveLength(2);
    const second = await sync(first.copy, () => false);
    if (!second.ok) throw new Error(second.problem.title);
    expect(Object.keys(second.copy.objects)).toHaveLength(3);

    await otherClient(radicale).put(`${radicale.home}work/b.ics`, anObject('b', { title: 'New' }));
    const third = await sync(second.copy, without('b.ics'));
    if (!third.ok) throw new Error(third.problem.title);
    // Until then the former one stays.
    expect(third.copy.objects).toEqual(second.copy.objects);
    const fourth = await sync(third.copy, () => false);
    expect(fourth.ok && JSON.stringify(fourth.copy.objects)).toContain('SUMMARY:New');
  });

  test('changes in several parts are read to the end', async () => {
    let part = 0;
    const inParts = changed(changes, (text) => {
      part += 1;
      const responses = (text.match(/<response>.*?<\/response>/gs) ?? []).filter(
        (one) => !one.includes('404'),
      );
      const own = `<response><href>${new URL(url).pathname}</href><status>HTTP/1.1 507 Insufficient Storage</status></response>`;
      const rest = part < 3 ? own : '';
      return `<multistatus xmlns="DAV:">${responses[part - 1] ?? ''}${rest}<sync-token>part-${part}</sync-token></multistatus>`;
    });
    // Radicale does not know the tokens of the parts.
    const knowingParts: Fault = async (exchange, response) =>
      inParts({ ...exchange, real: async () => ({ ...(await firstPart()), status: 207 }) }, response);
    const firstPart = async () => {
      const reply = await fetch(new URL(new URL(url).pathname, radicale.url), {
        method: 'REPORT',
        headers: { authorization: seen[0]?.authorization ?? '', 'content-type': 'application/xml' },
        body: '<sync-collection xmlns="DAV:"><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>',
      });
      return { headers: { 'content-type': 'application/xml' }, text: await reply.text() };
    };
    const outcome = await sync(null, knowingParts);
    expect(outcome.ok && [Object.keys(outcome.copy.objects).length, outcome.copy.syncToken]).toEqual([
      3,
      'part-3',
    ]);
    part = -1000;
    expect(await sync(null, knowingParts, { parts: 20 })).toMatchObject({
      problem: { code: 'account/endless' },
    });
    part = 0;
    expect(await sync(null, knowingParts, { most: 1 })).toMatchObject({
      problem: { code: 'account/endless' },
    });
  });

  test('entities that a document defines are not expanded', async () => {
    const bomb = `<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
    const outcome = await sync(
      null,
      changed(facts, (text) =>
        text.replace(/<multistatus/, `${bomb}<multistatus`).replace('>Work<', '>&b;&#72;&amp;<'),
      ),
    );
    expect(outcome.ok && outcome.copy.name).toBe('&b;H&');
  });

  test('a silent server is left', async () => {
    const hurried = createHttp('OfficeHours/test', connection.send, {
      silenceMs: 300,
      wholeMs: 60_000,
      bodyBytes: 1_000_000,
      redirects: 5,
    });
    fault = (exchange, response) => {
      if (!content(exchange)) return false;
      response.writeHead(207, { 'content-type': 'application/xml' }).write('<multistatus');
      return true;
    };
    const client = createDavClient({ http: hurried, login: radicale.login, server: url, signal: never });
    expect(await syncCalendar(client, url, null, now)).toMatchObject({ problem: { code: 'feed/silent' } });
  });

  test('a request that is cancelled rejects', async () => {
    const cancelling = new AbortController();
    fault = () => {
      cancelling.abort();
      return true;
    };
    const client = createDavClient({ http, login: radicale.login, server: url, signal: cancelling.signal });
    await expect(syncCalendar(client, url, null, now)).rejects.toThrow('The request was cancelled.');
  });

  test('a redirect keeps method and body on the same server, and the login goes nowhere else', async () => {
    const moved = answering((one) => facts(one) && !one.path.includes('?'), 301, '', {
      location: `${new URL(url).pathname}?moved`,
    });
    expect((await sync(null, moved)).ok).toBe(true);
    expect(seen.every(({ authorization }) => authorization?.startsWith('Basic '))).toBe(true);

    const strangers: (string | undefined)[] = [];
    const stranger = createServer((incoming, response) => {
      strangers.push(incoming.headers.authorization);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const bound = stranger.address();
    if (bound === null || typeof bound === 'string') throw new Error('no port');
    const elsewhere = `http://localhost:${bound.port}/`;
    expect(await codeOf(answering(facts, 302, '', { location: elsewhere }))).toBe('account/otherServer');
    expect(
      await codeOf(changed(changes, (text) => text.replace(/<href>[^<]*a\.ics/, `<href>${elsewhere}a.ics`))),
    ).toBe('read 2');
    fault = changed(
      (one) => one.asks('current-user-principal'),
      (text) =>
        text
          .replace(/<href>\/anna[^<]*<\/href>(?=<\/current)/, `<href>${elsewhere}</href>`)
          .replace(/<[A-Z]*:?calendar \/>/, ''),
    );
    expect(await discover()).toMatchObject({ problem: { code: 'account/otherServer' } });
    expect(strangers).toEqual([]);
    stranger.close();
  });
});
