import { app } from 'electron';
import { z } from 'zod';
import { readLaunchRequest, type LaunchRequest } from '#core/desktop/launchRequest.ts';
import type { Launches } from '../../ports/launches.ts';

/** What a second start sends to the first. */
const sentArguments = z.object({ args: z.array(z.string().max(10_000)).max(100) }).catch({ args: [] });

/** Collects what starts of the app ask for, until the app is there to hear it. */
export interface LaunchQueue extends Launches {
  add(wish: LaunchRequest): void;
}

/**
 * Makes the installed app the one that opens our links. On Linux the package's .desktop file does (electron-builder.yml,
 * `protocols`), and asking Chromium to do it would wait for a program of the system at each start.
 */
export function registerLinks(): void {
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('office-hours');
}

/** To be called before Electron is ready: macOS sends a link that starts the app so early. */
export function collectLaunches(): LaunchQueue {
  const waiting: LaunchRequest[] = [];
  let heard: ((wish: LaunchRequest) => void) | null = null;
  const add = (wish: LaunchRequest): void => {
    if (heard === null) waiting.push(wish);
    else heard(wish);
  };
  app.on('second-instance', (_event, _argv, _folder, data) => {
    add(readLaunchRequest(sentArguments.parse(data).args));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    add(readLaunchRequest([url]));
  });
  return {
    add,
    onRequest(callback) {
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
