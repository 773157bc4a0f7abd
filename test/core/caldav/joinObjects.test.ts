import { expect, test } from 'vitest';
import { joinObjects } from '#core/caldav/joinObjects.ts';
import { readFeed } from '#core/feeds/readFeed.ts';

const zone = (offset: string, id = 'Office') => [
  'BEGIN:VTIMEZONE',
  `TZID:${id}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  `TZOFFSETFROM:${offset}`,
  `TZOFFSETTO:${offset}`,
  'END:STANDARD',
  'END:VTIMEZONE',
];
const event = (uid: string, ...more: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'DTSTART;TZID=Office:20261203T100000',
  ...more,
  'END:VEVENT',
];
const object = (...lines: readonly (readonly string[])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', ...lines.flat(), 'END:VCALENDAR', ''].join('\r\n');

test('the objects become one calendar with its name, and each zone once', () => {
  const text = joinObjects(
    [object(zone('+0100'), event('a')), object(zone('+0100'), event('b', 'BEGIN:VALARM', 'END:VALARM'))],
    'Work, play; and more',
  );
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  expect(text).not.toContain('METHOD');
  const content = readFeed('ics', new TextEncoder().encode(text), { now: 0 });
  expect(content.name).toBe('Work, play; and more');
  expect(content.series.map(({ uid }) => uid)).toEqual(['a', 'b']);
  expect(content.problems).toEqual([]);
});

test('an object with overrides stays together, line ends of any system are read, and folded lines are kept', () => {
  const text = joinObjects(
    [
      object(event('a', 'SUMMARY:Long', ' er'), event('a', 'RECURRENCE-ID:20261203T100000')).replaceAll(
        '\r\n',
        '\n',
      ),
    ],
    '',
  );
  expect(text).toContain('SUMMARY:Long\r\n er\r\n');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test('tasks, and what is cut off, are left out; the other objects stay', () => {
  const task = object(['BEGIN:VTODO', 'UID:t', 'END:VTODO']);
  const cutOff = object(event('b')).replace(/END:VEVENT[^]*/, '');
  const text = joinObjects([task, cutOff, object(event('c')), '', 'no calendar'], '');
  expect(text.match(/UID:\w/g)).toEqual(['UID:c']);
});
