import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#main/adapters/disk/store.ts';
import { ConfigEdited } from '#main/ports/store.ts';
import { DAY } from '#base';

const isWindows = process.platform === 'win32';
const feed = {
  id: 'ics-a',
  kind: 'ics',
  name: 'Team',
  address: 'https://example.org/private-token/basic.ics',
  followed: 'all',
  color: 1,
};
const feeds = { version: 1, catalogue: 2, feeds: [feed] };

/** A folder with a configuration that was used and opened once more, so that it has a good copy. */
function usedFolder(): { readonly folder: string; readonly config: string } {
  const folder = mkdtempSync(join(tmpdir(), 'office-hours-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const store = openStore(folder);
  store.write('feeds', feeds);
  store.write('settings', { theme: 'dark' });
  openStore(folder);
  return { folder, config: join(folder, 'config.json') };
}

const codesOf = ({ problems }: { problems: readonly { code: string }[] }): string[] =>
  problems.map(({ code }) => code);

test.skipIf(isWindows)(
  'only its owner may read the configuration and its copy, in which addresses may hold tokens',
  () => {
    const { folder, config } = usedFolder();
    const modes = [config, join(folder, 'config.good.json')].map((path) =>
      (statSync(path).mode & 0o777).toString(8),
    );
    expect(modes).toEqual(['600', '600']);
  },
);

test('a damaged file is replaced by the last good copy, reported and kept', () => {
  const { folder, config } = usedFolder();
  writeFileSync(config, '{"broken": [\u0000');
  const store = openStore(folder);
  expect(codesOf(store)).toEqual(['settings/restored']);
  expect(store.read('feeds')).toEqual(feeds);
  expect(JSON.parse(readFileSync(config, 'utf8'))).toMatchObject({ feeds, settings: { theme: 'dark' } });
  const aside = readdirSync(folder).find((name) => name.startsWith('config.damaged-')) ?? '';
  expect(readFileSync(join(folder, aside), 'utf8')).toBe('{"broken": [\u0000');
  expect(codesOf(openStore(folder))).toEqual([]);
});

test('a list of feeds that is unreadable as a whole comes from the good copy; the settings stay as they are', () => {
  const { folder, config } = usedFolder();
  writeFileSync(config, JSON.stringify({ settings: { theme: 'light' }, feeds: 'gone' }));
  const store = openStore(folder);
  expect(codesOf(store)).toEqual(['settings/restored']);
  expect(store.read('feeds')).toEqual(feeds);
  expect(store.read('settings')).toEqual({ theme: 'light' });
});

test('a file that went missing is replaced by the good copy', () => {
  const { folder, config } = usedFolder();
  rmSync(config);
  expect(openStore(folder).read('feeds')).toEqual(feeds);
});

test('without a good copy a damaged file is reported, and everything starts from its defaults', () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-hours-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'config.json'), 'nothing');
  const store = openStore(folder);
  expect(codesOf(store)).toEqual(['settings/damaged']);
  expect(store.read('feeds')).toBeUndefined();
  store.write('settings', { theme: 'dark' });
  expect(openStore(folder).read('settings')).toEqual({ theme: 'dark' });
});

test('the good copy is at most a day old and never taken from a file with bad values', () => {
  const { folder, config } = usedFolder();
  const good = join(folder, 'config.good.json');
  const themeOfCopy = (): unknown => JSON.parse(readFileSync(good, 'utf8')).settings.theme;
  const store = openStore(folder);
  store.write('settings', { theme: 'light' });
  store.keepGoodCopy(Date.now());
  expect(themeOfCopy()).toBe('dark');
  const yesterday = (Date.now() - DAY - 1) / 1000;
  utimesSync(good, yesterday, yesterday);
  store.keepGoodCopy(Date.now());
  expect(themeOfCopy()).toBe('light');

  utimesSync(good, yesterday, yesterday);
  writeFileSync(config, JSON.stringify({ settings: { theme: 'purple' } }));
  const later = openStore(folder);
  expect(codesOf(later)).toEqual(['settings/notTaken']);
  expect(later.problems[0]?.detail).toContain('settings.theme');
  expect(themeOfCopy()).toBe('light');
});

test('nothing is written over what another program wrote, until that is taken or set aside', () => {
  const { folder, config } = usedFolder();
  const store = openStore(folder);
  const edit = JSON.stringify({ settings: { theme: 'light' }, feeds });
  writeFileSync(config, edit);
  expect(store.edited()).toBe(edit);
  expect(() => store.write('settings', { theme: 'dark' })).toThrow(ConfigEdited);
  store.windowMemory.write({ width: 900, height: 700, isMaximized: false });
  expect(readFileSync(config, 'utf8')).toBe(edit);

  store.take(edit, JSON.parse(edit));
  expect(store.read('settings')).toEqual({ theme: 'light' });
  store.write('settings', { theme: 'system' });
  expect(store.edited()).toBeNull();

  writeFileSync(config, '{');
  expect(readFileSync(store.setEditedAside() ?? '', 'utf8')).toBe('{');
  store.write('settings', { theme: 'dark' });
  expect(openStore(folder).read('settings')).toEqual({ theme: 'dark' });
});

test.skipIf(isWindows || process.getuid?.() === 0)(
  'a folder that cannot be written is opened all the same',
  () => {
    const { folder } = usedFolder();
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    const store = openStore(folder);
    expect(store.read('feeds')).toEqual(feeds);
    expect(() => store.write('settings', {})).toThrow(/EACCES|EROFS|EPERM/);
  },
);
