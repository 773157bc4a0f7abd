import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Resolves once the program is started; what becomes of it is unknown, as in Electron. */
async function xdgOpen(target: string, program = 'xdg-open'): Promise<void> {
  const child = spawn(program, [target], { stdio: 'ignore', detached: true });
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  child.unref();
}

/** The program that moves to the trash, chosen as Electron does: shell/common/platform_util_linux.cc MoveItemToTrash. */
function trashCommand(path: string, environment: NodeJS.ProcessEnv): readonly [string, readonly string[]] {
  const isOldKde =
    environment['XDG_CURRENT_DESKTOP']?.split(':').includes('KDE') === true &&
    /^[45]$/.test(environment['KDE_SESSION_VERSION'] ?? '');
  const program = environment['ELECTRON_TRASH'] || (isOldKde ? 'kioclient5' : 'gio');
  if (program === 'kioclient5' || program === 'kioclient') return [program, ['move', path, 'trash:/']];
  if (program === 'trash-cli') return ['trash-put', [path]];
  return program === 'gvfs-trash' ? ['gvfs-trash', [path]] : ['gio', ['trash', path]];
}

export const shell = {
  async openExternal(url: string, _options?: Electron.OpenExternalOptions): Promise<void> {
    if (!URL.canParse(url)) throw new Error('Invalid URL');
    await xdgOpen(url, url.toLowerCase().startsWith('mailto:') ? 'xdg-email' : 'xdg-open');
  },

  /** Never settles on Linux, as in Electron since 42: do not await it. */
  openPath(path: string): Promise<string> {
    xdgOpen(path).catch(() => {});
    return new Promise(() => {});
  },

  /** Settles when the program has ended; the reason of a failure is unknown, as in Electron. */
  async trashItem(path: string): Promise<void> {
    const child = spawn(...trashCommand(path, process.env), { stdio: 'ignore' });
    const code = await new Promise((resolve) => {
      child.once('exit', resolve).once('error', resolve);
    });
    if (code !== 0) throw new Error('Failed to move item to trash');
  },

  showItemInFolder(fullPath: string): void {
    xdgOpen(pathToFileURL(dirname(fullPath)).href).catch(() => {});
  },

  beep(): void {
    process.stderr.write('\u0007');
  },
};
