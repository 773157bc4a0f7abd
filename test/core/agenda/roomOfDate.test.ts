import { expect, test } from 'vitest';
import { datedRooms, roomsOn } from '#core/agenda/roomOfDate.ts';
import { findJoinLinks } from '#meeting-links';

const [FIRST, THIRD] = ['https://zoom.us/j/91000000001', 'https://zoom.us/j/91000000003'];

/** The rooms of a text on a date. */
const roomsIn = (text: string, date: string): string[] => {
  const links = findJoinLinks([{ source: 'description', text }]);
  return roomsOn(date, links, datedRooms(text, links)).map(({ url }) => url);
};

test.each([
  `1st Tuesday: ${FIRST}\n3rd Tuesday: ${THIRD}`,
  `Zoom for the first Tuesday ${FIRST} and for the third Tuesday ${THIRD}`,
  `We meet on the 1st and 3rd Tuesday. First Tuesday ${FIRST}, third Tuesday ${THIRD}`,
])('each date opens the room that its words name: %s', (text) => {
  expect(roomsIn(text, '2026-12-01')).toEqual([FIRST]);
  expect(roomsIn(text, '2026-12-15')).toEqual([THIRD]);
});

test('weekdays tell rooms apart, too', () => {
  const text = `Mondays: ${FIRST}\nThursdays: ${THIRD}`;
  expect(roomsIn(text, '2026-12-03')).toEqual([THIRD]);
});

test.each([
  ['words that do not name all', `1st Tuesday: ${FIRST}\nBackup: ${THIRD}`],
  ['the same words twice', `Tuesdays: ${FIRST}\nTuesdays, if it is full: ${THIRD}`],
  ['no words', `${FIRST} ${THIRD}`],
])('all rooms stay, to be asked about, beside %s', (_, text) => {
  expect(roomsIn(text, '2026-12-01')).toEqual([FIRST, THIRD]);
});

test('all rooms stay on a date that none is for', () => {
  expect(roomsIn(`1st Tuesday: ${FIRST}\n3rd Tuesday: ${THIRD}`, '2026-12-22')).toEqual([FIRST, THIRD]);
});
