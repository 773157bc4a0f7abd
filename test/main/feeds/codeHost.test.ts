import { expect, test } from 'vitest';
import { calendarOfPage } from '#main/feeds/calendarOfPage.ts';
import { recogniseAddress } from '#main/feeds/recogniseAddress.ts';

const raw = 'https://raw.githubusercontent.com/kites/community';

test.each([
  ['https://github.com/kites/community/blob/main/wind/README.md', `${raw}/main/wind/README.md`],
  ['github.com/kites/community/blob/main/sigs.yaml?plain=1#L7-L9', `${raw}/main/sigs.yaml`],
  ['https://www.github.com/kites/community/blame/v1/a%20b.md', `${raw}/v1/a%20b.md`],
  ['https://github.com/kites/community/raw/refs/heads/main/sigs.yaml', `${raw}/refs/heads/main/sigs.yaml`],
  ['https://github.com/kites/community', `${raw}/HEAD/README.md`],
  ['https://github.com/kites/community.git', `${raw}/HEAD/README.md`],
  ['https://github.com/kites/community/tree/main/wind', `${raw}/main/wind/README.md`],
  [
    'https://gitlab.com/kites/team/-/blob/main/README.md',
    'https://gitlab.com/kites/team/-/raw/main/README.md',
  ],
  ['https://gitlab.example.org/a/b/c/-/blob/main/x.ics', 'https://gitlab.example.org/a/b/c/-/raw/main/x.ics'],
  [
    'https://codeberg.org/kites/team/src/branch/main/README.md',
    'https://codeberg.org/kites/team/raw/branch/main/README.md',
  ],
])('%s is the page of a file and becomes the address of the file', (pasted, address) => {
  expect(recogniseAddress(pasted, 'linux')).toEqual({ ok: true, value: { kind: 'web', url: address } });
});

test.each([
  ['https://github.com/kites/community/issues/7'],
  ['https://github.com/kites'],
  ['https://github.com/kites/community/blob/main'],
  [`${raw}/main/README.md`],
  ['https://gitlab.com/kites/team'],
  ['https://codeberg.org/kites/team/issues'],
  ['https://example.org/kites/community/blob/main/README.md'],
])('%s is not changed', (pasted) => {
  expect(recogniseAddress(pasted, 'linux')).toEqual({ ok: true, value: { kind: 'web', url: pasted } });
});

test('of the calendars that a page links to, the first with iCalendar data is offered', () => {
  const embed = 'https://calendar.google.com/calendar/embed?src=kites%40group.calendar.google.com';
  const publicly =
    'https://calendar.google.com/calendar/ical/kites%40group.calendar.google.com/public/basic.ics';
  expect(calendarOfPage(['https://example.org/calendar', 'calendar.md', embed], 'linux')).toBe(publicly);
  expect(calendarOfPage(['webcal://example.org/kites.ics'], 'linux')).toBe('https://example.org/kites.ics');
  expect(calendarOfPage(['https://calendar.fedoraproject.org/CoreOS/'], 'linux')).toBe(
    'https://calendar.fedoraproject.org/ical/CoreOS/',
  );
  expect(calendarOfPage(['https://www.w3.org/groups/cg/webassembly/calendar'], 'linux')).toBe(
    'https://www.w3.org/groups/cg/webassembly/calendar/export/',
  );
  expect(calendarOfPage(['https://example.org/calendar', '/etc/secret.ics'], 'linux')).toBeNull();
});
