import { expect, test } from 'vitest';
import { findJoinLinks } from '../findJoinLinks.ts';
import type { JoinLink } from '../joinLink.ts';

const found = (text: string, source: JoinLink['source'] = 'description'): string[] =>
  findJoinLinks([{ source, text }]).map(({ serviceName, url }) => `${serviceName} ${url}`);

const JITSI = 'Jitsi Meet https://talk.example.org/harbour';

test.each([
  ['Jitsi: https://talk.example.org/harbour'],
  ['Join us on Jitsi at https://talk.example.org/harbour'],
  ['Video call (Jitsi): https://talk.example.org/harbour\nNotes: https://pad.example.org/p/harbour'],
  ['[Jitsi room](https://talk.example.org/harbour)'],
  ['Call: https://talk.example.org/harbour (Jitsi)'],
  ['https://talk.example.org/harbour via Jitsi'],
])('words beside an address identify a Jitsi room: %s', (text) => {
  expect(found(text)).toEqual([JITSI]);
});

test('a host named after the software runs it', () => {
  expect(found('https://jitsi.example.org/harbour')).toEqual([
    'Jitsi Meet https://jitsi.example.org/harbour',
  ]);
  expect(found('https://bbb.example.org/b/crew')).toEqual(['BigBlueButton https://bbb.example.org/b/crew']);
});

test('BigBlueButton and Nextcloud Talk are recognised by the words beside them', () => {
  expect(found('BigBlueButton: https://hall.example.org/rooms/crew/join')).toEqual([
    'BigBlueButton https://hall.example.org/rooms/crew/join',
  ]);
  expect(found('Nextcloud Talk: https://files.example.org/call/ab12cd')).toEqual([
    'Nextcloud Talk https://files.example.org/call/ab12cd',
  ]);
});

test('an address on a meeting host is a room in the location, but not in running text', () => {
  const place = 'https://meet.example.org/harbour';
  expect(found(place, 'location')).toEqual([`meet.example.org ${place}`]);
  expect(found(`Online: ${place}`, 'location')).toEqual([`meet.example.org ${place}`]);
  expect(found(`Read ${place}`)).toEqual([]);
  for (const other of [
    'https://conf.example.org/2026',
    'https://talk.example.org/t/12',
    'https://video.example.org/w/aB1',
  ])
    expect(found(other, 'location')).toEqual([]);
});

test.each([
  ['We use Jitsi, see https://jitsi.org/docs'],
  ['Jitsi manual: https://example.org/manual'],
  ['Jitsi: https://wiki.example.org/Jitsi'],
  ['Jitsi: https://example.org/jitsi.html'],
  ['How to join Jitsi. More about us: https://example.org/about'],
  ['Jitsi https://github.com/jitsi/jitsi-meet'],
  ['Nextcloud: https://example.org/files'],
])('an address that is not a room is ignored: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('a company’s own Skype for Business is recognised by its host and path together', () => {
  const room = 'https://meet.example.org/acme.example/meet/AB12CD34';
  expect(found(`Join: ${room}`)).toEqual([`Skype for Business ${room}`]);
  expect(found('https://www.example.org/acme/meet/AB12CD34')).toEqual([]);
  expect(found('https://meet.example.org/acme/meet/the-team')).toEqual([]);
});
