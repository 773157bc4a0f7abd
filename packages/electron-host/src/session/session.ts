import { chromium } from '../chromium/chromium.ts';
import { EventEmitter } from '../emitter.ts';
import { requireReady } from '../runtime.ts';
import { originOf, toWeb } from './schemes.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

/** Chromium's names and Electron's. */
const PERMISSIONS = [
  ['notifications', 'notifications'],
  ['geolocation', 'geolocation'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
] as const;

let askHandler: RequestHandler = null;
let checkHandler: CheckHandler = null;

/** `will-download` is never emitted: the host's browser refuses every download. */
class Session extends EventEmitter {
  /** As a desktop without proxies; ELECTRON_HOST_PROXY is the answer of another one. */
  resolveProxy(_url: string): Promise<string> {
    return Promise.resolve(process.env['ELECTRON_HOST_PROXY'] ?? 'DIRECT');
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    askHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    checkHandler = handler;
  }
}

const theSession = new Session();

/** Whether the page may. Without handlers everything is granted, as in Electron: a missing handler shows. */
export async function decidePermission(
  contents: Electron.WebContents,
  permission: (typeof PERMISSIONS)[number][1],
  url: string,
): Promise<boolean> {
  const details = { requestingUrl: url, isMainFrame: true };
  if (checkHandler) return checkHandler(contents, permission, originOf(url), details);
  const ask = askHandler;
  if (!ask) return true;
  return new Promise((resolve) => {
    ask(contents, permission, resolve, details);
  });
}

/** The app's decisions go to the browser before a page's first document: DevTools cannot ask at the moment of use. */
export async function settlePermissions(contents: Electron.WebContents, url: string): Promise<void> {
  if (!URL.canParse(url)) return;
  const { origin } = new URL(toWeb(url));
  for (const [name, permission] of PERMISSIONS) {
    const isAllowed = await decidePermission(contents, permission, url);
    await chromium.send('Browser.setPermission', {
      permission: { name },
      setting: isAllowed ? 'granted' : 'denied',
      origin,
    });
  }
}

export const session = {
  get defaultSession(): Session {
    requireReady('Session can only be received when app is ready');
    return theSession;
  },
};
