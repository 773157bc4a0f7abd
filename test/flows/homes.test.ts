import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFiles } from '#main/adapters/disk/files.ts';
import { openStore } from '#main/adapters/disk/store.ts';
import { MINUTE } from '#base';
import { FakeNotifier } from '../fakes/fakeDesktop.ts';
import { Computer } from '../fakes/startApp.ts';
import { content } from '../fixtures/homes/content.ts';

const homes = join(import.meta.dirname, '../fixtures/homes');
const names = readdirSync(homes, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A computer without a network, with a copy of the home on disk, half a minute after the app quit. */
function computerIn(name: string): { readonly computer: Computer } & Disposable {
  const home = mkdtempSync(join(tmpdir(), 'office-hours-home-'));
  cpSync(join(homes, name), home, { recursive: true });
  const userData = join(home, 'user');
  const config = join(userData, 'config.json');
  writeFileSync(config, readFileSync(config, 'utf8').replaceAll('{home}', JSON.stringify(home).slice(1, -1)));
  const computer = new Computer('2026-11-20T14:51:00Z');
  computer.files = createFiles();
  computer.secrets.state = 'missing';
  computer.network.isOnline = false;
  computer.folders = {
    ...computer.folders,
    userData,
    documents: join(home, 'documents'),
    catalogueFolder: join(import.meta.dirname, '../../assets/catalogue'),
  };
  return {
    computer: Object.assign(computer, { store: openStore(userData) }),
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}

test.each(names)('everything that the app of %s stored is there', async (name) => {
  using opened = computerIn(name);
  const { computer } = opened;
  const notifier = new FakeNotifier();
  await using app = await computer.start(notifier);
  const { window } = app;
  expect(await window.ask('app:problems')).toEqual([]);
  expect(await window.ask('settings:get')).toMatchObject({ theme: 'dark', isWelcomeDone: true });
  expect((await window.ask('feeds:list')).map(({ feed }) => [feed.name, feed.followed])).toEqual([
    ['Kubernetes community', content.followed],
    ['Team', 'all'],
    ['Kite flyers', 'all'],
  ]);

  const { occurrences } = await window.askAgenda();
  const titled = (title: string) => occurrences.filter((one) => one.title === title);
  const [sync, nextSync] = titled('Contributor sync');
  expect(sync).toMatchObject({ joinLinks: [{ url: content.room }, {}] });
  expect(titled('kOps Office Hours')).not.toEqual([]);
  expect(titled('Kite flyers').map(({ originalStart }) => originalStart.slice(0, 10))).toContain(
    content.tuesday,
  );
  expect(titled('Kite flyers').every(({ isWeekUnknown }) => !isWeekUnknown)).toBe(true);

  const note = await window.ask('notes:openFor', sync?.key ?? '');
  expect(note).toMatchObject({ ok: true, value: { body: content.note } });
  const [transcript] = await window.ask('transcripts:list');
  const captions = await window.ask('transcripts:read', transcript?.path ?? '');
  expect(JSON.stringify(captions)).toContain('interview about lighthouses');
  expect(await window.ask('private:state')).toEqual({ kind: 'locked', by: 'passphrase' });
  expect(await window.ask('private:unlock', content.passphrase)).toMatchObject({
    ok: true,
    value: { notes: [content.privateNote] },
  });

  // The ten-minute reminder was shown before, so it does not come again; the one at the start does.
  await computer.clock.advance(MINUTE);
  expect(notifier.notices.filter(({ title }) => title === 'Contributor sync')).toEqual([]);
  await computer.clock.advanceTo('2026-11-20T15:00:30Z');
  expect(notifier.notices.map(({ title }) => title)).toContain('Contributor sync');
  // The user skipped the next one.
  expect(nextSync?.originalStart).toBe('2026-11-27T15:00:00.000Z');
  await app[Symbol.asyncDispose]();
  computer.clock.jumpTo('2026-11-27T14:58:30Z');
  const later = new FakeNotifier();
  await using again = await computer.start(later);
  await computer.clock.advance(3 * MINUTE);
  expect((await again.window.askAgenda()).occurrences.map(({ key }) => key)).toContain(nextSync?.key);
  expect(later.notices.map(({ title }) => title)).not.toContain('Contributor sync');
});
