import { app } from 'electron';
import { z } from 'zod';
import { readStartWish, type StartWish } from '#core/desktop/launchRequest.ts';
import type { Starts } from '../../ports/ports.ts';

/** What a second start sends to the first. */
const sentArguments = z.object({ args: z.array(z.string().max(10_000)).max(100) }).catch({ args: [] });

/** Collects what starts of the app ask for, until the app is there to hear it. */
export interface StartQueue extends Starts {
  add(wish: StartWish): void;
}

/**
 * Makes the installed app the one that opens our links. On Linux the package's .desktop file does (electron-builder.yml,
 * `protocols`), and asking Chromium to do it would wait for a program of the system at each start.
 */
export function registerLinks(): void {
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('office-hours');
}

/** To be called before Electron is ready: macOS sends a link that starts the app so early. */
export function collectStarts(): StartQueue {
  const waiting: StartWish[] = [];
  let heard: ((wish: StartWish) => void) | null = null;
  const add = (wish: StartWish): void => {
    if (heard === null) waiting.push(wish);
    else heard(wish);
  };
  app.on('second-instance', (_event, _argv, _folder, data) => {
    add(readStartWish(sentArguments.parse(data).args));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    add(readStartWish([url]));
  });
  return {
    add,
    onWish(callback) {
      heard = callback;
      for (const wish of waiting.splice(0)) callback(wish);
      return {
        [Symbol.dispose]() {
          heard = null;
        },
      };
    },
  };
}
