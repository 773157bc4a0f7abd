import { expect, test } from 'vitest';
import { addressesToAsk, keepsPassword, mayLogIn, readGivenServer } from '#core/caldav/serverAddress.ts';

test.each([
  ['anna@Example.org', { kind: 'domain', domain: 'example.org' }],
  ['example.org', { kind: 'domain', domain: 'example.org' }],
  [' müller.example ', { kind: 'domain', domain: 'müller.example' }],
  ['https://dav.example.org', { kind: 'server', url: 'https://dav.example.org/' }],
  ['dav.example.org/remote.php/dav', { kind: 'server', url: 'https://dav.example.org/remote.php/dav' }],
  ['caldavs://dav.example.org/x', { kind: 'server', url: 'https://dav.example.org/x' }],
  ['caldav://localhost:5232', { kind: 'server', url: 'http://localhost:5232/' }],
  ['http://127.0.0.1:5232/anna/#x', { kind: 'server', url: 'http://127.0.0.1:5232/anna/' }],
  ['192.168.1.7', { kind: 'server', url: 'https://192.168.1.7/' }],
])('%s is understood', (given, server) => {
  expect(readGivenServer(given)).toEqual(server);
});

test.each([
  '',
  'calendar',
  'ftp://example.org',
  'file:///etc/passwd',
  'https://anna:secret@example.org/',
  'a b.org',
])('%s is no server', (given) => {
  expect(readGivenServer(given)).toBeNull();
});

test('a path is asked first, a bare server by its well-known address', () => {
  expect(addressesToAsk('https://a.org/dav/')).toEqual([
    'https://a.org/dav/',
    'https://a.org/.well-known/caldav',
  ]);
  expect(addressesToAsk('https://a.org/')).toEqual(['https://a.org/.well-known/caldav', 'https://a.org/']);
});

test.each([
  ['https://caldav.icloud.com/', 'https://p42-caldav.icloud.com:443/1/calendars/', true],
  ['https://fastmail.com/', 'https://caldav.fastmail.com/dav/', true],
  ['https://a.org/', 'https://a.org/dav/', true],
  ['http://a.org/', 'https://a.org/', true],
  ['http://127.0.0.1:5232/', 'http://127.0.0.1:5232/anna/', true],
  // Anybody can have a name beside these.
  ['https://cloud.co.uk/', 'https://evil.co.uk/', false],
  ['https://cloud.co.uk/', 'https://evil-cloud.co.uk/', false],
  ['https://anna.duckdns.org/', 'https://evil.duckdns.org/', false],
  ['https://dav.a.org/', 'https://www.a.org/', false],
  ['https://dav.a.org/', 'https://a.org/', false],
  ['https://caldav.icloud.com/', 'https://eviloud.com/', false],
  ['https://caldav.icloud.com/', 'https://evilicloud.com/', false],
  // Another server, port, or protection.
  ['https://a.org/', 'https://b.org/', false],
  ['https://a.org/', 'https://eviла.org/', false],
  ['https://a.org/', 'https://nota.org/', false],
  ['https://a.org/', 'http://a.org/', false],
  ['https://dav.a.org/', 'http://www.a.org/', false],
  ['http://127.0.0.1:5232/', 'http://127.0.0.1:80/', false],
  ['http://127.0.0.1/', 'https://1.0.0.1/', false],
  ['http://localhost/', 'https://x.localhost/', false],
  ['https://a.org/', 'https://u:p@a.org/', false],
  ['https://a.org/', 'no address', false],
])('the login of %s goes to %s: %s', (account, target, isAllowed) => {
  expect(mayLogIn(account, target)).toBe(isAllowed);
});

test.each([
  ['https://dav.example.org/other/', 'anna', true],
  ['dav.example.org:443/x', 'anna', true],
  ['http://dav.example.org/', 'anna', false],
  ['https://dav.example.org:8443/', 'anna', false],
  ['https://sub.dav.example.org/', 'anna', false],
  ['https://dav.example.org/', 'bea', false],
  // DNS may name any server of a domain.
  ['dav.example.org', 'anna', false],
])('the stored password is used for %s and %s: %s', (given, name, isUsed) => {
  expect(keepsPassword({ server: 'https://dav.example.org/dav/', user: 'anna' }, given, name)).toBe(isUsed);
});
