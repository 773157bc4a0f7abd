import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { Store } from '../ports.ts';
import { setAsideIfDamaged } from './damagedFile.ts';
import { createWindowMemory } from './windowMemory.ts';
import type { WindowMemory } from './windowMemory.ts';

/** The configuration file, `config.json` in the folder of the app's data. It also holds where the window was. */
export function openStore(userData: string): Store & { readonly windowMemory: WindowMemory } {
  // electron-store throws at a file that is no JSON, or resets it; neither is what its owner wants.
  const problems = setAsideIfDamaged(join(userData, 'config.json'));
  // Addresses of feeds may hold tokens: nobody but their owner reads them.
  const store = new ElectronStore<Record<string, unknown>>({ cwd: userData, configFileMode: 0o600 });
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
