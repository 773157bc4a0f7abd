import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expandSeries } from '#calendar';
import { readFeed } from '#core/feeds/readFeed.ts';
import { draftToSeries, firstDate, type MeetingDraft } from '#community-pages';
import { recogniseFormat } from '#core/feeds/recogniseFormat.ts';

/** The day on which the feeds are read. */
const NOW = Date.UTC(2026, 10, 29);

const bytes = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) =>
  readFileSync(new URL(`../../../packages/community-pages/test/fixtures/${name}`, import.meta.url));

const aDraft = (changes: Partial<MeetingDraft> = {}): MeetingDraft => ({
  title: 'Kite call',
  community: 'sig-kite',
  subproject: null,
  alsoOf: [],
  skips: [],
  weekdays: ['TU'],
  time: '09:00',
  zone: 'America/Los_Angeles',
  zones: ['PT'],
  rrule: 'FREQ=WEEKLY;BYDAY=TU',
  candidates: [],
  anchor: null,
  durationMinutes: null,
  hasQuestions: false,
  doubts: [],
  turn: null,
  isInactive: false,
  join: 'https://zoom.us/j/11111111111',
  notes: null,
  recordings: null,
  calendar: null,
  chat: null,
  mailingList: null,
  text: 'Tuesdays 9am PT',
  ...changes,
});

/** Starts in a stretch of days, as UTC. */
function startsOf(draft: MeetingDraft, from: string, to: string): string[] {
  const series = draftToSeries(draft, null);
  if (series === null) return [];
  const { occurrences } = expandSeries([series], { from: Date.parse(from), to: Date.parse(to) }, 'UTC');
  return occurrences.map(({ time }) =>
    time.kind === 'timed' ? new Date(time.start).toISOString().slice(0, 16) : '',
  );
}

test('a draft keeps its wall time through the change of clocks, an hour long unless it says otherwise', () => {
  expect(startsOf(aDraft(), '2027-03-08T00:00Z', '2027-03-22T00:00Z')).toEqual([
    '2027-03-09T17:00',
    '2027-03-16T16:00',
  ]);
  expect(draftToSeries(aDraft(), null)).toMatchObject({
    uid: 'sig-kite/kite-call',
    doubt: null,
    pattern: { length: { ms: 3_600_000 } },
    details: {
      doubts: [{ kind: 'lengthAssumed', minutes: 60 }],
      conferences: ['https://zoom.us/j/11111111111'],
    },
  });
  expect(draftToSeries(aDraft({ durationMinutes: 30 }), null)?.details.doubts).toEqual([]);
});

test('a start date settles the week, without one it is unknown', () => {
  const biweekly = { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' };
  expect(draftToSeries(aDraft(biweekly), null)?.doubt?.readings).toHaveLength(2);
  expect(draftToSeries(aDraft({ ...biweekly, anchor: '2025-03-04' }), null)?.doubt).toBeNull();
  expect(
    startsOf(aDraft({ ...biweekly, anchor: '2025-03-04' }), '2025-03-01T00:00Z', '2025-03-26T00:00Z'),
  ).toEqual(['2025-03-04T17:00', '2025-03-18T16:00']);
});

test('where the rule is not known, every such weekday is a candidate', () => {
  const series = draftToSeries(aDraft({ rrule: null, doubts: [{ kind: 'whichOfMonth', day: 'TU' }] }), null);
  expect(series?.doubt?.readings).toEqual([]);
  expect(series?.details.doubts).toContainEqual({ kind: 'whichOfMonth', day: 'TU' });
  expect(startsOf(aDraft({ rrule: null }), '2027-06-01T00:00Z', '2027-07-01T00:00Z')).toHaveLength(5);
});

test('odd weeks follow ISO 8601 through a year of 53 weeks', () => {
  const weeks = Array.from({ length: 27 }, (_, index) => 2 * index + 1).join(',');
  const odd = { weekdays: ['FR'] as const, rrule: `FREQ=YEARLY;BYWEEKNO=${weeks};BYDAY=FR`, zone: 'UTC' };
  expect(startsOf(aDraft(odd), '2026-12-20T00:00Z', '2027-01-20T00:00Z')).toEqual([
    '2027-01-01T09:00',
    '2027-01-08T09:00',
  ]);
});

test('an offset is a zone without summer time', () => {
  expect(startsOf(aDraft({ zone: '+08:00' }), '2027-06-01T00:00Z', '2027-06-02T00:00Z')).toEqual([
    '2027-06-01T01:00',
  ]);
  expect(startsOf(aDraft({ zone: '+05:30' }), '2027-06-01T00:00Z', '2027-06-02T00:00Z')).toEqual([
    '2027-06-01T03:30',
  ]);
});

test('what has no time, no day or no zone, or does not take place, is not dated', () => {
  for (const changes of [
    { time: null },
    { zone: null },
    { weekdays: null, rrule: 'FREQ=WEEKLY' },
    { isInactive: true },
  ])
    expect(draftToSeries(aDraft(changes), null)).toBeNull();
});

test.each([
  ['FREQ=MONTHLY;BYDAY=2TU', null, '2023-01-10'],
  ['FREQ=MONTHLY;BYDAY=-1FR', null, '2023-01-27'],
  ['FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=23,24,25,26,27,28,29', null, '2023-01-25'],
  ['FREQ=WEEKLY;BYDAY=TU', '2025-03-05', '2025-03-11'],
  ['FREQ=YEARLY;BYWEEKNO=2;BYDAY=MO', null, '2023-01-09'],
  ['FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=99', null, null],
])('the first date of %s from %s is %s', (rule, from, date) => {
  expect(firstDate(rule, from)).toBe(date);
});

test('a community file is a feed: series, groups, and what cannot be dated', () => {
  const { series, communities, problems } = readFeed('sigs', fixture('groups.yaml'), { now: NOW });
  expect(series.map(({ details }) => details.title)).toContain('SIG Harbour: Regular SIG Meeting');
  expect(series.map(({ details }) => details.title)).not.toContain('Laid up');
  expect(communities.map(({ name, meetings }) => [name, meetings.length > 0])).toEqual([
    ['SIG Harbour', true],
    ['WG Lighthouse', true],
  ]);
  expect(communities[0]?.leads[0]).toEqual({ name: 'Ann Anchor', detail: 'chair, Quay Works, @anchor-ann' });
  expect(problems).toEqual([]);
});

test('a page is a feed, and tells of a meeting that it cannot date', () => {
  const { name, series, problems } = readFeed('markdown', fixture('rhythm-only.md'), { now: NOW });
  expect([name, series]).toEqual(['Kite board', []]);
  expect(problems).toMatchObject([{ code: 'community/undated' }]);
});

test('a bad file costs nothing but itself', () => {
  expect(readFeed('sigs', bytes('not: [closed'), { now: NOW }).problems).toHaveLength(1);
  expect(readFeed('markdown', bytes(''), { now: NOW }).problems).toHaveLength(1);
});

test.each([
  ['BEGIN:VCALENDAR\n', 'https://example.org/readme.md', 'ics'],
  ['{"name": "x"}', 'catalogue.json', 'catalogue'],
  ['sigs:\n- dir: sig-a\n', 'https://example.org/raw', 'sigs'],
  ['anything: here\n', '/home/ann/sigs.yaml', 'sigs'],
  ['# Title\n', 'https://example.org/raw', 'markdown'],
  ['Words only.\n', '/home/ann/README.md', 'markdown'],
  ['---\ntitle: Page\n---\nWords.\n', 'page', 'markdown'],
  ['<!doctype html><html>', 'https://example.org/', 'ics'],
  ['', '', 'ics'],
])('%j from “%s” is %s', (text, address, kind) => {
  expect(recogniseFormat(bytes(text), address)).toBe(kind);
});
