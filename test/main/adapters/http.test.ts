import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { type Http, HttpFailure } from '#main/ports/http.ts';

const connection = createConnection({ env: {}, askSystem: null });

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server on this machine. @returns its address, without a slash at the end */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

const noValidators: Parameters<Http['get']>[1] = { etag: null, lastModified: null };
const limits = { silenceMs: 60_000, wholeMs: 60_000, bodyBytes: 1000, redirects: 5 };
const http = createHttp('OfficeHours/test', connection.send, limits);
const get = (url: string, validators = noValidators, signal = new AbortController().signal) =>
  http.get(url, validators, signal);

/** How a request failed. */
async function failureOf(work: Promise<unknown>): Promise<{ status: number; message: string }> {
  const error = await work.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof HttpFailure)) throw error;
  return { status: error.status, message: error.message };
}

test('a body comes with its type and its validators', async () => {
  const url = await serve((_request, response) => {
    response.setHeader('content-type', 'text/calendar');
    response.setHeader('etag', '"1"');
    response.setHeader('last-modified', 'Fri, 20 Nov 2026 10:00:00 GMT');
    response.end('BEGIN:VCALENDAR');
  });
  const reply = await get(url);
  expect(reply).toMatchObject({
    kind: 'body',
    contentType: 'text/calendar',
    etag: '"1"',
    lastModified: 'Fri, 20 Nov 2026 10:00:00 GMT',
  });
  expect(reply.kind === 'body' && Buffer.from(reply.bytes).toString()).toBe('BEGIN:VCALENDAR');
});

test('with its validators the server may say that nothing changed', async () => {
  const url = await serve((request, response) => {
    response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200;
    response.end();
  });
  expect(await get(url, { etag: '"1"', lastModified: null })).toEqual({
    kind: 'unchanged',
    freshForMs: null,
  });
});

test('no cookie is kept from one request to the next', async () => {
  const cookies: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    cookies.push(request.headers.cookie);
    response.setHeader('set-cookie', 'seen=1');
    response.end();
  });
  await get(url);
  await get(url);
  expect(cookies).toEqual([undefined, undefined]);
});

test('a password in the address is sent as a header to its host, and not to a redirect', async () => {
  const seen: (string | undefined)[] = [];
  const other = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.end();
  });
  const url = await serve((request, response) => {
    seen.push(request.headers.authorization);
    if (request.headers.authorization === undefined)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    else response.writeHead(302, { location: other }).end();
  });
  await get(url.replace('http://', 'http://ada:s%C3%A9cret@'));
  expect(seen).toEqual([undefined, `Basic ${Buffer.from('ada:sécret').toString('base64')}`, undefined]);
});

test('a redirect brings no login of its own, and keeps that of the address on the same server', async () => {
  const seen: (string | undefined)[] = [];
  const origin = await serve((request, response) => {
    seen.push(request.headers.authorization);
    if (request.url === '/asks' && request.headers.authorization === undefined)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    else if (request.url === '/moved') response.end('there');
    else
      response
        .writeHead(302, { location: `${origin}/moved`.replace('http://', 'http://admin:admin@') })
        .end();
  });
  await get(`${origin}/start`);
  await get(`${origin}/asks`.replace('http://', 'http://ada:secret@'));
  const own = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
  expect(seen).toEqual([undefined, undefined, undefined, own, own]);
});

test('redirects are followed five times, not six', async () => {
  const url = await serve((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end('there');
    else response.writeHead(301, { location: `/${left - 1}` }).end();
  });
  expect((await get(`${url}/5`)).kind).toBe('body');
  expect((await failureOf(get(`${url}/6`))).message).toBe('The server redirects without end.');
});

test.each(['file:///etc/passwd', 'ftp://127.0.0.1/a', 'javascript:alert(1)'])(
  'a redirect to %s is not followed',
  async (location) => {
    const url = await serve((_request, response) => void response.writeHead(302, { location }).end());
    expect((await failureOf(get(url))).message).toBe('The server redirects to no web address.');
  },
);

test('a status that is no success is a failure of that status', async () => {
  const url = await serve((_request, response) => void response.writeHead(410).end());
  expect(await failureOf(get(url))).toMatchObject({ status: 410 });
});

test('a body is measured unpacked: a small archive of much is refused', async () => {
  const url = await serve((_request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(Buffer.alloc(100_000)));
  });
  expect(await failureOf(get(url))).toEqual({ status: 413, message: 'The answer is too large.' });
});

test('a silent server times out, a slow one does not', async () => {
  // The pauses of the slow one are a quarter of it, so that a busy computer may add to them.
  const impatient = createHttp('OfficeHours/test', connection.send, { ...limits, silenceMs: 2_000 });
  const getSoon = (url: string) => impatient.get(url, noValidators, new AbortController().signal);
  const silent = await serve((_request, response) => void response.write('BEGIN'));
  expect(await failureOf(getSoon(silent))).toEqual({ status: 0, message: 'The server stopped answering.' });
  const slow = await serve((_request, response) => {
    let left = 5;
    const timer = setInterval(() => {
      left -= 1;
      if (left > 0) {
        response.write('x');
      } else {
        clearInterval(timer);
        response.end();
      }
    }, 500);
  });
  expect((await getSoon(slow)).kind).toBe('body');
});

test('a request ends when its caller gives it up', async () => {
  const url = await serve(() => {});
  const controller = new AbortController();
  const failure = failureOf(get(url, noValidators, controller.signal));
  controller.abort();
  expect((await failure).message).toBe('The request was cancelled.');
});

test('no failure contains the address', async () => {
  const url = await serve(() => {});
  servers.pop()?.close();
  expect(await failureOf(get(`${url}/secret-token`))).toEqual({
    status: 0,
    message: 'The server was not reached (ECONNREFUSED).',
  });
  expect((await failureOf(get('file:///etc/passwd'))).message).toBe('Not a web address.');
});

test('the login of a calendar account is not sent to where a redirect leads', async () => {
  const logins: (string | undefined)[] = [];
  const elsewhere = await serve((request, response) => {
    logins.push(request.headers.authorization);
    response.end();
  });
  const server = await serve((_request, response) => {
    response.writeHead(307, { location: `${elsewhere}/dav/` }).end();
  });
  const request = {
    method: 'PROPFIND',
    url: `${server}/`,
    depth: 0,
    body: '<propfind xmlns="DAV:"/>',
  } as const;
  const login = { user: 'anna', password: 'secret' };
  const mayLogIn = (url: string): boolean => url.startsWith(`${server}/`);
  const reply = await http.dav({ ...request, login, mayLogIn }, new AbortController().signal);
  expect(reply).toMatchObject({ status: 307, leadsTo: `${elsewhere}/dav/` });
  expect(logins).toEqual([]);
});

test('whoever asks says what is wanted and how much of it', async () => {
  const url = await serve((request, response) => response.end(request.headers.accept));
  const wishes = { accept: 'image/png', bodyBytes: 9 };
  const ask = (bodyBytes: number) =>
    http.get(url, noValidators, new AbortController().signal, { ...wishes, bodyBytes });
  expect(await ask(9)).toMatchObject({ bytes: new TextEncoder().encode('image/png') });
  expect(await failureOf(ask(8))).toMatchObject({ status: 413 });
});
