import { expect, test } from 'vitest';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { applyFeedsUpdate, feedsUpdateBetween } from '#core/feeds/feedsUpdate.ts';

const status = (id: string, state: FeedStatus['health']['state'] = 'fresh'): FeedStatus => ({
  feed: {
    id,
    name: id,
    source: { kind: 'web', url: `https://example.org/${id}.ics` },
    format: 'ics',
    followed: 'all',
    color: 0,
  },
  maskedAddress: `https://example.org/${id}.ics`,
  health: {
    state,
    lastSuccess: null,
    nextTry: null,
    failure: null,
    problems: [],
    seriesCount: 1,
    asOf: null,
    doubt: null,
  },
});

test('an update names what changed only', () => {
  const before = [status('a'), status('b')];
  const after = [status('a'), status('b', 'syncing')];
  expect(feedsUpdateBetween(before, after)).toEqual({ ids: ['a', 'b'], changed: [after[1]] });
  expect(feedsUpdateBetween(before, [status('a'), status('b')])).toBeNull();
});

test.each([
  ['a change', [status('a'), status('b', 'syncing')]],
  ['a feed at the end', [status('a'), status('b'), status('c')]],
  ['one that comes back to its place', [status('c'), status('a'), status('b')]],
  ['a removal', [status('b')]],
  ['another order', [status('b'), status('a')]],
])('%s arrives', (_name, after) => {
  const before = [status('a'), status('b')];
  const update = feedsUpdateBetween(before, after);
  expect(update && applyFeedsUpdate(before, update)).toEqual(after);
});
