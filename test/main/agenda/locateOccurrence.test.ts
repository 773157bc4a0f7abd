import { expect, test } from 'vitest';
import { locateOccurrence } from '#main/agenda/locateOccurrence.ts';
import { agendaFailure } from '#core/agenda/problems.ts';
import { startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, success, type TimeWindow } from '#base';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const key = 'team|sync|2026-03-10T09:00:00.000Z';
const on = (start: string, wish: Partial<Occurrence> = {}): Occurrence => ({
  ...anOccurrence({ feedId: 'team', uid: 'sync', start }),
  key,
  sources: [{ key, feedId: 'team', feedName: 'Team' }],
  ...wish,
});

/** Looks for the key in a calendar that has these meetings; `asked` has the windows in days and their feed. */
async function locate(occurrences: readonly Occurrence[], wanted = key) {
  const asked: string[] = [];
  const expand = async (window: TimeWindow, feedId?: string) => {
    asked.push(`${Math.round((window.to - window.from) / DAY)} days of ${feedId ?? 'all'}`);
    const found = occurrences.filter((one) => {
      const start = startOf(one, 'UTC');
      const isOfFeed = feedId === undefined || one.sources.some((source) => source.feedId === feedId);
      return start >= window.from && start < window.to && isOfFeed;
    });
    return success({ revision: 1, zone: 'UTC', window, occurrences: found });
  };
  return { found: await locateOccurrence(wanted, expand), asked };
}

test('a meeting near its original date is found with one short look', async () => {
  const { found, asked } = await locate([on('2026-03-10T15:00:00Z')]);
  expect(found?.time).toMatchObject({ start: at('2026-03-10T15:00:00Z') });
  expect(asked).toEqual(['2 days of all']);
});

test('a meeting that was moved by months is found in its own feed, then as all feeds have it', async () => {
  const merged = on('2026-07-01T09:00:00Z', {
    sources: [
      { key: 'other|sync|2026-03-10T09:00:00.000Z', feedId: 'other', feedName: 'Other' },
      { key, feedId: 'team', feedName: 'Team' },
    ],
  });
  const { found, asked } = await locate([merged]);
  expect(found?.sources).toHaveLength(2);
  expect(asked).toEqual(['2 days of all', '380 days of team', '2 days of all']);
});

test('a meeting that its feed does not have is null', async () => {
  expect((await locate([on('2026-03-10T09:00:00Z')], 'team|gone|2026-03-10T09:00:00.000Z')).found).toBeNull();
});

test('a key without a date is null, and nothing is expanded', async () => {
  expect(await locate([], 'nonsense')).toEqual({ found: null, asked: [] });
});

test('a date in the first days of 1970 is no earlier than that', async () => {
  const early = 'team|sync|1970-01-01T09:00:00.000Z';
  const meeting = on('1970-01-01T09:00:00Z', {
    key: early,
    sources: [{ key: early, feedId: 'team', feedName: 'Team' }],
  });
  expect((await locate([meeting], early)).found?.key).toBe(early);
});

test('null if the feeds cannot be expanded now', async () => {
  const failed = agendaFailure('agenda/rangeFailed');
  expect(await locateOccurrence(key, () => Promise.resolve(failed))).toBeNull();
});
