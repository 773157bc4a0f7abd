import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import type { AgendaSource } from '#core/agenda/dateFeeds.ts';
import { titleKey } from '#core/agenda/sameMeeting.ts';
import type { FeedFormat } from '#core/feeds/feed.ts';
import { readFeed } from '#core/feeds/readFeed.ts';
import { DAY } from '#base';

/** The day on which the feeds are read. */
const NOW = Date.UTC(2026, 10, 29);

/**
 * Hundreds of calendars and a community's groups that have nothing to do with each other, all followed at once: only what is the same
 * meeting may be taken for one.
 */

const corpus = join(import.meta.dirname, '../../../../shared/corpus');
const isThere = existsSync(corpus);
const MISSING = 'The calendars are not beside the checkout (../shared/corpus).';
const catalogue = join(import.meta.dirname, '../../../assets/catalogue/kubernetes.json');

const sourceOf = (format: FeedFormat, path: string): AgendaSource => ({
  feed: {
    id: basename(path),
    name: basename(path),
    source: { kind: 'file', path },
    format,
    followed: 'all',
    color: 0,
  },
  content: readFeed(format, readFileSync(path), { now: NOW }),
});

test('the corpus is there where it must be', (context) => {
  if (!isThere && process.env['CI'] === undefined) context.skip(MISSING);
  expect(isThere).toBe(true);
});

test.skipIf(!isThere)('unrelated calendars never disagree about a meeting', () => {
  const paths = (pattern: string): string[] =>
    globSync(pattern, { cwd: corpus }).map((path) => join(corpus, path));
  const sources = [
    sourceOf('catalogue', catalogue),
    ...paths('sigs/sigs-2023*.yaml').map((path) => sourceOf('sigs', path)),
    ...paths('ics/ics/**/*.ics').map((path) => sourceOf('ics', path)),
  ];
  expect(sources.length).toBeGreaterThan(400);
  for (const day of ['2023-10-01', '2026-11-01']) {
    const from = Date.parse(`${day}T00:00Z`);
    const { occurrences } = buildAgenda(sources, { from, to: from + 35 * DAY }, 'UTC');
    for (const { title, community, versions } of occurrences)
      for (const other of versions?.others ?? []) {
        const twin = occurrences.find(({ key }) => key === other.key);
        expect([title, titleKey(title)]).toEqual([title, titleKey(twin?.title ?? '')]);
        expect(community ?? twin?.community).toMatch(/^(?:sig|wg)-/);
      }
  }
});
