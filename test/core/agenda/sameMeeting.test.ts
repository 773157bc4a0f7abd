import { expect, test } from 'vitest';
import { settleVersions, titleKey } from '#core/agenda/sameMeeting.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { findJoinLinks } from '#meeting-links';
import { anOccurrence, type OccurrenceWish } from '../../builders/anOccurrence.ts';

const page = (wish: OccurrenceWish = {}): Occurrence =>
  anOccurrence({
    feedId: 'page',
    feedName: 'Page',
    title: 'SIG Node: Regular SIG Meeting',
    uid: 'sig-node/regular',
    community: 'sig-node',
    ...wish,
  });
const calendar = (wish: OccurrenceWish = {}): Occurrence =>
  anOccurrence({
    feedId: 'calendar',
    feedName: 'Calendar',
    title: 'Kubernetes SIG Node weekly meeting',
    uid: '5aq3@google.com',
    start: '2026-11-20T13:00:00Z',
    ...wish,
  });

const othersOf = (occurrences: readonly Occurrence[]): (string | undefined)[][] =>
  settleVersions(occurrences, []).map(
    ({ versions }) => versions?.others.map(({ feedName }) => feedName) ?? [],
  );

test('titles are compared by what they say', () => {
  expect(titleKey('Kubernetes SIG Node weekly meeting')).toBe('node sig');
  expect(titleKey('SIG Node: Regular SIG Meeting')).toBe('node sig');
  expect(titleKey('Special Interest Group Node')).toBe('node sig');
  expect(titleKey('SIG Node (APAC)')).not.toBe(titleKey('SIG Node'));
  expect(titleKey('Weekly Meeting')).toBe('');
});

test('a page and a calendar that have one meeting at other times show each other', () => {
  expect(othersOf([page(), calendar()])).toEqual([['Calendar'], ['Page']]);
  const [first] = settleVersions([page(), calendar()], []);
  expect(first?.versions).toMatchObject({
    chosenAt: null,
    others: [{ feedId: 'calendar', uid: '5aq3@google.com', feedName: 'Calendar', room: null }],
  });
});

test('one UID in two calendars is one meeting, whatever its title', () => {
  const copy = calendar({ feedId: 'copy', feedName: 'Copy', title: 'Moved!', start: '2026-11-20T15:00:00Z' });
  expect(othersOf([calendar(), copy])).toEqual([['Copy'], ['Calendar']]);
});

test('at one time in two rooms they disagree too', () => {
  const inRoom = (id: number) => findJoinLinks([{ source: 'url', text: `https://zoom.us/j/${id}` }]);
  const start = '2026-11-20T13:00:00Z';
  const [one, other] = [
    page({ start, joinLinks: inRoom(97072789944) }),
    calendar({ start, joinLinks: inRoom(845373595) }),
  ];
  expect(othersOf([one, other])).toEqual([['Calendar'], ['Page']]);
  expect(othersOf([one, { ...other, joinLinks: one.joinLinks }])).toEqual([[], []]);
  expect(othersOf([one, { ...other, joinLinks: [] }])).toEqual([[], []]);
});

const different: readonly (readonly [why: string, one: Occurrence, other: Occurrence])[] = [
  ['on another day', page(), calendar({ start: '2026-11-21T13:00:00Z' })],
  ['of one feed', page(), calendar({ feedId: 'page' })],
  ['of other communities', page(), calendar({ community: 'sig-apps' })],
  ['for another part of the world', page(), calendar({ title: 'SIG Node APAC' })],
  [
    'with a title that many have',
    page({ title: 'Office hours', community: null }),
    calendar({ title: 'Office hours' }),
  ],
  [
    'of two pages that are their own community',
    page({ title: 'Developer meetings', community: 'developer-meetings' }),
    calendar({ title: 'Developer meeting', community: 'developer-meetings', uid: 'page2' }),
  ],
  ['that was called off', page(), calendar({ status: 'cancelled' })],
  ['of an unknown week', page({ isWeekUnknown: true }), calendar()],
];

test.each(different)('a meeting %s is another one', (_why, one, other) => {
  expect(othersOf([one, other])).toEqual([[], []]);
});

test('a feed knows its own meetings apart, whatever else is on that day', () => {
  const unrelated = anOccurrence({ feedId: 'third', title: 'Lunch' });
  expect(othersOf([page(), calendar({ feedId: 'page' }), unrelated])).toEqual([[], [], []]);
});

test('a group that meets twice that day disagrees with nobody', () => {
  const second = calendar({ uid: 'other@google.com', start: '2026-11-20T18:00:00Z' });
  expect(othersOf([page(), calendar(), second])).toEqual([[], [], []]);
});

test('once the user believes one source, the other’s dates are left out, and it is told', () => {
  const choice = {
    use: { feedId: 'calendar', uid: '5aq3@google.com' },
    over: { feedId: 'page', uid: 'sig-node/regular' },
    at: 7,
  };
  const settled = settleVersions([page(), calendar()], [choice]);
  expect(settled).toMatchObject([
    { feedId: 'calendar', versions: { chosenAt: 7, others: [{ feedName: 'Page' }] } },
  ]);
  // A week in which the believed source has nothing keeps what the other has.
  expect(settleVersions([page()], [choice])).toMatchObject([{ feedId: 'page', versions: null }]);
});
