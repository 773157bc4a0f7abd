import { success } from '#base';
import { expect, test } from 'vitest';
import { directoryFailure } from '#core/directory/problems.ts';
import type { SourceAddress } from '#core/feeds/sourceAddress.ts';
import type { BuiltInCatalogues } from '#main/feeds/builtInCatalogues.ts';
import { fetchCopy } from '#main/feeds/fetchCopy.ts';
import { createCalendarSync } from '#main/feeds/caldav/updateCalendar.ts';
import { noCalendarCopies } from '#main/feeds/caldav/calendarCopies.ts';
import { createHostQueue } from '#main/feeds/hostQueue.ts';
import { FakeClock } from '#test/fakes/fakeClock.ts';
import { createFeedSources } from '#main/feeds/sources/feedSources.ts';
import { pastedAddress } from '#main/feeds/sources/pastedSource.ts';
import { aCalendar } from '../../builders/aCalendar.ts';
import { MemoryFiles } from '../../fakes/memoryFiles.ts';
import { Computer } from '../../fakes/startApp.ts';

const calendar = aCalendar([{ title: 'Stand-up', start: '2026-11-20T15:00:00Z' }]);
const live = 'https://example.org/sigs.yaml';

function opened(catalogue: Partial<BuiltInCatalogues> = {}) {
  const { network } = new Computer('2026-11-20T09:00:00Z');
  const files = new MemoryFiles();
  const catalogues = {
    feeds: [],
    read: async (id: string) => (id === 'kubernetes' ? new TextEncoder().encode('{}') : null),
    dateOf: () => '2026-11-01',
    liveAddress: () => null,
    ...catalogue,
  };
  const environment = { userData: '/user' };
  const sources = createFeedSources({
    http: network,
    files,
    environment,
    catalogues,
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
  const fetchOf = (address: SourceAddress) =>
    fetchCopy(sources(address), null, {
      known: null,
      isUrgent: false,
      signal: new AbortController().signal,
    });
  return { sources, files, network, fetchOf };
}

const web = (url: string): SourceAddress => ({ kind: 'web', url });
const builtIn: SourceAddress = { kind: 'builtIn', id: 'kubernetes' };
const pasted = pastedAddress('We meet on Mondays.');

test('each kind of source says what is watched, kept secret and removable', () => {
  const { sources } = opened();
  const addresses: SourceAddress[] = [
    web('https://example.org/a.ics'),
    web('https://example.org/a.ics?token=x'),
    { kind: 'file', path: '/home/ada/a.ics' },
    builtIn,
    pasted,
    { kind: 'locked', encrypted: 'djEw' },
  ];
  expect(
    addresses.map((address) => {
      const { maskedAddress, watchedFile, isSecret, isRemovable } = sources(address);
      return [maskedAddress, watchedFile, isSecret, isRemovable];
    }),
  ).toEqual([
    ['https://example.org/a.ics', null, false, true],
    ['https://example.org/a.ics?…', null, true, true],
    ['/home/ada/a.ics', '/home/ada/a.ics', false, true],
    ['built in', null, false, false],
    ['pasted text', `/user/pasted/${pasted.id}.txt`, false, true],
    ['address locked', null, true, true],
  ]);
});

test('a copy has the format of its bytes, from a server, a file and a pasted text alike', async () => {
  const { files, network, fetchOf } = opened();
  network.serve('https://example.org/a.ics', calendar, '"1"');
  files.put('/home/ada/a.ics', calendar);
  files.put(`/user/pasted/${pasted.id}.txt`, '# Kites\n\nWe meet on Mondays at 17:00 UTC.\n');
  expect(await fetchOf(web('https://example.org/a.ics'))).toMatchObject({
    kind: 'copy',
    copy: { format: 'ics', etag: '"1"', base: null },
  });
  expect(await fetchOf({ kind: 'file', path: '/home/ada/a.ics' })).toMatchObject({
    copy: { format: 'ics', etag: null },
  });
  expect(await fetchOf(pasted)).toMatchObject({ copy: { format: 'markdown' } });
});

test('failures are problems: no file, a locked address, a login page', async () => {
  const { network, fetchOf } = opened();
  network.serve('https://example.org/a.ics', '<!doctype html><title>Sign in</title>');
  const codeOf = async (address: SourceAddress) => {
    const fetched = await fetchOf(address);
    return fetched.kind === 'failed' ? fetched.problem.code : fetched.kind;
  };
  expect(await codeOf({ kind: 'file', path: '/home/ada/gone.ics' })).toBe('feed/noFile');
  expect(await codeOf({ kind: 'locked', encrypted: 'djEw' })).toBe('feed/lockedAddress');
  expect(await codeOf(web('https://example.org/a.ics'))).toBe('feed/webPage');
});

test('a built-in catalogue is updated by the sigs.yaml on the network if that is allowed', async () => {
  const alone = opened();
  expect(alone.sources(builtIn).mayChange()).toBe(false);
  expect(await alone.fetchOf(builtIn)).toMatchObject({ copy: { format: 'catalogue', base: null } });
  const updated = opened({ liveAddress: () => live });
  updated.network.serve(live, 'sigs:\n- dir: sig-kites\n');
  expect(updated.sources(builtIn).mayChange()).toBe(true);
  const fetched = await fetchCopy(updated.sources(builtIn), 'catalogue', {
    known: null,
    isUrgent: false,
    signal: new AbortController().signal,
  });
  expect(fetched).toMatchObject({ copy: { format: 'catalogue', base: new TextEncoder().encode('{}') } });
});

test('the text of a pasted feed is deleted with it', async () => {
  const { sources, files } = opened();
  files.put(`/user/pasted/${pasted.id}.txt`, 'We meet on Mondays.');
  await sources(pasted).discard();
  expect(files.names('/user/pasted')).toEqual([]);
});
