import { expect, test } from 'vitest';
import { environmentProxy } from '#core/network/environmentProxy.ts';
import { addressOfProxy, nameOfProxy, readPacAnswer, readProxyAddress } from '#core/network/proxyRoute.ts';
import { isPrivateHost } from '#core/network/privateHost.ts';
import { readChallenges } from '#core/network/challenges.ts';

test.each([
  ['proxy.example.org:3128', 'http proxy.example.org:3128'],
  ['http://proxy.example.org', 'http proxy.example.org:80'],
  ['http://proxy.example.org:80/', 'http proxy.example.org:80'],
  ['HTTPS://proxy.example.org', 'https proxy.example.org:443'],
  ['socks5h://127.0.0.1', 'socks5 127.0.0.1:1080'],
  ['socks4://[::1]:9050', 'socks4 [::1]:9050'],
])('the address of a proxy is read: %s', (given, expected) => {
  const read = readProxyAddress(given);
  expect(read && `${read.proxy.kind} ${nameOfProxy(read.proxy)}`).toBe(expected);
});

test.each([
  '',
  'ftp://proxy:21',
  'http://proxy/path',
  'two words',
  'http://proxy:99999',
  'http://%41%zz@proxy',
])('this is no address of a proxy: “%s”', (given) => {
  expect(readProxyAddress(given)).toBeNull();
});

test('the login in the address of a proxy is read apart from it', () => {
  expect(readProxyAddress('http://ada:s%40cret@proxy:8080')).toEqual({
    proxy: { kind: 'http', host: 'proxy', port: 8080 },
    login: { user: 'ada', password: 's@cret' },
  });
});

test.each([
  ['http://ada:s%40cret@proxy:8080', 'proxy:8080'],
  ['socks5://ada:secret@proxy', 'socks5://proxy:1080'],
  ['https://ada@proxy', 'https://proxy:443'],
])('the address of a proxy without its login means the same proxy: %s', (given, expected) => {
  const written = readProxyAddress(given);
  const bare = written && addressOfProxy(written.proxy);
  expect(bare).toBe(expected);
  expect(readProxyAddress(bare ?? '')).toEqual({ proxy: written?.proxy, login: null });
});

test('the answer of a proxy script is tried in its order', () => {
  const routes = readPacAnswer('PROXY a:3128; HTTPS b:443 ;SOCKS c:1080;SOCKS5 d; QUIC e:1; DIRECT');
  expect(
    routes.map((route) =>
      route.kind === 'direct' ? 'direct' : `${route.proxy.kind} ${nameOfProxy(route.proxy)}`,
    ),
  ).toEqual(['http a:3128', 'https b:443', 'socks4 c:1080', 'socks5 d:1080', 'direct']);
  expect(readPacAnswer('nonsense')).toEqual([{ kind: 'direct' }]);
});

const by = (env: Record<string, string>, url: string): string => {
  const found = environmentProxy(env, new URL(url));
  return found.kind === 'proxy' ? nameOfProxy(found.written.proxy) : found.kind;
};

test('variables name the proxy of an address, by its scheme, in lower or upper case', () => {
  const env = { HTTPS_PROXY: 'http://secure:1', http_proxy: 'plain:2', all_proxy: 'socks5://all:3' };
  expect(by(env, 'https://example.org/')).toBe('secure:1');
  expect(by(env, 'http://example.org/')).toBe('plain:2');
  expect(by({ ALL_PROXY: 'socks5://all:3' }, 'https://example.org/')).toBe('all:3');
  expect(by({}, 'https://example.org/')).toBe('unset');
  expect(by({ https_proxy: ' ' }, 'https://example.org/')).toBe('unset');
  expect(by({ https_proxy: 'http://a b' }, 'https://example.org/')).toBe('unreadable');
});

test.each([
  ['*', 'https://example.org/', 'direct'],
  ['example.org', 'https://cal.example.org/', 'direct'],
  ['.example.org', 'https://example.org/', 'direct'],
  ['*.example.org', 'https://cal.example.org/', 'direct'],
  ['example.org', 'https://badexample.org/', 'p:1'],
  ['example.org:8443', 'https://example.org/', 'p:1'],
  ['example.org:8443', 'https://example.org:8443/', 'direct'],
  ['a.org, localhost 127.0.0.1', 'https://127.0.0.1:8443/', 'direct'],
  ['::1', 'https://[::1]/', 'direct'],
  ['10.0.0.0/8', 'https://10.1.2.3/', 'direct'],
  ['10.0.0.0/8', 'https://11.1.2.3/', 'p:1'],
  ['', 'https://localhost/', 'p:1'],
])('no_proxy=%s: the way to %s is %s', (exceptions, url, expected) => {
  expect(by({ https_proxy: 'http://p:1', no_proxy: exceptions }, url)).toBe(expected);
});

test.each([
  ['http://127.0.0.1/', true],
  ['http://2130706433/', true],
  ['http://0x7f.1/', true],
  ['http://localhost:80/', true],
  ['http://a.localhost/', true],
  ['http://router.local/', true],
  ['http://10.0.0.1/', true],
  ['http://172.16.0.1/', true],
  ['http://172.32.0.1/', false],
  ['http://192.168.1.1/', true],
  ['http://169.254.169.254/', true],
  ['http://100.64.0.1/', true],
  ['http://[::1]/', true],
  ['http://[fd00::1]/', true],
  ['http://[fe80::1]/', true],
  ['http://[::ffff:10.0.0.1]/', true],
  ['http://[2001:db8::1]/', false],
  ['http://[::ffff:8.8.8.8]/', false],
  ['http://8.8.8.8/', false],
  ['http://example.org/', false],
  ['http://10.example.org/', false],
])('%s is in a private network: %s', (url, expected) => {
  expect(isPrivateHost(new URL(url).hostname)).toBe(expected);
});

test('several challenges in one header are told apart, whatever their values say', () => {
  expect(
    readChallenges(
      'Digest realm="a, Basic b", qop="auth, auth-int", nonce=x==, Negotiate, Basic realm="c \\"d\\""',
    ),
  ).toEqual([
    { scheme: 'Digest', parameters: { realm: 'a, Basic b', qop: 'auth, auth-int', nonce: 'x==' } },
    { scheme: 'Negotiate', parameters: {} },
    { scheme: 'Basic', parameters: { realm: 'c "d"' } },
  ]);
  expect(readChallenges('NTLM TlRMTVNTUAACAAAA==').map(({ scheme }) => scheme)).toEqual(['NTLM']);
  expect(readChallenges(null)).toEqual([]);
});

test('a hostile header is read in time proportional to its length', () => {
  for (const text of ['a='.repeat(50_000), '"'.repeat(100_000), 'a="\\'.repeat(30_000), 'a '.repeat(50_000)])
    expect(readChallenges(text).length).toBeLessThan(10_001);
});
