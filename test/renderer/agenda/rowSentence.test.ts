import { expect, test } from 'vitest';
import { marksOf, rowTone } from '#renderer/agenda/describe.ts';
import { dateOf, startOf } from '#core/agenda/agenda.ts';
import type { CalendarDate } from '#base';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { rowSentence } from '#renderer/agenda/rowSentence.ts';
import { anOccurrence, at, type OccurrenceWish } from '../../builders/anOccurrence.ts';

const format: TimeFormat = { locale: 'en-GB', zone: 'Etc/UTC', clock: 'locale' };
const NOW = at('2026-11-24T14:51:00Z');
const review = { title: 'Release review', start: '2026-11-24T15:00:00Z' };

const sentence = (
  wish: OccurrenceWish,
  clashes: readonly string[] = [],
  zone = format,
  date: CalendarDate | null = null,
): string => {
  const occurrence = anOccurrence({ ...review, ...wish });
  const others = clashes.map((title) => anOccurrence({ title }));
  return rowSentence(
    occurrence,
    marksOf(occurrence, others, zone.zone),
    others,
    {
      tone: rowTone(occurrence, NOW, zone.zone),
      today: dateOf(NOW, zone.zone),
      date: date ?? dateOf(startOf(occurrence, zone.zone), zone.zone),
    },
    zone,
  );
};

test('a row says from when to when, what, which day and what is beside it', () => {
  expect(sentence({})).toBe('15:00 to 16:00, Release review, today');
  expect(sentence({}, ['Bug triage', 'Sync'])).toBe(
    '15:00 to 16:00, Release review, today, same time as Bug triage and Sync',
  );
  expect(sentence({ start: '2026-11-25T15:00:00Z' })).toBe('15:00 to 16:00, Release review, tomorrow');
  expect(sentence({ start: '2026-11-26T15:00:00Z' })).toBe(
    '15:00 to 16:00, Release review, Thursday 26 November',
  );
});

test('a row says the state before the title', () => {
  expect(sentence({ status: 'cancelled' })).toBe('15:00 to 16:00, cancelled: Release review, today');
  expect(sentence({ isWeekUnknown: true })).toBe('15:00 to 16:00, may be on: Release review, today');
  expect(sentence({ skipped: { scope: 'one', from: 0 } })).toBe(
    '15:00 to 16:00, skipped: Release review, today',
  );
  expect(sentence({ status: 'tentative' })).toBe('15:00 to 16:00, Release review, today, tentative');
});

test('a running meeting is on now, and an ended one has ended', () => {
  expect(sentence({ start: '2026-11-24T14:30:00Z' })).toBe('14:30 to 15:30, Release review, today, on now');
  expect(sentence({ start: '2026-11-24T09:00:00Z' })).toBe('09:00 to 10:00, Release review, today, ended');
});

test('an end after midnight belongs to the next day', () => {
  expect(sentence({ start: '2026-11-24T23:30:00Z', minutes: 120 })).toBe(
    '23:30 to 01:30 the next day, Release review, today',
  );
});

test('dates and times follow the order and the clock of the locale', () => {
  const american = { ...format, locale: 'en-US' };
  expect(sentence({ start: '2026-11-26T15:00:00Z' }, [], american)).toBe(
    '3:00 PM to 4:00 PM, Release review, Thursday, November 26',
  );
});

test('an all-day entry has no times', () => {
  expect(sentence({ allDay: ['2026-11-24', '2026-11-25'] })).toBe('all day, Release review, today');
});

test('each row of a meeting of several days says its own day', () => {
  const offsite = { title: 'Offsite', allDay: ['2026-11-24', '2026-11-27'] } as const;
  expect(sentence(offsite, [], format, '2026-11-26')).toContain('Offsite, Thursday 26 November');
});
