import { expect, test } from 'vitest';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { occurrencesIn, pageAround, pageIdOf, pageOfId, pagesFor } from '#core/agenda/occurrencesIn.ts';
import { DAY } from '#base';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const zone = 'Europe/Berlin';
const now = at('2026-11-24T15:51:00Z');

const snapshot = (from: string, to: string, occurrences: readonly Occurrence[]): AgendaSnapshot => ({
  revision: 1,
  zone,
  window: { from: at(from), to: at(to) },
  occurrences,
});
const agendaOf = (...occurrences: Occurrence[]): AgendaSnapshot =>
  snapshot('2026-11-20T15:00:00Z', '2026-12-29T15:00:00Z', occurrences);
const november = (...occurrences: Occurrence[]): AgendaSnapshot =>
  snapshot('2026-10-31T23:00:00Z', '2026-11-30T23:00:00Z', occurrences);

test('a page is a month of the zone, also across a clock change and the end of a year', () => {
  expect(pageAround(at('2026-10-31T23:30:00Z'), zone)).toEqual({
    from: at('2026-10-31T23:00:00Z'),
    to: at('2026-11-30T23:00:00Z'),
  });
  expect(pageAround(at('2026-10-15T12:00:00Z'), zone)).toEqual({
    from: at('2026-09-30T22:00:00Z'),
    to: at('2026-10-31T23:00:00Z'),
  });
  expect(pageAround(now, zone, 2).from).toBe(at('2026-12-31T23:00:00Z'));
  const page = pageAround(now, zone);
  expect(pageOfId(pageIdOf(page))).toEqual(page);
});

test('needed are the months that the agenda does not cover, and those that have begun', () => {
  const agenda = agendaOf();
  const starts = (from: number, to: number) =>
    pagesFor({ from, to }, agenda, now).map((page) => new Date(page.from).toISOString());
  expect(starts(now, now + DAY)).toEqual(['2026-10-31T23:00:00.000Z']);
  expect(starts(at('2026-12-02T00:00:00Z'), at('2026-12-20T00:00:00Z'))).toEqual([
    '2026-11-30T23:00:00.000Z',
  ]);
  const covering = { zone, window: { from: now - 4 * DAY, to: now + 60 * DAY } };
  expect(
    pagesFor({ from: at('2026-12-02T00:00:00Z'), to: at('2026-12-20T00:00:00Z') }, covering, now),
  ).toEqual([]);
  expect(starts(at('2026-08-10T00:00:00Z'), at('2026-10-02T00:00:00Z'))).toHaveLength(3);
});

test('of a meeting in the agenda and in a page, that of the agenda is shown, once', () => {
  const before = anOccurrence({ uid: 'a', start: '2026-11-24T09:00:00Z', title: 'Before' });
  const after = { ...before, title: 'After' };
  const all = occurrencesIn({ from: now - 30 * DAY, to: now + DAY }, agendaOf(after), [november(before)]);
  expect(all.map(({ title }) => title)).toEqual(['After']);
});

test('a meeting of a page that is gone from the agenda is not shown on the days of the agenda', () => {
  const gone = anOccurrence({ uid: 'gone', start: '2026-11-23T09:00:00Z' });
  const earlier = anOccurrence({ uid: 'earlier', start: '2026-11-03T09:00:00Z' });
  const window = { from: now - 30 * DAY, to: now + DAY };
  expect(occurrencesIn(window, agendaOf(), [november(earlier, gone)])).toEqual([earlier]);
});

test('meetings are in order, and only those that take up a part of the window', () => {
  const trip = anOccurrence({ uid: 'trip', allDay: ['2026-11-01', '2026-11-05'] });
  const second = anOccurrence({ uid: 'second', start: '2026-11-04T09:00:00Z' });
  const first = anOccurrence({ uid: 'first', start: '2026-11-04T08:00:00Z' });
  const reminder = anOccurrence({ uid: 'moment', start: '2026-11-04T08:00:00Z', minutes: 0 });
  const later = anOccurrence({ uid: 'later', start: '2026-11-05T08:00:00Z' });
  const window = { from: at('2026-11-04T08:00:00Z'), to: at('2026-11-05T08:00:00Z') };
  const found = occurrencesIn(window, agendaOf(), [november(later, second, reminder, first, trip)]);
  expect(found.map(({ uid }) => uid)).toEqual(['trip', 'first', 'moment', 'second']);
});
