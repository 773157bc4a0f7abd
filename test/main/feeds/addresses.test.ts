import { expect, test } from 'vitest';
import { maskAddress } from '../../../src/main/feeds/maskAddress.ts';
import { recogniseAddress } from '../../../src/main/feeds/recogniseAddress.ts';

test.each([
  ['https://example.org/team.ics', 'https://example.org/team.ics'],
  ['  <https://example.org/team.ics>  ', 'https://example.org/team.ics'],
  ['webcal://example.org/team.ics', 'https://example.org/team.ics'],
  ['WEBCALS://example.org/team.ics?t=Ab#x', 'https://example.org/team.ics?t=Ab'],
  ['http://127.0.0.1:4000/a.ics', 'http://127.0.0.1:4000/a.ics'],
  ['example.org/team.ics', 'https://example.org/team.ics'],
  ['/home/me/a calendar.ics', '/home/me/a calendar.ics'],
  ['"/home/me/a.ics"', '/home/me/a.ics'],
  ['file:///home/me/a%20calendar.ics', '/home/me/a calendar.ics'],
])('%s is recognised', (pasted, address) => {
  expect(recogniseAddress(pasted, 'linux')).toEqual({ ok: true, value: address });
});

test('on Windows, paths look like paths of Windows', () => {
  expect(recogniseAddress('C:\\Users\\me\\a.ics', 'win32')).toEqual({
    ok: true,
    value: 'C:\\Users\\me\\a.ics',
  });
  expect(recogniseAddress('file:///C:/Users/me/a.ics', 'win32')).toEqual({
    ok: true,
    value: 'C:\\Users\\me\\a.ics',
  });
});

test.each([
  '',
  'office hours',
  'ftp://example.org/a.ics',
  'javascript:alert(1)',
  'file://host/a.ics',
  '\\\\host\\a.ics',
  '//host/a.ics',
  'https://',
  'a\u0000b',
])('%j is refused in plain words', (pasted) => {
  for (const platform of ['linux', 'win32'])
    expect(recogniseAddress(pasted, platform)).toMatchObject({
      ok: false,
      problem: { code: 'feed/unknownAddress' },
    });
});

const masked = (address: string): string => maskAddress({ kind: 'ics', address });

test('of an address only the host and a harmless name are shown', () => {
  expect(masked('https://example.org/team.ics')).toBe('https://example.org/team.ics');
  expect(masked('https://example.org/team.ics?token=abc')).toBe('https://example.org/team.ics?…');
  expect(masked('https://calendar.example.com/ical/me%40x.org/private-0f9e8d/basic.ics')).toBe(
    'https://calendar.example.com/…/basic.ics',
  );
  expect(masked('https://example.org/0f9e8d7c6b5a49382716f0e9d8c7b6a5.ics')).toBe('https://example.org/…');
  expect(masked('https://name:secret@example.org/')).toBe('https://example.org');
  expect(masked('/home/me/a.ics')).toBe('/home/me/a.ics');
  expect(maskAddress({ kind: 'catalogue', address: 'kubernetes' })).toBe('built in');
});
