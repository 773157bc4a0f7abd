import { expect, test } from 'vitest';
import { findJoinLinks } from '../findJoinLinks.ts';
import { checkOwnService, rowsOf, type OwnService } from '../ownService.ts';

const jitsi: OwnService = { name: 'Our Jitsi', host: 'meet.example.org', path: '/{room}', app: 'jitsi-meet' };

const linksWith = (own: readonly OwnService[], text: string) =>
  findJoinLinks([{ source: 'description', text }], rowsOf(own));

test('a service added by the user is recognised in text, with its room and app', () => {
  expect(linksWith([jitsi], 'Join https://meet.example.org/Hall, please')).toMatchObject([
    {
      service: 'own:meet.example.org',
      serviceName: 'Our Jitsi',
      url: 'https://meet.example.org/Hall',
      nativeUrl: 'jitsi-meet://meet.example.org/Hall',
      meetingId: 'Hall',
    },
  ]);
  expect(linksWith([], 'Join https://meet.example.org/Hall')).toEqual([]);
});

test('its path pattern decides what is a room', () => {
  const talk: OwnService = { name: 'Talk', host: 'example.org', path: '/rooms/*/{room}', app: 'none' };
  const found = linksWith(
    [talk],
    'https://example.org/rooms/eu/hall https://video.example.org/rooms/us/hall/ https://example.org/rooms/hall https://example.org/about',
  );
  expect(found.map(({ url, nativeUrl }) => [url, nativeUrl])).toEqual([
    ['https://example.org/rooms/eu/hall', null],
    ['https://video.example.org/rooms/us/hall/', null],
  ]);
});

test('look-alike hosts are refused', () => {
  const text =
    'https://meet.example.org.evil.io/Hall https://evilmeet.example.org.io/Hall https://meet.example.org:8443/Hall';
  expect(linksWith([jitsi], text)).toEqual([]);
});

test('the input is normalised', () => {
  const written = {
    name: ' Our Jitsi ',
    host: 'https://Meet.Example.org/x',
    path: 'r/{room}/',
    app: 'none',
  } as const;
  expect(checkOwnService(written, [])).toEqual({
    ok: true,
    value: { name: 'Our Jitsi', host: 'meet.example.org', path: '/r/{room}', app: 'none' },
  });
});

const refused: readonly (readonly [name: string, change: Partial<OwnService>, title: RegExp])[] = [
  ['no name', { name: ' ' }, /needs a name/],
  ['a word for a host', { host: 'localhost' }, /not a host name/],
  ['a host with a port', { host: 'meet.example.org:8443' }, /not a host name/],
  ['a user in the host', { host: 'a@meet.example.org' }, /not a host name/],
  ['a number', { host: '192.168.0.1' }, /plain name/],
  ['punycode', { host: 'xn--mt-eia.example.org' }, /plain name/],
  ['other letters', { host: 'mеet.example.org' }, /not a host name/],
  ['a registry of a country', { host: 'co.uk' }, /shared by many sites/],
  ['a host of public pages', { host: 'github.io' }, /shared by many sites/],
  ['a known service', { host: 'us02web.zoom.us' }, /Zoom is built in/],
  ['a path without a room', { path: '/meet' }, /contain {room} exactly once/],
  ['a path with two rooms', { path: '/{room}/{room}' }, /contain {room} exactly once/],
  ['a regular expression', { path: '/(a+)+{room}' }, /not a path pattern/],
  ['a query', { path: '/{room}?x=1' }, /not a path pattern/],
];

test.each(refused)('%s is refused with advice on what to write', (_name, change, title) => {
  const checked = checkOwnService({ ...jitsi, ...change }, []);
  if (checked.ok) throw new Error('It should be refused');
  expect(checked.problem.title).toMatch(title);
  expect(checked.problem.detail).not.toBe('');
});

test('a service already in the list is refused', () => {
  expect(checkOwnService(jitsi, [jitsi])).toMatchObject({ ok: false });
});

test('invalid rows of a hand-edited file are left out, the others are kept', () => {
  const rows = rowsOf([{ ...jitsi, host: 'zoom.us' }, jitsi, { ...jitsi, path: '/(x' }]);
  expect(rows.map(({ id }) => id)).toEqual(['own:meet.example.org']);
  expect(rowsOf([{ ...jitsi, host: 'zoom.us' }, jitsi, { ...jitsi, path: '/(x' }])).toBe(rows);
});
