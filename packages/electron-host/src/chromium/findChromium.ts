import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
/** The distributions' wrappers in /usr/bin are shell scripts that print noise and take 50–100 ms; Debian's is bypassed. */
const BEHIND_WRAPPERS = ['/usr/lib/chromium/chromium'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser to use: ELECTRON_HOST_BROWSER, else the system's. If there is none, the error says how to install one. */
export function findChromium(): string {
  const asked = process.env['ELECTRON_HOST_BROWSER'];
  if (asked) return asked;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((dir) => NAMES.map((name) => join(dir, name)));
  const found = [...BEHIND_WRAPPERS, ...onPath].find(isExecutable);
  if (!found)
    throw new Error('electron host: no Chromium or Chrome found; set ELECTRON_HOST_BROWSER to its path');
  return found;
}
