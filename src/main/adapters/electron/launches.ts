import { app } from 'electron';
import { z } from 'zod';
import { readLaunchRequest, type LaunchRequest } from '#core/desktop/launchRequest.ts';
import type { Launches } from '../../ports/launches.ts';

/** What a second instance sends to the first. */
const sentArguments = z.object({ args: z.array(z.string().max(10_000)).max(100) }).catch({ args: [] });

/** Queues launch requests until the app listens. */
export interface LaunchQueue extends Launches {
  add(request: LaunchRequest): void;
}

/**
 * Registers the installed app for `office-hours:` links. On Linux the package's .desktop file does this
 * (electron-builder.yml, `protocols`); Chromium would run a system program at each start for it.
 */
export function registerLinks(): void {
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('office-hours');
}

/** Call it before Electron is ready: on macOS `open-url` for the link that starts the app fires that early. */
export function collectLaunches(): LaunchQueue {
  const waiting: LaunchRequest[] = [];
  let listener: ((request: LaunchRequest) => void) | null = null;
  const add = (request: LaunchRequest): void => {
    if (listener === null) waiting.push(request);
    else listener(request);
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
    isWindowWanted: () => waiting.some(({ kind }) => kind !== 'stayHidden' && kind !== 'joinNow'),
    onRequest(callback) {
      listener = callback;
      for (const request of waiting.splice(0)) callback(request);
      return {
        [Symbol.dispose]() {
          listener = null;
        },
      };
    },
  };
}
