import { success } from '#base';
import { expect, test } from 'vitest';
import { createFeedReader } from '#main/adapters/threads/feedReader.ts';
import type { BuiltInCatalogues } from '#main/feeds/builtInCatalogues.ts';
import { openFeedCopies } from '#main/feeds/feedCopies.ts';
import { createCalendarSync } from '#main/feeds/caldav/updateCalendar.ts';
import { noCalendarCopies } from '#main/feeds/caldav/calendarCopies.ts';
import { createHostQueue } from '#main/feeds/hostQueue.ts';
import { FakeClock } from '#test/fakes/fakeClock.ts';
import { createFeedSources } from '#main/feeds/sources/feedSources.ts';
import { createDiskWriter } from '#main/storage/diskWriter.ts';
import { createProblems } from '#main/app/problems.ts';
import { directoryFailure } from '#core/directory/problems.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { MemoryFiles } from '../../fakes/memoryFiles.ts';
import { Computer } from '../../fakes/startApp.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const catalogue: Feed = {
  id: 'kubernetes',
  name: 'Kubernetes',
  source: { kind: 'builtIn', id: 'kubernetes' },
  format: 'catalogue',
  color: 0,
  followed: [],
};

test('an unreadable newer catalogue is released in the reader', async () => {
  const held = new Set<number>();
  const inner = createFeedReader();
  const reader = {
    ...inner,
    read: async (...question: Parameters<typeof inner.read>) => {
      const outcome = await inner.read(...question);
      if (outcome.ok && outcome.value.kind === 'read') held.add(outcome.value.digest.handle);
      return outcome;
    },
    release: (handle: number) => {
      held.delete(handle);
      inner.release(handle);
    },
  };
  const { emptyCatalogue, folders, locale, clock, network } = new Computer('2026-11-20T09:00:00Z');
  const catalogues: BuiltInCatalogues = {
    feeds: [catalogue],
    read: async () => bytes(emptyCatalogue),
    dateOf: () => null,
    liveAddress: () => null,
  };
  const environment = {
    version: '0',
    platform: 'linux',
    system: '',
    runtime: '',
    locale,
    liveCatalogue: null,
    googleServer: null,
    ...folders,
  };
  const files = new MemoryFiles();
  const sources = createFeedSources({
    files,
    environment,
    catalogues,
    http: network,
    queue: createHostQueue(new FakeClock('2026-11-20T09:00:00Z')),
    directory: { entry: async () => directoryFailure('directory/unknown') },
    logins: { get: () => Promise.resolve(null), discard: () => undefined },
    calDav: {
      sync: createCalendarSync(noCalendarCopies),
      copies: noCalendarCopies,
      logins: async () => success({ user: '', password: '' }),
      now: () => 0,
    },
  });
  const problems = createProblems([]);
  const copies = openFeedCopies(
    {
      files,
      environment,
      reader,
      clock,
      log: () => undefined,
      sources,
      heavy: { isResting: () => false, read: (_id, feed) => reader.read(feed) },
    },
    problems,
    createDiskWriter({ clock, log: () => undefined }, problems),
  );
  const facts = {
    etag: null,
    lastModified: null,
    charset: null,
    hash: '',
    confirmedAt: null,
    doubtedSince: null,
  };
  await copies.keep(catalogue, bytes('no sigs at all'), facts);

  const loaded = await copies.load(catalogue);
  if (loaded === null || loaded === 'later') throw new Error('It was not read');
  expect(loaded.digest.name).toBe('Kubernetes');
  expect([...held]).toEqual([loaded.digest.handle]);
});
