import { setImmediate } from 'node:timers/promises';
import { app, shell } from 'electron';
import type { Browser } from '../../ports/browser.ts';

/** The system's browser and programs; the only call of `shell.openExternal`. `join/externalLinks` decides what may open. */
export function createBrowser(): Browser {
  return {
    open: (address) => shell.openExternal(address),
    // On Linux this runs xdg-mime synchronously; the pause lets other events run between two look-ups.
    programFor: async (scheme) => {
      await setImmediate();
      return app.getApplicationNameForProtocol(`${scheme}://`) || null;
    },
  };
}
