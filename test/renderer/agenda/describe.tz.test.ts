import { expect, test } from 'vitest';
import { marksOf, progress, rowTone, spokenState, stateWords } from '#renderer/agenda/describe.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const noon = anOccurrence({ title: 'SIG Node', start: '2026-11-20T12:00:00Z', minutes: 60 });
const words = (time: string, occurrence = noon): string => stateWords(occurrence, at(time), 'UTC');

test('a meeting of today is upcoming, now, or ended', () => {
  expect(words('2026-11-20T09:30:00Z')).toBe('in 2 h 30 min');
  expect(words('2026-11-20T11:48:10Z')).toBe('in 12 min');
  expect(words('2026-11-20T12:00:00Z')).toBe('ends in 1 h');
  expect(words('2026-11-20T12:51:10Z')).toBe('ends in 9 min');
  expect(words('2026-11-20T13:00:00Z')).toBe('ended');
});

test('rows of other days, all-day meetings and cancelled meetings have no state', () => {
  expect(words('2026-11-19T12:00:00Z')).toBe('');
  expect(words('2026-11-20T11:00:00Z', { ...noon, status: 'cancelled' })).toBe('');
  expect(words('2026-11-20T11:00:00Z', anOccurrence({ allDay: ['2026-11-20', '2026-11-21'] }))).toBe('');
});

test('a row is strong from 15 minutes before the start until the end', () => {
  const tone = (time: string): string => rowTone(noon, at(`2026-11-20T${time}:00Z`), 'UTC');
  expect([tone('11:44'), tone('11:45'), tone('12:30'), tone('13:00')]).toEqual([
    'later',
    'soon',
    'now',
    'over',
  ]);
});

test('the line fills during the last hour, and again during the meeting', () => {
  const done = (time: string): number => progress(noon, at(`2026-11-20T${time}:00Z`), 'UTC');
  expect([done('08:00'), done('11:30'), done('12:00'), done('12:45')]).toEqual([0, 0.5, 0, 0.75]);
});

test('a screen reader hears only a few changes in the last two hours', () => {
  const heard = new Set<string>();
  for (let now = at('2026-11-20T10:00:00Z'); now <= at('2026-11-20T12:00:00Z'); now += 1000) {
    heard.add(spokenState(noon, now, 'UTC'));
  }
  expect([...heard]).toEqual([
    'Next: SIG Node.',
    'SIG Node starts within 60 minutes.',
    'SIG Node starts within 30 minutes.',
    'SIG Node starts within 15 minutes.',
    'SIG Node starts within 10 minutes.',
    'SIG Node starts within 5 minutes.',
    'SIG Node starts within 2 minutes.',
    'SIG Node starts within a minute.',
    'SIG Node is on now.',
  ]);
});

test('badges show what is unusual, most important first', () => {
  const kinds = (occurrence: typeof noon): string[] => marksOf(occurrence).map(({ kind }) => kind);
  expect(kinds(noon)).toEqual([]);
  expect(kinds({ ...noon, isMoved: true, status: 'tentative', recorded: 'always' })).toEqual([
    'tentative',
    'moved',
    'recorded',
  ]);
  expect(kinds({ ...noon, isMoved: true, status: 'cancelled', recorded: 'always' })).toEqual(['cancelled']);
});

test('the badge “same time” names the other meetings', () => {
  const [mark] = marksOf(noon, [anOccurrence({ title: 'SIG Docs' }), anOccurrence({ title: 'kOps' })]);
  expect(mark).toMatchObject({ kind: 'clash', meaning: 'At the same time: SIG Docs, kOps.' });
});
