import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProxyQuestion } from '#core/network/networkState.ts';
import { createConnection, type NetworkConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import type { ConnectionParts } from '#main/ports/connection.ts';
import { HttpFailure, type Login } from '#main/ports/http.ts';
import { createAuthority } from './authority.ts';
import {
  closedPort,
  closeServers,
  serve,
  serveBytes,
  serveProxy,
  serveSecurely,
  serveSocks,
} from './servers.ts';

const atFirst = getCACertificates('default');
afterEach(() => {
  closeServers();
  setDefaultCACertificates(atFirst);
});

const authority = createAuthority();
if (authority === null) console.warn('Left out without OpenSSL: certificates and tunnels');

interface Setup {
  readonly env?: Record<string, string>;
  /** The answer of the system. */
  readonly pac?: string;
  readonly parts?: Partial<ConnectionParts>;
  readonly trusted?: readonly string[];
}

/** A connection, and what proxies asked. */
function connect({ env = {}, pac, parts = {}, trusted = [authority?.cert ?? ''] }: Setup = {}) {
  const connection = createConnection({
    env,
    askSystem: pac === undefined ? null : () => Promise.resolve(pac),
  });
  const questions: ProxyQuestion[] = [];
  connection.begin({
    proxy: () => ({ mode: 'system', address: '' }),
    certificates: () => Promise.resolve(trusted.filter(Boolean)),
    proxyLogin: () => Promise.resolve(null),
    proxyAsked: (question) => void questions.push(question),
    ...parts,
  });
  return { connection, questions };
}

const limits = { silenceMs: 60_000, wholeMs: 60_000, bodyBytes: 10_000, redirects: 5 };
const noValidators = { etag: null, lastModified: null };

async function read(connection: NetworkConnection, url: string, login: Login | null = null): Promise<string> {
  const http = createHttp('OfficeHours/test', connection.send, limits);
  const reply = await http.get(url, noValidators, new AbortController().signal, { login });
  return reply.kind === 'body' ? Buffer.from(reply.bytes).toString() : reply.kind;
}

/** Code of the problem, and status of the failure. */
async function failureOf(work: Promise<unknown>): Promise<HttpFailure> {
  const error = await work.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof HttpFailure)) throw error;
  return error;
}
const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  (await failureOf(work)).problem?.code;

const basicOf = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

describe.skipIf(authority === null)('certificates', () => {
  const known = authority ?? null;
  const secure = (kind: 'good' | 'expired' | 'wrongName' | 'selfSigned'): Promise<string> => {
    if (known === null) throw new Error('no OpenSSL');
    return serveSecurely(known[kind], (_request, response) => response.end('calendar'));
  };

  test('a server with the certificate of an authority that the user added is read', async () => {
    const url = await secure('good');
    expect(await read(connect().connection, url)).toBe('calendar');
  });

  test.each([
    ['good', 'comes from an authority that this computer does not know'],
    ['selfSigned', 'vouches for itself'],
  ] as const)('without it, a certificate that is %s says so', async (kind, words) => {
    const failure = await failureOf(read(connect({ trusted: [] }).connection, await secure(kind)));
    expect(failure.reason).toBe('certificate');
    expect(failure.problem?.title).toContain(words);
  });

  test.each([
    ['expired', 'has expired'],
    ['wrongName', 'for another name'],
  ] as const)('a certificate of a known authority that is %s is refused', async (kind, words) => {
    const failure = await failureOf(read(connect().connection, await secure(kind)));
    expect(failure.problem?.title).toContain(words);
  });

  test('a certificate that signed itself is accepted when the user added it', async () => {
    const { connection } = connect({ trusted: [known?.selfSigned.cert ?? ''] });
    expect(await read(connection, await secure('selfSigned'))).toBe('calendar');
  });

  test('a certificate that is removed is no longer trusted, also by connections that were open', async () => {
    const url = await secure('good');
    let trusted = [known?.cert ?? ''];
    const { connection } = connect({ parts: { certificates: () => Promise.resolve(trusted) } });
    expect(await read(connection, url)).toBe('calendar');
    trusted = [];
    await connection.renew();
    expect((await failureOf(read(connection, url))).reason).toBe('certificate');
  });

  test('the file of NODE_EXTRA_CA_CERTS is trusted, whatever else it holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-hours-extra-'));
    const path = join(folder, 'extra.pem');
    writeFileSync(
      path,
      `# ours\n${known?.cert}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
    );
    try {
      const { connection } = connect({ trusted: [], env: { NODE_EXTRA_CA_CERTS: path } });
      expect(await read(connection, await secure('good'))).toBe('calendar');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('who issued the certificate is known afterwards', async () => {
    const url = await secure('good');
    const { connection } = connect();
    await read(connection, url);
    expect(connection.reachedBy(url)).toEqual({ proxy: null, issuer: 'Test Authority' });
  });

  test('and still after a connection that resumed the first one, and did not show the certificate', async () => {
    const resumed: boolean[] = [];
    const certificate = known?.good ?? { key: '', cert: '' };
    const url = await serveSecurely(certificate, ({ socket }, response) => {
      if (socket instanceof TLSSocket) resumed.push(socket.isSessionReused());
      response.setHeader('connection', 'close').end('calendar');
    });
    const { connection } = connect();
    await read(connection, url);
    await read(connection, url);
    expect(resumed).toEqual([false, true]);
    expect(connection.reachedBy(url)?.issuer).toBe('Test Authority');
  });

  test('through a proxy the server proves itself as ever', async () => {
    const proxy = await serveProxy();
    const { connection } = connect({ env: { https_proxy: proxy.name }, trusted: [] });
    const failure = await failureOf(read(connection, await secure('good')));
    expect(failure.problem?.title).toContain('does not know');
    expect(proxy.log).toHaveLength(1);
  });

  test('a tunnel leads to the server, and the proxy sees its name only', async () => {
    const proxy = await serveProxy();
    const url = await secure('good');
    const { connection } = connect({ env: { HTTPS_PROXY: `http://${proxy.name}` } });
    expect(await read(connection, `${url}/secret-token.ics`)).toBe('calendar');
    expect(proxy.log).toEqual([`CONNECT ${new URL(url).host}`]);
    expect(connection.reachedBy(url)).toEqual({ proxy: proxy.name, issuer: 'Test Authority' });
  });

  test('a tunnel through a proxy that wants a login, which is kept from the server', async () => {
    const proxy = await serveProxy({ wants: basicOf('ada', 'secret') });
    const seen: string[] = [];
    const url = await serveSecurely(known?.good ?? { key: '', cert: '' }, (request, response) => {
      seen.push(...Object.keys(request.headers));
      response.end('calendar');
    });
    const { connection, questions } = connect({
      env: { https_proxy: proxy.name },
      parts: { proxyLogin: () => Promise.resolve({ user: 'ada', password: 'secret' }) },
    });
    expect(await read(connection, url)).toBe('calendar');
    expect(seen).not.toContain('proxy-authorization');
    expect(questions).toEqual([]);
  });

  test('a page instead of a tunnel is no server', async () => {
    const name = await serveBytes('HTTP/1.1 200 OK\r\n\r\n<html>Please log in to the guest network</html>');
    const { connection } = connect({ env: { https_proxy: name } });
    expect(await codeOf(read(connection, 'https://127.0.0.1:8443/'))).toBe('network/proxyBroken');
  });

  test('the redirect of a server goes through the proxy of its target, without the login of the first', async () => {
    const [first, second] = [await serveProxy(), await serveProxy()];
    const logins: (string | undefined)[] = [];
    const target = await serve((request, response) => {
      logins.push(request.headers.authorization);
      response.end('moved calendar');
    });
    const start = await serveSecurely(known?.good ?? { key: '', cert: '' }, (request, response) => {
      logins.push(request.headers.authorization);
      response.writeHead(302, { location: `${target.replace('http:', 'https:')}/` }).end();
    });
    const there = await serveSecurely(known?.good ?? { key: '', cert: '' }, (request, response) => {
      logins.push(request.headers.authorization);
      response.end('moved calendar');
    });
    const names = { [new URL(target).host]: new URL(there).host };
    const renamed = await serveProxy({ names });
    const askSystem = (url: string): Promise<string> =>
      Promise.resolve(url.startsWith(start) ? `PROXY ${first.name}` : `PROXY ${renamed.name}`);
    const connection = createConnection({ env: {}, askSystem });
    connection.begin({
      proxy: () => ({ mode: 'system', address: '' }),
      certificates: () => Promise.resolve([known?.cert ?? '']),
      proxyLogin: () => Promise.resolve(null),
      proxyAsked: () => undefined,
    });
    expect(await read(connection, start, { user: 'ada', password: 'secret' })).toBe('moved calendar');
    expect(logins).toEqual([basicOf('ada', 'secret'), undefined]);
    expect([first.log.length, second.log.length, renamed.log.length]).toEqual([1, 0, 1]);
  });

  test('SOCKS proxies are tunnels too', async () => {
    const socks = await serveSocks();
    const url = await secure('good');
    const { connection } = connect({ env: { all_proxy: `socks5://${socks.name}` } });
    expect(await read(connection, url)).toBe('calendar');
    expect(socks.log).toEqual([new URL(url).host]);
  });
});

const calendar = (): Promise<string> => serve((_request, response) => response.end('calendar'));

test('a plain address is asked of the proxy as a whole, with the name of its server', async () => {
  const proxy = await serveProxy();
  const hosts: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    hosts.push(request.headers.host);
    response.end('calendar');
  });
  const { connection } = connect({ env: { http_proxy: proxy.name } });
  expect(await read(connection, `${url}/a?b=c`)).toBe('calendar');
  expect(proxy.log).toEqual([`GET ${url}/a?b=c`]);
  expect(hosts).toEqual([new URL(url).host]);
});

test('no_proxy leads past the proxy', async () => {
  const proxy = await serveProxy();
  const { connection } = connect({ env: { http_proxy: proxy.name, no_proxy: '127.0.0.1' } });
  expect(await read(connection, await calendar())).toBe('calendar');
  expect(proxy.log).toEqual([]);
});

test('the proxies of the system are tried in their order, and the direct way where it is among them', async () => {
  const proxy = await serveProxy();
  const url = await calendar();
  const down = `127.0.0.1:${await closedPort()}`;
  expect(await read(connect({ pac: `PROXY ${down}; PROXY ${proxy.name}` }).connection, url)).toBe('calendar');
  expect(proxy.log).toHaveLength(1);
  expect(await read(connect({ pac: `PROXY ${down}; DIRECT` }).connection, url)).toBe('calendar');
  expect(await codeOf(read(connect({ pac: `PROXY ${down}` }).connection, url))).toBe(
    'network/proxyUnreachable',
  );
});

test('a proxy that answers has decided: no other is asked', async () => {
  const [strict, open] = [await serveProxy({ wants: 'x' }), await serveProxy()];
  const { connection } = connect({ pac: `PROXY ${strict.name}; PROXY ${open.name}; DIRECT` });
  expect(await codeOf(read(connection, await calendar()))).toBe('network/proxyLogin');
  expect(open.log).toEqual([]);
});

test('a script sees the server of an address, and nothing of its path', async () => {
  const asked: string[] = [];
  const url = await calendar();
  const askSystem = (address: string): Promise<string> => {
    asked.push(address);
    return Promise.resolve('DIRECT');
  };
  await read(createConnection({ env: {}, askSystem }), `${url}/secret-token?key=1`);
  expect(asked).toEqual([`${url}/`]);
});

test('the settings choose: no proxy, or one of their own', async () => {
  const [ofSystem, own] = [await serveProxy(), await serveProxy()];
  const url = await calendar();
  const withChoice = (mode: 'none' | 'manual', address = '') =>
    connect({ env: { http_proxy: ofSystem.name }, parts: { proxy: () => ({ mode, address }) } }).connection;
  expect(await read(withChoice('none'), url)).toBe('calendar');
  expect(await read(withChoice('manual', own.name), url)).toBe('calendar');
  expect([ofSystem.log.length, own.log.length]).toEqual([0, 1]);
  expect(await codeOf(read(withChoice('manual', 'no proxy'), url))).toBe('network/badProxyAddress');
});

test('a variable that holds no address stops the request, rather than leading past the proxy', async () => {
  const { connection } = connect({ env: { http_proxy: 'http://a b' } });
  expect(await codeOf(read(connection, await calendar()))).toBe('network/badVariable');
});

describe('a proxy that wants a login', () => {
  test('asks for it, and again after a wrong one', async () => {
    const proxy = await serveProxy({ wants: basicOf('ada', 'secret') });
    const url = await calendar();
    let login: Login | null = null;
    const { connection, questions } = connect({
      env: { http_proxy: proxy.name, https_proxy: proxy.name },
      parts: { proxyLogin: () => Promise.resolve(login) },
    });
    expect(await codeOf(read(connection, url))).toBe('network/proxyLogin');
    expect(await codeOf(read(connection, 'https://127.0.0.1:8443/'))).toBe('network/proxyLogin');
    login = { user: 'ada', password: 'wrong' };
    expect(await codeOf(read(connection, url))).toBe('network/proxyLoginRefused');
    login = { user: 'ada', password: 'secret' };
    expect(await read(connection, url)).toBe('calendar');
    const question = { proxy: proxy.name, realm: 'Office', wasRefused: false };
    expect(questions).toEqual([question, question, { ...question, wasRefused: true }]);
    expect(proxy.passedOn).not.toContain('proxy-authorization');
  });

  test('gets the login of the variable, which is no other proxy’s', async () => {
    const proxy = await serveProxy({ wants: basicOf('ada', 's@cret') });
    const { connection } = connect({ env: { http_proxy: `http://ada:s%40cret@${proxy.name}` } });
    expect(await read(connection, await calendar())).toBe('calendar');
  });

  test('of another kind is refused with its name', async () => {
    const proxy = await serveProxy({ wants: 'x', offers: 'Negotiate, NTLM' });
    const { connection, questions } = connect({ env: { http_proxy: proxy.name, https_proxy: proxy.name } });
    for (const url of [await calendar(), 'https://127.0.0.1:8443/']) {
      const failure = await failureOf(read(connection, url));
      expect(failure.problem?.code).toBe('network/proxyLoginKind');
      expect(failure.problem?.title).toContain('(Negotiate, NTLM)');
    }
    expect(questions).toEqual([]);
  });
});

test('a 407 of the server itself is no question of a proxy', async () => {
  const url = await serve((_request, response) =>
    response.writeHead(407, { 'proxy-authenticate': 'Basic realm="Give me"' }).end(),
  );
  const { connection, questions } = connect({
    parts: { proxyLogin: () => Promise.resolve({ user: 'ada', password: 'secret' }) },
  });
  expect(await failureOf(read(connection, url))).toMatchObject({ status: 0, reason: 'unreachable' });
  expect(questions).toEqual([]);
});

test('a proxy that refuses says so with its status', async () => {
  const { connection } = connect({
    env: { https_proxy: await serveBytes('HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n') },
  });
  const failure = await failureOf(read(connection, 'https://127.0.0.1:8443/'));
  expect(failure.problem?.code).toBe('network/proxyRefused');
  expect(failure.problem?.title).toContain('(403)');
});

test.each(['SSH-2.0-OpenSSH_9.2\r\n', ''])('a proxy that speaks no http is broken: “%s”', async (bytes) => {
  const name = await serveBytes(bytes);
  const { connection } = connect({ env: { https_proxy: name, http_proxy: name } });
  expect(await codeOf(read(connection, 'https://127.0.0.1:8443/'))).toBe('network/proxyBroken');
  expect(await codeOf(read(connection, 'http://127.0.0.1:8080/'))).toBe('network/proxyBroken');
});

test('a public server leads to no address in the user’s own network, also not through a proxy', async () => {
  const inside: string[] = [];
  const device = await serve((request, response) => {
    inside.push(request.url ?? '');
    response.end('reboot');
  });
  const server = await serve((_request, response) =>
    response.writeHead(302, { location: `${device}/reboot` }).end(),
  );
  const proxy = await serveProxy({ names: { 'calendar.example': new URL(server).host } });
  const { connection } = connect({ env: { http_proxy: proxy.name } });
  expect((await failureOf(read(connection, 'http://calendar.example/'))).reason).toBe('redirect');
  expect(inside).toEqual([]);
  // The user may ask for it.
  expect(await read(connection, server)).toBe('reboot');
});
