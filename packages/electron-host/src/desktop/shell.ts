import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Resolves once the program is started; what becomes of it is unknown, as in Electron. */
async function xdgOpen(target: string, program = 'xdg-open'): Promise<void> {
  const child = spawn(program, [target], { stdio: 'ignore', detached: true });
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  child.unref();
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

  showItemInFolder(fullPath: string): void {
    xdgOpen(pathToFileURL(dirname(fullPath)).href).catch(() => {});
  },

  beep(): void {
    process.stderr.write('\u0007');
  },
};
