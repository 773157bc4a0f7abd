import { setImmediate } from 'node:timers/promises';
import { app, shell } from 'electron';
import type { Browser } from '../../ports/browser.ts';

/** The system's browser and programs; the only call of `shell.openExternal`. What may be opened, `join/linkGate` says. */
export function createBrowser(): Browser {
  return {
    open: (address) => shell.openExternal(address),
    // Where the system is asked by a program of its own (xdg-mime) that takes a while: other work goes on between two.
    programFor: async (scheme) => {
      await setImmediate();
      return app.getApplicationNameForProtocol(`${scheme}://`) || null;
    },
  };
}
