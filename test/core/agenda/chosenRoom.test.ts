import { expect, test } from 'vitest';
import { putChosenRoomsFirst } from '#core/agenda/chosenRoom.ts';
import { findJoinLinks } from '#meeting-links';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const joinLinks = findJoinLinks([
  {
    source: 'description',
    text: 'https://zoom.us/j/97072789944?pwd=AbC https://meet.google.com/abc-defg-hij',
  },
]);
const choice = { feedId: 'feed', uid: 'weekly', room: 'meet#abc-defg-hij', at: 5 };

test('the chosen room comes first on every date of the series, and on no other', () => {
  const dates = ['2026-11-20', '2026-11-27'].map((day) =>
    anOccurrence({ uid: 'weekly', start: `${day}T12:00:00Z`, joinLinks }),
  );
  const chosen = putChosenRoomsFirst([...dates, anOccurrence({ uid: 'other', joinLinks })], [choice]);
  expect(chosen.map(({ joinLinks: [first], roomChosenAt }) => [first?.service, roomChosenAt])).toEqual([
    ['meet', 5],
    ['meet', 5],
    ['zoom', null],
  ]);
});

test('a room that is no longer there is not chosen', () => {
  const [one] = putChosenRoomsFirst(
    [anOccurrence({ uid: 'weekly', joinLinks: joinLinks.slice(0, 1) })],
    [choice],
  );
  expect(one).toMatchObject({ roomChosenAt: null, joinLinks: [{ service: 'zoom' }] });
});

test('the choice holds under the name that the meeting has in any of its feeds', () => {
  const merged = anOccurrence({
    feedId: 'a',
    uid: 'copy',
    joinLinks,
    sources: [
      { key: 'a|copy|2026-11-20T12:00:00.000Z', feedId: 'a', feedName: 'A' },
      { key: 'feed|weekly|2026-11-20T12:00:00.000Z', feedId: 'feed', feedName: 'Feed' },
    ],
  });
  expect(putChosenRoomsFirst([merged], [choice])[0]?.joinLinks[0]?.service).toBe('meet');
});
