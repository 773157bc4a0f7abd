import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOfStatus } from '../../../src/main/feeds/feedProblems.ts';
import { newFeedState, refreshPeriod, retryDelay } from '../../../src/main/feeds/feedState.ts';
import { judgeCopy } from '../../../src/main/feeds/judgeCopy.ts';
import { HOUR, MINUTE } from '../../../src/shared/time.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const content = {
  name: null,
  zone: null,
  series: [],
  communities: [],
  problems: [],
  refreshIntervalMs: null,
};

test('retries come later and later, up to six hours, never at once', () => {
  expect([1, 2, 3, 4].map((failures) => retryDelay(failures, 0.5))).toEqual(
    [1, 2, 4, 8].map((n) => n * MINUTE),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, chance) => {
        const delay = retryDelay(failures, chance);
        expect(delay).toBeGreaterThanOrEqual(45_000);
        expect(delay).toBeLessThanOrEqual(7.5 * HOUR);
      },
    ),
  );
});

test('a feed is asked every quarter of an hour, less often only when it wishes so', () => {
  expect(refreshPeriod(null)).toBe(15 * MINUTE);
  expect(refreshPeriod({ ...content, refreshIntervalMs: MINUTE })).toBe(15 * MINUTE);
  expect(refreshPeriod({ ...content, refreshIntervalMs: 30 * MINUTE })).toBe(30 * MINUTE);
  expect(refreshPeriod({ ...content, refreshIntervalMs: 24 * HOUR })).toBe(HOUR);
});

test('a calendar is told from what only comes from the address of one', () => {
  const verdict = (text: string): string => judgeCopy('ics', bytes(text))?.code ?? 'calendar';
  expect(verdict('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')).toBe('calendar');
  expect(verdict('\uFEFF\n begin:vcalendar\n')).toBe('calendar');
  expect(verdict('')).toBe('feed/empty');
  expect(verdict(' \r\n')).toBe('feed/empty');
  expect(verdict('<!DOCTYPE html><html>Log in')).toBe('feed/webPage');
  expect(verdict('\n<!-- x -->\n<html lang="en">')).toBe('feed/webPage');
  expect(verdict('{"error":"no"}')).toBe('feed/notCalendar');
});

test('each refusal of a server has its own words', () => {
  const codes = [0, 404, 410, 401, 403, 413, 429, 500, 503, 302].map(
    (status) => problemOfStatus(status).code,
  );
  expect(codes.map((code) => code.replace('feed/', ''))).toEqual([
    'unreachable',
    'notFound',
    'notFound',
    'refused',
    'refused',
    'tooLarge',
    'tooOften',
    'serverTrouble',
    'serverTrouble',
    'unexpected',
  ]);
});

test('a feed that was never asked for has nothing', () => {
  const feed = {
    id: 'a',
    kind: 'ics' as const,
    name: 'A',
    address: '/a.ics',
    followed: 'all' as const,
    color: 1,
  };
  expect(newFeedState(feed)).toMatchObject({ copy: null, content: null, failure: null });
});
