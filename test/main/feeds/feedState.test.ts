import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOfFailure, problemOfStatus } from '#main/feeds/feedProblems.ts';
import { refreshPeriod, retryDelay } from '#main/feeds/feedSchedule.ts';
import {
  doubtOf,
  failedAttempt,
  mayBeFetched,
  newFeedState,
  nextDue,
  succeeded,
  suspectedLoss,
  type FeedState,
} from '#main/feeds/feedState.ts';
import { charsetOf } from '#main/feeds/sources/fetchWeb.ts';
import { isWhole, validateCopy } from '#main/feeds/validateCopy.ts';
import { HttpFailure } from '#main/ports/http.ts';
import { recogniseFormat } from '#core/feeds/recogniseFormat.ts';
import { DAY, HOUR, MINUTE } from '#base';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const digest = {
  handle: 1,
  hash: '',
  name: null,
  zone: null,
  seriesCount: 0,
  communities: [],
  questions: [],
  calendars: [],
  choices: [],
  problems: [],
  refreshIntervalMs: null,
  asOf: null,
};

test('the back-off grows up to six hours, and is never zero', () => {
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
        expect(delay).toBeLessThanOrEqual(6 * HOUR);
      },
    ),
  );
});

test('Retry-After is respected, up to a day', () => {
  expect(retryDelay(1, 0.5, 10 * MINUTE)).toBe(10 * MINUTE);
  expect(retryDelay(1, 0.5, 0)).toBe(MINUTE);
  expect(retryDelay(1, 0.5, 365 * DAY)).toBe(DAY);
  expect(retryDelay(50, 0.5, MINUTE)).toBe(6 * HOUR);
});

test('a feed is fetched every 15 minutes, or as it asks between 5 minutes and a day', () => {
  expect(refreshPeriod(null, null)).toBe(15 * MINUTE);
  expect(refreshPeriod(MINUTE, null)).toBe(5 * MINUTE);
  expect(refreshPeriod(null, 7 * MINUTE)).toBe(7 * MINUTE);
  expect(refreshPeriod(HOUR, 7 * MINUTE)).toBe(HOUR);
  expect(refreshPeriod(7 * DAY, null)).toBe(DAY);
});

const before = (seriesCount: number) => ({ digest: { ...digest, seriesCount }, isWhole: true });

test('a copy that lost more than half of its meetings is doubted', () => {
  const verdict = (was: number, is: number, isWhole = true): string | undefined =>
    suspectedLoss(before(was), { seriesCount: is }, isWhole)?.code;
  expect(verdict(10, 5)).toBeUndefined();
  expect(verdict(10, 4)).toBe('feed/lostMost');
  expect(verdict(1, 0)).toBe('feed/lostEverything');
  expect(verdict(0, 0)).toBeUndefined();
  expect(verdict(10, 10, false)).toBe('feed/cutOff');
  expect(suspectedLoss({ digest: null, isWhole: false }, { seriesCount: 0 }, false)).toBeNull();
});

test('a calendar is distinguished from other replies of its address', () => {
  const verdict = (text: string): string => validateCopy('ics', bytes(text))?.code ?? 'calendar';
  expect(verdict('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')).toBe('calendar');
  expect(verdict('\uFEFF\n begin:vcalendar\n')).toBe('calendar');
  expect(verdict('BEGIN:VEVENT\r\nDTSTART:20260302T090000Z\r\nEND:VEVENT\r\n')).toBe('calendar');
  expect(verdict(`<br>Warning: ${'x'.repeat(5000)}\nBEGIN:VCALENDAR\n`)).toBe('calendar');
  expect(verdict('')).toBe('feed/empty');
  expect(verdict(' \r\n')).toBe('feed/empty');
  expect(verdict('<!DOCTYPE html><html>Log in')).toBe('feed/webPage');
  expect(verdict('\n<!-- x -->\n<html lang="en">')).toBe('feed/webPage');
  expect(verdict('{"error":"no"}')).toBe('feed/notCalendar');
  const utf16 = Buffer.from('\uFEFFBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'utf16le');
  expect(validateCopy('ics', utf16)).toBeNull();
  expect(recogniseFormat(utf16, 'https://example.org/a.md')).toBe('ics');
  expect(isWhole('ics', utf16)).toBe(true);
});

test('each HTTP status has its problem', () => {
  const codes = [0, 404, 410, 401, 403, 413, 429, 500, 503, 302].map(
    (status) => problemOfStatus(status, 'https://example.org/a.ics').code,
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

test.each([
  [
    'https://calendar.google.com/calendar/ical/x/private-1/basic.ics',
    /^Google says that this address is gone \(404\)/,
    /Secret address in iCal format/,
  ],
  ['https://calendar.google.com/calendar/ical/x/public/basic.ics', /^Google/, /make the calendar public/],
  ['https://outlook.office365.com/owa/calendar/x/y/calendar.ics', /^Outlook/, /publish/],
  ['https://p01-caldav.icloud.com/published/2/x', /^iCloud/, /Public Calendar/],
  ['https://example.org/a.ics', /^The server/, /Copy the address again/],
  ['https://evil.example/calendar.google.com/', /^The server/, /Copy the address again/],
])('the advice after a 404 depends on the server: %s', (address, title, detail) => {
  const problem = problemOfStatus(404, address);
  expect(problem.title).toMatch(title);
  expect(problem.detail).toMatch(detail);
});

test.each([
  ['silence', 'feed/silent'],
  ['cutOff', 'feed/cutOff'],
  ['tooLarge', 'feed/tooLarge'],
  ['redirect', 'feed/redirected'],
  ['unreachable', 'feed/unreachable'],
] as const)('a request that failed by %s has its own problem', (reason, code) => {
  expect(problemOfFailure(new HttpFailure(0, '', reason), 'https://example.org/').code).toBe(code);
});

test('the charset of a content type', () => {
  expect(charsetOf('text/calendar; charset="ISO-8859-1"; x=y')).toBe('iso-8859-1');
  expect(charsetOf('text/calendar')).toBeNull();
  expect(charsetOf(null)).toBeNull();
});

const team = {
  id: 'a',
  name: 'A',
  source: { kind: 'file', path: '/a.ics' },
  format: 'ics',
  followed: 'all',
  color: 1,
} as const;
const NOW = Date.UTC(2026, 10, 20, 9);

test('a feed that was never fetched has nothing', () => {
  expect(newFeedState(team)).toMatchObject({ facts: null, digest: null, failure: null });
  expect(nextDue(newFeedState(team))).toBe(Infinity);
});

test('a failed attempt is retried later, and Retry-After also stops automatic refreshes', () => {
  const problem = problemOfStatus(429, 'https://example.org/a.ics');
  const failure = { problem, retryAfterMs: HOUR, restsUntil: null };
  const state: FeedState = { ...newFeedState(team), ...failedAttempt(newFeedState(team), failure, NOW, 0.5) };
  expect(state).toMatchObject({ failure: problem, failures: 1, isSyncing: false, nextTry: NOW + HOUR });
  expect(mayBeFetched(state, NOW + HOUR - 1)).toBe(false);
  expect(mayBeFetched(state, NOW + HOUR)).toBe(true);
  expect({ ...state, ...succeeded(null, null, NOW) }).toMatchObject({
    failure: null,
    failures: 0,
    notBefore: null,
    nextTry: NOW + 15 * MINUTE,
  });
});

test('a doubted copy waits beside the last good one for three days', () => {
  const facts = {
    etag: null,
    lastModified: null,
    charset: null,
    hash: 'h',
    confirmedAt: NOW,
    doubtedSince: null,
  };
  const state: FeedState = { ...newFeedState(team), facts, digest: { ...digest, seriesCount: 10 } };
  const copy = { ...facts, format: 'ics', bytes: bytes(''), base: null } as const;
  const doubted = doubtOf(state, copy, digest, NOW);
  expect(doubted).toMatchObject({ facts: { doubtedSince: NOW }, doubt: { digest } });
  const waiting = { ...state, ...doubted };
  expect(doubtOf(waiting, copy, digest, NOW + 3 * DAY - 1)?.facts.doubtedSince).toBe(NOW);
  expect(doubtOf(waiting, copy, digest, NOW + 3 * DAY)).toBeNull();
});
