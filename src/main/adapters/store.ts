import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ElectronStore from 'electron-store';
import type { Problem } from '../../shared/problem.ts';
import type { Store } from '../ports.ts';
import { createWindowMemory } from './windowMemory.ts';
import type { WindowMemory } from './windowMemory.ts';

/** The configuration file, `config.json` in the folder of the app's data. It also holds where the window was. */
export function openStore(userData: string): Store & { readonly windowMemory: WindowMemory } {
  // electron-store throws at a file that is no JSON, or resets it; neither is what its owner wants.
  const problems = setAsideIfDamaged(join(userData, 'config.json'));
  const store = new ElectronStore<Record<string, unknown>>({ cwd: userData });
  return {
    problems,
    read: (key) => store.get(key),
    write: (key, value) => store.set(key, value),
    windowMemory: createWindowMemory(
      () => store.get('window'),
      (value) => store.set('window', value),
    ),
  };
}

/** @returns what to tell the user; nothing where the file is sound or missing */
export function setAsideIfDamaged(path: string): Problem[] {
  let text: string;
  try {
    mkdirSync(dirname(path), { recursive: true });
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  if (isJsonObject(text)) return [];
  // A name with a date: an earlier damaged file must not be overwritten by a later one.
  const aside = path.replace(/\.json$/, `.damaged-${new Date().toISOString().replaceAll(':', '-')}.json`);
  renameSync(path, aside);
  return [
    {
      code: 'settings/damaged',
      title: 'Your settings could not be read',
      detail: `The file was damaged, so settings and feeds start from their defaults. It was kept as ${aside}.`,
    },
  ];
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
