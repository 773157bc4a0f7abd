import { expect, test } from 'vitest';
import { nowLine } from '#renderer/agenda/nowLine.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const meeting = (title: string, start: string) => anOccurrence({ title, start: `2026-11-24T${start}:00Z` });
const today = [
  anOccurrence({ title: 'Trip', allDay: ['2026-11-24', '2026-11-25'] }),
  meeting('Sync', '09:00'),
  meeting('Review', '15:00'),
];
const line = (time: string) => {
  const found = nowLine(today, at(`2026-11-24T${time}:00Z`));
  return found && `${found.side} ${today.find(({ key }) => key === found.key)?.title}`;
};

test('the now-line is below all that has begun, above all that has not', () => {
  expect(line('08:00')).toBeNull();
  expect(line('09:30')).toBe('above Review');
  expect(line('12:00')).toBe('above Review');
  // A running meeting has begun.
  expect(line('15:10')).toBe('below Review');
  expect(line('18:00')).toBe('below Review');
});
