import { expect, test } from 'vitest';
import { findJoinLinks } from '#meeting-links';
import { openRooms, roomName, roomsToChoose, shortRoomName } from '#core/agenda/openRooms.ts';

const linksIn = (text: string) => findJoinLinks([{ source: 'description', text }]);
const TWO = linksIn('https://zoom.us/j/97072789944?pwd=AbC https://zoom.us/j/845373595');

test('one room is no question; a stream to watch or a service that ended is no second one', () => {
  expect(roomsToChoose({ joinLinks: TWO.slice(0, 1) })).toEqual([]);
  const others =
    'https://www.youtube.com/live/AbCdEfGhIjK https://bluejeans.com/123456789 https://lu.ma/join/g-abc';
  expect(roomsToChoose({ joinLinks: linksIn(`https://zoom.us/j/97072789944 ${others}`) })).toEqual([]);
  expect(roomsToChoose({ joinLinks: TWO })).toEqual(TWO);
});

test('two rooms are a question until one is chosen', () => {
  expect(openRooms({ joinLinks: TWO, roomChosenAt: null })).toEqual(TWO);
  expect(openRooms({ joinLinks: TWO, roomChosenAt: 1 })).toEqual([]);
});

test('rooms are told apart by service, and by number where that is the same', () => {
  const mixed = linksIn('https://zoom.us/j/97072789944 https://meet.google.com/abc-defg-hij');
  expect(mixed.map((link) => roomName(link, mixed))).toEqual(['Zoom', 'Google Meet']);
  expect(TWO.map((link) => roomName(link, TWO))).toEqual(['Zoom 970 7278 9944', 'Zoom 845 373 595']);
  expect(TWO.map((link) => shortRoomName(link, TWO))).toEqual(['Zoom …9944', 'Zoom …595']);
  const personal = linksIn('https://zoom.us/my/ada https://zoom.us/my/grace');
  expect(personal.map((link) => roomName(link, personal))).toEqual(['Zoom my/ada', 'Zoom my/grace']);
});
