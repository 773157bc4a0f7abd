import { expect, test } from 'vitest';
import { agendaItemsIn } from '#core/notes/agendaDraft.ts';
import { agendaTiming, plannedMinutes, withItemBegun } from '#core/notes/agendaTiming.ts';
import { MINUTE, SECOND } from '#base';

const HOUR_LONG = 60 * MINUTE;
const note =
  '# T\n\n## Agenda\n\n- Freeze (18 min)\n- Survey (10 min)\n- Roadmap (15 min)\n- Questions (10 min)\n';
const timingOf = (body: string, since: number) => agendaTiming(agendaItemsIn(body), since, HOUR_LONG);

test('before the first item all are ahead, and the plan is compared with the whole meeting', () => {
  const { current, next, outlook } = timingOf(note, -5 * MINUTE);
  expect(current).toBe(null);
  expect(next?.text).toBe('Freeze');
  expect(outlook).toEqual({ spareMinutes: 7, unplanned: 0 });
  expect(plannedMinutes(agendaItemsIn(note))).toBe(53);
  expect(plannedMinutes(agendaItemsIn('## Agenda\n- A\n'))).toBe(null);
});

test('an item takes its time until the next one is begun, and the times are in the note', () => {
  const begun = withItemBegun(note, 5, 0);
  const later = withItemBegun(begun, 6, 18 * MINUTE + 3 * SECOND);
  expect(later).toContain('- Freeze (18 min) [[0:00]]\n- Survey (10 min) [[18:03]]\n');
  const { items, current, next, outlook } = timingOf(later, 24 * MINUTE + 15 * SECOND);
  expect(items.map(({ state }) => state)).toEqual(['done', 'on', 'ahead', 'ahead']);
  expect(items[0]?.spent).toBe(18 * MINUTE + 3 * SECOND);
  expect(current?.spent).toBe(6 * MINUTE + 12 * SECOND);
  expect(next?.text).toBe('Roadmap');
  // 35:45 are left, 3:48 of the survey and 25 min of the others are planned.
  expect(outlook?.spareMinutes).toBe(6);
});

test('an item that takes longer than planned eats the time of the rest', () => {
  const body = withItemBegun(note, 5, 0);
  expect(timingOf(body, 40 * MINUTE).outlook?.spareMinutes).toBe(-15);
});

test('going back to an item adds to its time, and the next one is the first that was not on', () => {
  const back = [
    [5, 0],
    [7, 10],
    [5, 20],
  ].reduce((body, [line = 0, at = 0]) => withItemBegun(body, line, at * MINUTE), note);
  const { items, current, next } = timingOf(back, 25 * MINUTE);
  expect(current?.text).toBe('Freeze');
  expect(items[0]?.spent).toBe(15 * MINUTE);
  expect(items[2]).toMatchObject({ state: 'done', spent: 10 * MINUTE });
  expect(next?.text).toBe('Survey');
});

test('an item that is on is not begun again, nothing is begun before the start, and other lines are none', () => {
  const begun = withItemBegun(note, 5, MINUTE);
  expect(withItemBegun(begun, 5, 2 * MINUTE)).toBe(begun);
  expect(withItemBegun(note, 5, -1)).toBe(note);
  expect(withItemBegun(note, 1, 0)).toBe(note);
});

test('items without minutes have times, and are counted in the outlook', () => {
  expect(timingOf('## Agenda\n- A\n- B\n', 0).outlook).toBe(null);
  expect(timingOf('## Agenda\n- A (5 min)\n- B\n', 0).outlook).toEqual({ spareMinutes: 55, unplanned: 1 });
});
