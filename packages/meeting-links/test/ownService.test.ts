import { expect, test } from 'vitest';
import { findJoinLinks } from '../findJoinLinks.ts';
import { checkOwnService, rowsOf, type OwnService } from '../ownService.ts';

const jitsi: OwnService = { name: 'Our Jitsi', host: 'meet.example.org', path: '/{room}', app: 'jitsi-meet' };

const linksWith = (own: readonly OwnService[], text: string) =>
  findJoinLinks([{ source: 'description', text }], rowsOf(own));

test('a service of the user’s own is recognised in text, with its room and its app', () => {
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

test('its path form says what is a room and what is not', () => {
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

test('hosts that only resemble it are refused', () => {
  const text =
    'https://meet.example.org.evil.io/Hall https://evilmeet.example.org.io/Hall https://meet.example.org:8443/Hall';
  expect(linksWith([jitsi], text)).toEqual([]);
});

test('what was written is tidied', () => {
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
  ['a word for a host', { host: 'localhost' }, /not the name of a host/],
  ['a host with a port', { host: 'meet.example.org:8443' }, /not the name of a host/],
  ['a user in the host', { host: 'a@meet.example.org' }, /not the name of a host/],
  ['a number', { host: '192.168.0.1' }, /plain name/],
  ['punycode', { host: 'xn--mt-eia.example.org' }, /plain name/],
  ['other letters', { host: 'mеet.example.org' }, /not the name of a host/],
  ['half a country', { host: 'co.uk' }, /belongs to many/],
  ['everybody’s pages', { host: 'github.io' }, /belongs to many/],
  ['a known service', { host: 'us02web.zoom.us' }, /Zoom is known already/],
  ['a path without a room', { path: '/meet' }, /where the room stands/],
  ['a path with two rooms', { path: '/{room}/{room}' }, /where the room stands/],
  ['a regular expression', { path: '/(a+)+{room}' }, /not the form of a path/],
  ['a query', { path: '/{room}?x=1' }, /not the form of a path/],
];

test.each(refused)('%s is refused, with what to write instead', (_name, change, title) => {
  const checked = checkOwnService({ ...jitsi, ...change }, []);
  if (checked.ok) throw new Error('It should be refused');
  expect(checked.problem.title).toMatch(title);
  expect(checked.problem.detail).not.toBe('');
});

test('a service that is there already is refused', () => {
  expect(checkOwnService(jitsi, [jitsi])).toMatchObject({ ok: false });
});

test('rows of a hand-edited file that do not hold are left out, the others stay', () => {
  const rows = rowsOf([{ ...jitsi, host: 'zoom.us' }, jitsi, { ...jitsi, path: '/(x' }]);
  expect(rows.map(({ id }) => id)).toEqual(['own:meet.example.org']);
  expect(rowsOf([{ ...jitsi, host: 'zoom.us' }, jitsi, { ...jitsi, path: '/(x' }])).toBe(rows);
});
