import { expect, test } from 'vitest';
import { anOccurrence, at } from '#test/builders/anOccurrence.ts';
import { likeliestFirst } from '#renderer/notes/manage/likeliestFirst.ts';

test('the meetings of a weekly series are offered from now backwards, and those to come after them', () => {
  const starts = ['2027-11-16', '2026-11-17', '2026-12-01', '2026-11-24', '2026-11-10', '2026-12-08'];
  const meetings = starts.map((day) => anOccurrence({ start: `${day}T16:00:00Z` }));
  const found = likeliestFirst(meetings, at('2026-11-24T10:00:00Z'), 'UTC');
  expect(found.map(({ originalStart }) => originalStart.slice(0, 10))).toEqual([
    '2026-11-24',
    '2026-11-17',
    '2026-11-10',
    '2026-12-01',
    '2026-12-08',
    '2027-11-16',
  ]);
});

test('of the meetings around now the nearest one is offered first, whether it was or comes', () => {
  const starts = [
    '2026-11-25T09:00:00Z',
    '2026-11-24T09:00:00Z',
    '2026-11-24T10:30:00Z',
    '2026-11-24T18:00:00Z',
  ];
  const found = likeliestFirst(
    starts.map((start) => anOccurrence({ start })),
    at('2026-11-24T10:00:00Z'),
    'UTC',
  );
  expect(found.map(({ originalStart }) => originalStart.slice(8, 13))).toEqual([
    '24T10',
    '24T09',
    '24T18',
    '25T09',
  ]);
});
