import { expect, test } from 'vitest';
import { asksToSignIn, warnAboutRooms } from '#core/agenda/roomWarnings.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { findJoinLinks, roomKey } from '#meeting-links';
import { anOccurrence, at, type OccurrenceWish } from '../../builders/anOccurrence.ts';

const ZOOM = 'https://zoom.us/j/97072789944?pwd=AbC';
const OTHER = 'https://zoom.us/j/845373595';

const inRoom = (text: string, wish: OccurrenceWish): Occurrence =>
  anOccurrence({ joinLinks: findJoinLinks([{ source: 'location', text }]), ...wish });

const flagsOf = (occurrences: readonly Occurrence[], lastRooms: Parameters<typeof warnAboutRooms>[1] = []) =>
  warnAboutRooms(occurrences, lastRooms).map(({ roomFlags }) => roomFlags.map(({ kind }) => kind));

test('two groups in one room at overlapping times are told to both, by the other’s name', () => {
  const node = inRoom(ZOOM, { title: 'SIG Node' });
  const apps = inRoom('https://us02web.zoom.us/j/97072789944', {
    title: 'SIG Apps',
    start: '2026-11-20T12:30:00Z',
  });
  const [first, second] = warnAboutRooms([node, apps], []);
  expect(first?.roomFlags).toEqual([{ kind: 'shared', text: '“SIG Apps” is in the same room at that time' }]);
  expect(second?.roomFlags).toMatchObject([{ kind: 'shared', text: expect.stringContaining('SIG Node') }]);
});

test('one room after the other, other rooms, cancelled meetings, unknown weeks, copies and streams are no clash', () => {
  const node = inRoom(ZOOM, { title: 'SIG Node' });
  const harmless = [
    inRoom(ZOOM, { title: 'SIG Apps', start: '2026-11-20T13:00:00Z' }),
    inRoom(OTHER, { title: 'SIG Apps' }),
    inRoom(ZOOM, { title: 'SIG Apps', status: 'cancelled' }),
    inRoom(ZOOM, { title: 'SIG Apps', isWeekUnknown: true }),
    inRoom(ZOOM, { title: 'sig node ', uid: 'copy' }),
  ];
  for (const one of harmless) expect(flagsOf([node, one])).toEqual([[], []]);
  const stream = 'https://www.youtube.com/live/AbCdEfGhIjK';
  expect(flagsOf([inRoom(stream, { title: 'A' }), inRoom(stream, { title: 'B' })])).toEqual([[], []]);
});

test('a link that differs from the last time is told once, the week it changes', () => {
  const weeks = ['2026-11-06', '2026-11-13', '2026-11-20', '2026-11-27'].map((day, index) =>
    inRoom(index < 2 ? ZOOM : OTHER, { uid: 'weekly', start: `${day}T12:00:00Z` }),
  );
  expect(flagsOf(weeks)).toEqual([[], [], ['changed'], []]);
});

test('a text that names both rooms, each for some of its dates, tells no change', () => {
  const description = { format: 'text' as const, content: `1st Friday: ${ZOOM}, 3rd Friday: ${OTHER}` };
  const weeks = [
    inRoom(ZOOM, { uid: 'weekly', start: '2026-11-06T12:00:00Z', description }),
    inRoom(OTHER, { uid: 'weekly', start: '2026-11-20T12:00:00Z', description }),
  ];
  expect(flagsOf(weeks)).toEqual([[], []]);
});

test('another form of the same room, another passcode or another series is no change', () => {
  const form = inRoom('https://us02web.zoom.us/wc/join/97072789944', {
    uid: 'a',
    start: '2026-11-27T12:00:00Z',
  });
  expect(flagsOf([inRoom(ZOOM, { uid: 'a' }), form])).toEqual([[], []]);
  const series = inRoom(OTHER, { uid: 'b', start: '2026-11-27T12:00:00Z' });
  expect(flagsOf([inRoom(ZOOM, { uid: 'a' }), series])).toEqual([[], []]);
});

test('the last time may lie before the agenda; a later one or the user’s own choice says nothing', () => {
  const next = inRoom(OTHER, { uid: 'weekly' });
  const room = roomKey(inRoom(ZOOM, {}).joinLinks[0]!);
  const last = { feedId: 'feed', uid: 'weekly', room, start: at('2026-11-13T12:00:00Z') };
  expect(flagsOf([next], [last])).toEqual([['changed']]);
  expect(flagsOf([next], [{ ...last, start: at('2026-11-20T12:00:00Z') }])).toEqual([[]]);
  expect(flagsOf([{ ...next, roomChosenAt: 1 }], [last])).toEqual([[]]);
});

test('a hundred meetings in one room make short lists', () => {
  const all = Array.from({ length: 100 }, (_, number) => inRoom(ZOOM, { title: `Meeting ${number}` }));
  for (const flags of flagsOf(all)) expect(flags.length).toBeLessThanOrEqual(6);
});

test.each([
  'You must be signed in to Zoom to join.',
  'Attendees need to be logged in to their Zoom account',
  'Please log in to Zoom before joining',
  'Note: Zoom requires you to sign in.',
  'Zoom sign-in required',
  'Only authenticated users can join',
  'This meeting requires a Zoom account.',
  '<p>You <b>must</b> be&nbsp;signed in to <a href="https://zoom.us">Zoom</a>.</p>',
])('“%s” asks to sign in', (text) => {
  expect(asksToSignIn(text)).toBe(true);
});

test.each([
  'You do not need to be signed in to Zoom.',
  'You can join without signing in to Zoom',
  'No Zoom account required',
  'Please sign in on the attendance sheet. Zoom: https://zoom.us/j/97072789944',
  'Please sign the CLA before the Zoom call',
  'Sign up for the mailing list',
  '',
])('“%s” asks for nothing', (text) => {
  expect(asksToSignIn(text)).toBe(false);
});
