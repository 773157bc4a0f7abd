import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from './command.ts';

/** The folders of the desktop app. Electron derives them from the product name and the platform's rules. */

type System = Pick<Terminal, 'env' | 'platform'>;

const PRODUCT = 'Office Hours';

/** Empty variables count as unset (XDG Base Directory Specification). */
const variable = ({ env }: System, name: string): string | null => env[name] || null;

const home = (system: System): string =>
  variable(system, system.platform === 'win32' ? 'USERPROFILE' : 'HOME') ?? homedir();

const configHome = (system: System): string =>
  variable(system, 'XDG_CONFIG_HOME') ?? join(home(system), '.config');

/** The folder of settings, feeds and their copies. */
export function userDataFolder(system: System): string {
  switch (system.platform) {
    case 'darwin':
      return join(home(system), 'Library', 'Application Support', PRODUCT);
    case 'win32':
      return join(variable(system, 'APPDATA') ?? join(home(system), 'AppData', 'Roaming'), PRODUCT);
    default:
      return join(configHome(system), PRODUCT);
  }
}

/** The user's documents: on Linux from xdg-user-dirs, else `Documents` in the home folder. */
async function documentsFolder(system: System): Promise<string> {
  const usual = join(home(system), 'Documents');
  if (system.platform === 'darwin' || system.platform === 'win32') return usual;
  const lines = await readFile(join(configHome(system), 'user-dirs.dirs'), 'utf8').catch(() => '');
  const configured = /^\s*XDG_DOCUMENTS_DIR="([^"\n]+)"/m.exec(lines)?.[1];
  return configured === undefined ? usual : configured.replace(/^\$HOME(?=\/|$)/, home(system));
}

/** The notes folder: the chosen one, else `Office Hours` in the documents. */
export const notesFolder = async (system: System, chosen: string | null): Promise<string> =>
  chosen ?? join(await documentsFolder(system), PRODUCT);

/** The folder of the built-in catalogues, in the checkout as in the installed app. */
export const catalogueFolder = ({ programFolder }: Pick<Terminal, 'programFolder'>): string =>
  join(programFolder, 'assets', 'catalogue');
