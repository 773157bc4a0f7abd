import { expect, test } from 'vitest';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { joinStatedNearby } from '#core/agenda/statedNearby.ts';
import type { JoinLink } from '#meeting-links';
import { anOccurrence } from '../../builders/anOccurrence.ts';

type Wish = Parameters<typeof anOccurrence>[0];

const room = (meetingId: string): JoinLink[] => [
  {
    service: 'zoom',
    serviceName: 'Zoom',
    url: `https://zoom.us/j/${meetingId}`,
    nativeUrl: null,
    meetingId,
    passcode: null,
    source: 'location',
  },
];

const AT = { noon: '2026-11-20T12:00:00Z', one: '2026-11-20T13:00:00Z', three: '2026-11-20T15:00:00Z' };

const stated = (title: string, wish: Wish = {}): Occurrence =>
  anOccurrence({
    feedId: 'stated',
    feedName: 'Kites',
    communityName: 'Kites',
    isRecurring: true,
    uid: title,
    title,
    start: AT.noon,
    doubts: [{ kind: 'notedQuestion', words: 'Does it still take place?' }],
    ...wish,
  });
const inCalendar = (title: string, wish: Wish = {}): Occurrence =>
  anOccurrence({
    feedId: 'calendar',
    feedName: 'Calendar',
    isRecurring: true,
    uid: `c ${title}`,
    title,
    start: AT.one,
    ...wish,
  });

const join = (...all: Occurrence[]) => joinStatedNearby(all, new Set(['stated']));

test('the same title an hour later is one meeting, at the time of the calendar, and asks nothing', () => {
  const calendar = inCalendar('Kites board');
  const [one, ...others] = join(stated('Kites Board'), calendar);
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    key: calendar.key,
    originalStart: calendar.originalStart,
    time: calendar.time,
    doubts: [],
  });
  expect(one?.sources.map(({ feedId }) => feedId)).toEqual(['calendar', 'stated']);
});

test.each<[string, Occurrence, Occurrence]>([
  ['filler words', stated('Kites board weekly meeting'), inCalendar('Kites Board Call')],
  [
    'no name of the community, in the same room',
    stated('Kites: Board', { joinLinks: room('1') }),
    inCalendar('Board', { joinLinks: room('1') }),
  ],
  [
    'no words but fillers, in the same room',
    stated('Kites community meeting', { joinLinks: room('1') }),
    inCalendar('Weekly call', { joinLinks: room('1') }),
  ],
  ['two hours earlier', stated('Kites board', { start: AT.three }), inCalendar('Kites board')],
  [
    'another room by now',
    stated('Kites board', { joinLinks: room('1') }),
    inCalendar('Kites board', { joinLinks: room('2') }),
  ],
])('one meeting: %s', (_, one, other) => {
  expect(join(one, other)).toHaveLength(1);
});

test.each<[string, ...Occurrence[]]>([
  [
    'another title in the same room',
    stated('Kites board', { joinLinks: room('1') }),
    inCalendar('Kites triage', { joinLinks: room('1') }),
  ],
  [
    'a title of fillers and one of words in the same room',
    stated('Kites community meeting', { joinLinks: room('1') }),
    inCalendar('Board', { joinLinks: room('1') }),
  ],
  ['a common title without a room', stated('Kites call'), inCalendar('Weekly call')],
  ['a title of one word that only resembles it', stated('Kites call'), inCalendar('Kites sync')],
  [
    'more than two hours',
    stated('Kites board'),
    inCalendar('Kites board', { start: '2026-11-20T14:00:01Z' }),
  ],
  ['another day', stated('Kites board'), inCalendar('Kites board', { start: '2026-11-21T12:00:00Z' })],
  [
    'two of the calendar are alike',
    stated('Kites board'),
    inCalendar('Kites board'),
    inCalendar('Kites board', { uid: 'b', start: '2026-11-20T11:00:00Z' }),
  ],
  [
    'two stated ones are alike',
    stated('Kites board'),
    stated('Kites board', { uid: 'late', start: '2026-11-20T14:00:00Z' }),
    inCalendar('Kites board'),
  ],
  ['a single session', stated('Kites board'), inCalendar('Kites board', { isRecurring: false })],
  [
    'another stated meeting',
    stated('Kites board'),
    stated('Kites board', { feedId: 'stated', uid: 'x', start: AT.one }),
  ],
  ['all-day', stated('Kites board'), inCalendar('Kites board', { allDay: ['2026-11-20', '2026-11-21'] })],
])('different meetings stay apart: %s', (_, ...all) => {
  expect(join(...all)).toEqual(all);
});

test('what is confirmed at its own time already takes part in nothing', () => {
  const both = {
    ...inCalendar('Kites board', { start: AT.noon }),
    sources: [...stated('Kites board').sources, ...inCalendar('Kites board').sources],
  };
  const all = [both, inCalendar('Kites board', { uid: 'late' })];
  expect(join(...all)).toEqual(all);
});
