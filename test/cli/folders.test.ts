import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notesFolder, userDataFolder } from '#cli/folders.ts';

test.each([
  ['linux', { HOME: '/home/jo' }, join('/home/jo', '.config', 'Office Hours')],
  ['linux', { HOME: '/home/jo', XDG_CONFIG_HOME: '/home/jo/conf' }, join('/home/jo/conf', 'Office Hours')],
  ['linux', { HOME: '/home/jo', XDG_CONFIG_HOME: '' }, join('/home/jo', '.config', 'Office Hours')],
  ['darwin', { HOME: '/Users/jo' }, join('/Users/jo', 'Library', 'Application Support', 'Office Hours')],
  ['win32', { APPDATA: '/c/jo/Roaming' }, join('/c/jo/Roaming', 'Office Hours')],
])('on %s the folders are those of Electron', (platform, env, expected) => {
  expect(userDataFolder({ platform, env })).toBe(expected);
});

test('the notes folder is the chosen one, or in the documents folder of the desktop', async () => {
  const home = await mkdtemp(join(tmpdir(), 'office-hours-folders-'));
  const system = { platform: 'linux', env: { HOME: home } };
  expect(await notesFolder(system, null)).toBe(join(home, 'Documents', 'Office Hours'));
  await mkdir(join(home, '.config'));
  await writeFile(join(home, '.config', 'user-dirs.dirs'), '# dirs\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n');
  expect(await notesFolder(system, null)).toBe(join(home, 'Dokumente', 'Office Hours'));
  expect(await notesFolder(system, '/notes')).toBe('/notes');
  await rm(home, { recursive: true });
});
