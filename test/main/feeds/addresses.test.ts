import { expect, test } from 'vitest';
import { maskUrl, mayHoldToken } from '#main/feeds/maskUrl.ts';
import { writtenAddress } from '#core/feeds/sourceAddress.ts';
import { recogniseAddress, warningsOf } from '#main/feeds/recogniseAddress.ts';

/** The URL or path that was recognised, or the problem. */
const recognised = (pasted: string, platform: string) => {
  const address = recogniseAddress(pasted, platform);
  return address.ok ? { ok: true, value: writtenAddress(address.value) } : address;
};

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
  expect(recognised(pasted, 'linux')).toEqual({ ok: true, value: address });
});

const id = 'cncf.io_k3mp5@group.calendar.google.com';
const publicly = `https://calendar.google.com/calendar/ical/${encodeURIComponent(id)}/public/basic.ics`;
const hidden = Buffer.from(id).toString('base64').replace(/=+$/, '');
const embed = 'https://calendar.google.com/calendar/embed';

test.each([
  [id],
  [`<${id}>`],
  [`${embed}?src=${encodeURIComponent(id)}&ctz=America%2FLos_Angeles`],
  [`https://calendar.google.com/calendar/u/0/embed?src=${id}`],
  [`https://calendar.google.com/calendar/b/1/htmlembed?src=${id}`],
  [`https://www.google.com/calendar/embed?height=600&src=${id}`],
  [`calendar.google.com/calendar/embed?src=${id}`],
  [`${embed}?src=${hidden}&src=${Buffer.from('b@example.org').toString('base64')}`],
  [`https://calendar.google.com/calendar/u/0?cid=${hidden}`],
  [`https://calendar.google.com/calendar/u/1/r?cid=${id}`],
  [`https://calendar.google.com/calendar/render?cid=${encodeURIComponent(id)}`],
  [`<iframe src="${embed}?ctz=UTC&amp;src=${id}" style="border: 0" width="800"></iframe>`],
])('%s becomes the public address of the Google calendar', (pasted) => {
  expect(recognised(pasted, 'linux')).toEqual({ ok: true, value: publicly });
});

test('other addresses are not changed, including those of Google', () => {
  const secret = 'https://calendar.google.com/calendar/ical/x%40gmail.com/private-0f9e/basic.ics';
  expect(recognised(secret, 'linux')).toEqual({ ok: true, value: secret });
  expect(recognised('https://example.org/calendar/embed?src=a@b.org', 'linux')).toEqual({
    ok: true,
    value: 'https://example.org/calendar/embed?src=a@b.org',
  });
});

test('a Google link that contains the address of another calendar gives that address', () => {
  const wrapped = encodeURIComponent('webcal://example.org/team.ics');
  expect(recognised(`https://calendar.google.com/calendar/r?cid=${wrapped}`, 'linux')).toEqual({
    ok: true,
    value: 'https://example.org/team.ics',
  });
});

test('a Google link without a calendar has its own problem', () => {
  expect(recognised(`${embed}?src=%20`, 'linux')).toMatchObject({
    problem: { code: 'feed/noCalendarInLink' },
  });
});

test('the page of an Outlook calendar becomes the address of its .ics file', () => {
  expect(recognised('https://outlook.office365.com/owa/calendar/a@b.org/c/calendar.html', 'linux')).toEqual({
    ok: true,
    value: 'https://outlook.office365.com/owa/calendar/a@b.org/c/calendar.ics',
  });
});

test.each([
  ['https://calendar.fedoraproject.org/CoreOS/', 'CoreOS'],
  ['calendar.fedoraproject.org/CoreOS', 'CoreOS'],
  ['https://calendar.fedoraproject.org/CoreOS/2026/12/1/', 'CoreOS'],
  ['https://calendar.fedoraproject.org/list/CoreOS/2026/?subject=x', 'CoreOS'],
  ['https://calendar.fedoraproject.org/ical/CoreOS/', 'CoreOS'],
])('%s becomes the data of that calendar of Fedocal', (pasted, name) => {
  expect(recognised(pasted, 'linux')).toEqual({
    ok: true,
    value: `https://calendar.fedoraproject.org/ical/${name}/`,
  });
});

test.each([
  'https://www.w3.org/groups/cg/webassembly/calendar',
  'http://w3.org/groups/cg/webassembly/calendar/#today',
  'https://www.w3.org/groups/cg/webassembly/calendar/export/',
])('%s becomes the data of the calendar of a group of W3C', (pasted) => {
  expect(recognised(pasted, 'linux')).toEqual({
    ok: true,
    value: 'https://www.w3.org/groups/cg/webassembly/calendar/export/',
  });
});

test.each([
  'https://calendar.fedoraproject.org/',
  'https://calendar.fedoraproject.org/meeting/123/',
  'https://calendar.fedoraproject.org/location/x/',
  'https://calendar.fedoraproject.org/ical/calendar/meeting/123/',
  'https://www.w3.org/groups/cg/webassembly/',
  'https://www.w3.org/users/1/calendar/export/?secret=x',
  'https://example.org/groups/cg/webassembly/calendar',
])('%s is no page of one calendar', (pasted) => {
  expect(recognised(pasted, 'linux')).toEqual({ ok: true, value: pasted });
});

test('public forms of addresses hold no token, however long they are; all others may', () => {
  for (const address of [
    'https://example.org/team.ics',
    publicly,
    'https://raw.githubusercontent.com/rust-lang/calendar/HEAD/compiler.toml',
    'https://calendar.fedoraproject.org/ical/CoreOS/',
    'https://www.w3.org/groups/cg/webassembly/calendar/export/',
  ])
    expect([address, mayHoldToken(address)]).toEqual([address, false]);
  for (const address of [
    publicly.replace('/public/', '/private-0f9e8d/'),
    `${publicly}?token=x`,
    'https://raw.githubusercontent.com/kites/private/HEAD/team.ics?token=x',
    'https://www.w3.org/users/1/calendar/export/?secret=x',
    'https://webcal.prod.itx.linuxfoundation.org/lfx/a0000000000000KITE',
    'https://calendar.fedoraproject.org.example.org/ical/CoreOS/',
  ])
    expect([address, mayHoldToken(address)]).toEqual([address, true]);
});

test('an unencrypted address, and a link with several calendars, give a warning', () => {
  const codes = (pasted: string): string[] => {
    const address = recogniseAddress(pasted, 'linux');
    return address.ok ? warningsOf(pasted, address.value).map(({ code }) => code) : ['refused'];
  };
  expect(codes('http://example.org/a.ics')).toEqual(['feed/unprotected']);
  expect(codes('http://127.0.0.1:8000/a.ics')).toEqual([]);
  expect(codes('http://127.0.0.1.example.org/a.ics')).toEqual(['feed/unprotected']);
  expect(codes('https://example.org/a.ics')).toEqual([]);
  expect(codes(`${embed}?src=${id}&src=b@example.org`)).toEqual(['feed/severalCalendars']);
  expect(codes('/home/me/a.ics')).toEqual([]);
});

test('on Windows, Windows paths are recognised', () => {
  expect(recognised('C:\\Users\\me\\a.ics', 'win32')).toEqual({
    ok: true,
    value: 'C:\\Users\\me\\a.ics',
  });
  expect(recognised('file:///C:/Users/me/a.ics', 'win32')).toEqual({
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
])('%j is not an address', (pasted) => {
  for (const platform of ['linux', 'win32'])
    expect(recognised(pasted, platform)).toMatchObject({
      ok: false,
      problem: { code: 'feed/unknownAddress' },
    });
});

test('a masked URL shows only its host and a harmless file name', () => {
  expect(maskUrl('https://example.org/team.ics')).toBe('https://example.org/team.ics');
  expect(maskUrl('https://example.org/team.ics?token=abc')).toBe('https://example.org/team.ics?…');
  expect(maskUrl('https://calendar.example.com/ical/me%40x.org/private-0f9e8d/basic.ics')).toBe(
    'https://calendar.example.com/…/basic.ics',
  );
  expect(maskUrl('https://example.org/0f9e8d7c6b5a49382716f0e9d8c7b6a5.ics')).toBe('https://example.org/…');
  expect(maskUrl('https://name:secret@example.org/')).toBe('https://example.org');
});
