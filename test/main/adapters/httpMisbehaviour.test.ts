import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { HttpFailure } from '#main/ports/http.ts';

const connection = createConnection({ env: {}, askSystem: null });

/** Real servers on this computer that do what real servers should not. */

interface Closable {
  close(): unknown;
  closeAllConnections?(): void;
}
const servers: Closable[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function listening(server: Server | ReturnType<typeof createSocketServer>): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return bound.port;
}

const serve = async (answer: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listening(createServer(answer))}`;

/** A server that knows no HTTP: it says this to whoever comes, and hangs up where told. */
const serveRaw = async (text: string, hangsUp: boolean): Promise<string> => {
  const server = createSocketServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => (hangsUp ? socket.end(text) : socket.write(text)));
  });
  return `http://127.0.0.1:${await listening(server)}`;
};

const limits = { silenceMs: 60_000, wholeMs: 60_000, bodyBytes: 100_000, redirects: 5 };
const http = createHttp('OfficeHours/test', connection.send, limits);
// For servers that never finish: a busy computer may need longer than this for one that does.
const impatient = createHttp('OfficeHours/test', connection.send, { ...limits, silenceMs: 500 });
const hurried = createHttp('OfficeHours/test', connection.send, { ...limits, wholeMs: 1_500 });
const get = (url: string, by = http) =>
  by.get(url, { etag: null, lastModified: null }, new AbortController().signal);

async function failureOf(url: string, by = http): Promise<HttpFailure> {
  const error: unknown = await get(url, by).then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof HttpFailure)) throw error;
  return error;
}

const text = async (url: string): Promise<string> => {
  const reply = await get(url);
  return reply.kind === 'body' ? Buffer.from(reply.bytes).toString() : reply.kind;
};

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
] as const)('a body that is packed with %s is unpacked', async (encoding, pack) => {
  const url = await serve((request, response) => {
    expect(request.headers['accept-encoding']).toContain(encoding);
    response.setHeader('content-encoding', encoding);
    response.end(pack(Buffer.from('BEGIN:VCALENDAR')));
  });
  expect(await text(url)).toBe('BEGIN:VCALENDAR');
});

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const)('a bomb in %s costs no more than the limit', async (encoding, pack) => {
  const bomb = pack(Buffer.alloc(30_000_000));
  const url = await serve((_request, response) => {
    response.setHeader('content-encoding', encoding);
    response.end(bomb);
  });
  expect(await failureOf(url)).toMatchObject({ status: 413, reason: 'tooLarge' });
});

test('a body that never ends is given up at the limit', async () => {
  const url = await serve((_request, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  expect(await failureOf(url)).toMatchObject({ reason: 'tooLarge' });
});

test('a body not compressed as declared is reported as cut off', async () => {
  const url = await serve((_request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end('BEGIN:VCALENDAR');
  });
  expect(await failureOf(url)).toMatchObject({ reason: 'cutOff' });
});

test('a compressed body that breaks off yields the received part, and its last line shows that it is incomplete', async () => {
  const whole = Array.from({ length: 500 }, (_, line) => `LINE:${line * 7919}`).join('\r\n');
  const packed = gzipSync(Buffer.from(whole));
  const url = await serve((_request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(packed.subarray(0, packed.length / 2));
  });
  const half = await text(url);
  expect(whole.startsWith(half)).toBe(true);
  expect(half.length).toBeLessThan(whole.length);
});

test('a body shorter than announced is reported as cut off', async () => {
  const url = await serveRaw('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nBEGIN:VCALENDAR', true);
  expect(await failureOf(url)).toMatchObject({ reason: 'cutOff' });
});

test.each([
  ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['nothing', ''],
  ['half a head', 'HTTP/1.1 200 OK\r\nContent-Ty'],
])('a server that says %s and hangs up was not reached', async (_, said) => {
  expect(await failureOf(await serveRaw(said, true))).toMatchObject({ status: 0, reason: 'unreachable' });
});

test('a server that takes the request and says nothing is given up', async () => {
  expect(await failureOf(await serveRaw('', false), impatient)).toMatchObject({ reason: 'silence' });
});

test('a server that drips a byte now and then is given up in the end', async () => {
  const url = await serve((_request, response) => {
    const timer = setInterval(() => response.write('x'), 200);
    response.on('close', () => clearInterval(timer));
  });
  expect(await failureOf(url, hurried)).toMatchObject({
    reason: 'silence',
    message: 'The server took too long.',
  });
});

test('redirects in a circle end', async () => {
  const url = await serve((request, response) => {
    response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end();
  });
  expect(await failureOf(url)).toMatchObject({ reason: 'redirect' });
});

test.each(['', 'http://', 'data:text/calendar,BEGIN:VCALENDAR', 'blob:x'])(
  'a redirect to “%s” is not followed',
  async (location) => {
    const url = await serve((_request, response) => {
      response.writeHead(301, location === '' ? {} : { location }).end();
    });
    expect(await failureOf(url)).toMatchObject({ reason: 'redirect' });
  },
);

test('validators go along on every step of a redirect', async () => {
  const seen: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    seen.push(request.headers['if-none-match']);
    if (request.url === '/') response.writeHead(307, { location: '/there' }).end();
    else response.writeHead(304).end();
  });
  const reply = await http.get(url, { etag: 'W/"1"', lastModified: null }, new AbortController().signal);
  expect(reply.kind).toBe('unchanged');
  expect(seen).toEqual(['W/"1"', 'W/"1"']);
});

test('a status that says nothing of a body is a failure', async () => {
  for (const status of [400, 401, 403, 404, 410, 418, 429, 500, 503]) {
    const url = await serve((_request, response) => void response.writeHead(status).end('<html>'));
    expect(await failureOf(url)).toMatchObject({ status, reason: 'status' });
  }
});

test('Retry-After is read as seconds and as a date', async () => {
  const pauseFor = async (header: string | null): Promise<number | null> => {
    const url = await serve((_request, response) => {
      response.writeHead(503, header === null ? {} : { 'retry-after': header }).end();
    });
    return (await failureOf(url)).retryAfterMs;
  };
  expect(await pauseFor('120')).toBe(120_000);
  expect(await pauseFor(new Date(0).toUTCString())).toBe(0);
  const far = await pauseFor(new Date(Date.now() + 3_600_000).toUTCString());
  expect(far).toBeGreaterThan(3_590_000);
  expect(await pauseFor('soon')).toBeNull();
  expect(await pauseFor('-5')).not.toBe(-5000);
  expect(await pauseFor(null)).toBeNull();
});

test('the freshness of a reply is read', async () => {
  const freshFor = async (headers: Record<string, string>, status = 200): Promise<number | null> => {
    const url = await serve((_request, response) => void response.writeHead(status, headers).end());
    return (await get(url)).freshForMs;
  };
  expect(await freshFor({ 'cache-control': 'public, max-age=600' })).toBe(600_000);
  expect(await freshFor({ 'cache-control': 'max-age=600' }, 304)).toBe(600_000);
  expect(await freshFor({ 'cache-control': 'max-age=600', age: '100' })).toBe(500_000);
  expect(await freshFor({ 'cache-control': 's-maxage=600' })).toBeNull();
  expect(await freshFor({ 'cache-control': 'no-cache, no-store, max-age=0, must-revalidate' })).toBeNull();
  expect(await freshFor({ 'cache-control': 'no-cache, max-age=600' })).toBeNull();
  expect(await freshFor({ 'cache-control': 'max-age=many' })).toBeNull();
  expect(await freshFor({})).toBeNull();
});

/** A certificate for this computer, signed by nobody; null where there is no OpenSSL to make one. */
function ownCertificate(): { readonly key: string; readonly cert: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'office-hours-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const certificate = ownCertificate();

const serveSecurely = async (answer: RequestListener): Promise<string> =>
  `https://127.0.0.1:${await listening(createSecureServer(certificate ?? {}, answer))}`;

test.skipIf(certificate === null)('a server with an invalid certificate is not trusted', async () => {
  const url = await serveSecurely((_request, response) => void response.end('BEGIN:VCALENDAR'));
  expect(await failureOf(url)).toMatchObject({ status: 0, reason: 'certificate' });
});

test.skipIf(certificate === null)('https never falls to http, and http may rise to https', async () => {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, certificate?.cert ?? '']);
  try {
    const open = await serve((_request, response) => void response.end('open'));
    const falling = await serveSecurely((_request, response) => {
      response.writeHead(302, { location: open }).end();
    });
    expect(await failureOf(falling)).toMatchObject({
      reason: 'redirect',
      message: 'The server redirects to an unprotected address.',
    });
    const secure = await serveSecurely((_request, response) => void response.end('secure'));
    const rising = await serve((_request, response) => {
      response.writeHead(308, { location: secure }).end();
    });
    expect(await text(rising)).toBe('secure');
  } finally {
    setDefaultCACertificates(before);
  }
});
