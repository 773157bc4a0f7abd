/** `app.getPath` on Linux, by the XDG base directories. */
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { runtime } from './runtime.ts';

const USER_FOLDERS: Record<string, string> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};
const changed = new Map<string, string>();

/** Throws Electron's text on a name it does not know. */
export function getPath(name: string): string {
  const set = changed.get(name);
  if (set !== undefined) return set;
  const home = homedir();
  switch (name) {
    case 'home':
      return home;
    case 'appData':
      return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
    case 'userData':
      return join(getPath('appData'), runtime.name);
    case 'sessionData':
      return getPath('userData');
    case 'temp':
      return tmpdir();
    case 'exe':
      return process.execPath;
    case 'logs':
      return join(getPath('userData'), 'logs');
    case 'crashDumps':
      return join(getPath('userData'), 'Crashpad');
    default: {
      const folder = USER_FOLDERS[name];
      if (folder === undefined) throw new Error(`Failed to get '${name}' path`);
      return join(home, folder);
    }
  }
}

/** Throws unless the path is absolute and the name known; makes the folder. */
export function setPath(name: string, path: string): void {
  if (!isAbsolute(path)) throw new Error('Path must be absolute');
  try {
    getPath(name);
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new Error('Failed to set path', { cause });
  }
  changed.set(name, path);
}

runtime.userData = () => getPath('userData');
