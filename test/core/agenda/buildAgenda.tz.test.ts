import { expect, test } from 'vitest';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { readFeed } from '#core/feeds/readFeed.ts';

/** The day on which the feeds are read. */
const NOW = Date.UTC(2026, 10, 29);

const aFeed = (changes: Partial<Feed> = {}): Feed => ({
  id: 'work',
  name: 'Work',
  source: { kind: 'web', url: 'https://calendar.example.org/private-token/basic.ics' },
  format: 'ics',
  followed: 'all',
  color: 1,
  ...changes,
});

const calendar = (...events: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...events.map((lines) => `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT`),
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );

const week = { from: Date.parse('2026-11-23T00:00Z'), to: Date.parse('2026-11-30T00:00Z') };

const agendaOf = (bytes: Uint8Array, changes: Partial<Feed> = {}, zone = 'UTC'): Occurrence[] =>
  buildAgenda([{ feed: aFeed(changes), content: readFeed('ics', bytes, { now: NOW }) }], week, zone)
    .occurrences;

const standup = [
  'UID:standup',
  'DTSTART:20261123T090000Z',
  'DTEND:20261123T091500Z',
  'RRULE:FREQ=DAILY',
  'SUMMARY:Stand-up',
  'LOCATION:https://zoom.us/j/97072789944',
  'DESCRIPTION:Passcode: 77777\\nNotes: https://docs.google.com/document/d/1abc/edit',
];

test('an occurrence knows its room, its document and where it came from', () => {
  const [first] = agendaOf(calendar(standup));
  expect(first).toMatchObject({
    key: 'work|standup|2026-11-23T09:00:00.000Z',
    feedId: 'work',
    feedName: 'Work',
    title: 'Stand-up',
    time: { kind: 'timed', start: Date.parse('2026-11-23T09:00Z'), end: Date.parse('2026-11-23T09:15Z') },
    isRecurring: true,
    isWeekUnknown: false,
    rhythm: 'every day',
    joinLinks: [{ service: 'zoom', meetingId: '97072789944', passcode: '77777', source: 'location' }],
    links: { notes: 'https://docs.google.com/document/d/1abc/edit', recordings: null },
  });
});

test('a document where the room should be is the agenda, and no room', () => {
  const [first] = agendaOf(
    calendar([
      'UID:docs',
      'DTSTART:20261124T090000Z',
      'SUMMARY:Docs',
      'LOCATION:https://docs.google.com/document/d/1abc/edit',
    ]),
  );
  expect(first).toMatchObject({
    joinLinks: [],
    links: { agenda: 'https://docs.google.com/document/d/1abc/edit' },
    isRecurring: false,
    rhythm: null,
  });
});

test('only the followed series of a feed are there', () => {
  const lunch = ['UID:lunch', 'DTSTART:20261124T120000Z', 'SUMMARY:Lunch'];
  expect(agendaOf(calendar(standup, lunch), { followed: ['lunch'] }).map(({ title }) => title)).toEqual([
    'Lunch',
  ]);
  expect(agendaOf(calendar(standup, lunch), { followed: [] })).toEqual([]);
});

test('occurrences of all feeds stand in the order of their starts, those at once in the order of their UIDs', () => {
  const at = (uid: string, start: string): string[] => [`UID:${uid}`, `DTSTART${start}`, `SUMMARY:${uid}`];
  const one = readFeed('ics', calendar(at('b', ':20261124T090000Z'), at('day', ';VALUE=DATE:20261124')), {
    now: NOW,
  });
  const other = readFeed('ics', calendar(at('a', ':20261124T090000Z'), at('early', ':20261124T010000Z')), {
    now: NOW,
  });
  const sources = [
    { feed: aFeed({ id: 'one' }), content: one },
    { feed: aFeed({ id: 'other' }), content: other },
  ];
  const order = (zone: string): string[] =>
    buildAgenda(sources, week, zone).occurrences.map(({ uid }) => uid);
  expect(order('UTC')).toEqual(['day', 'early', 'a', 'b']);
  // West of Greenwich the day begins later than the early meeting.
  expect(order('America/Los_Angeles')).toEqual(['early', 'day', 'a', 'b']);
});

test('links are looked for once, however often the window moves', () => {
  const sources = [{ feed: aFeed(), content: readFeed('ics', calendar(standup), { now: NOW }) }];
  const first = buildAgenda(sources, week, 'UTC').occurrences;
  const again = buildAgenda(sources, { from: week.from, to: week.to + 1 }, 'UTC').occurrences;
  expect(again[0]?.joinLinks).toBe(first[0]?.joinLinks);
  expect(first[1]?.joinLinks).toBe(first[0]?.joinLinks);
});
