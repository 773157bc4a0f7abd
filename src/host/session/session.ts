import { chromium } from '../chromium/chromium.ts';
import { requireReady } from '../runtime.ts';
import { toWeb } from './schemes.ts';

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

class Session {
  #ask: RequestHandler = null;
  #check: CheckHandler = null;

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#ask = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  /** Whether the page may. Without handlers everything is granted, as in Electron: a missing handler shows. */
  async decide(contents: Electron.WebContents, permission: PermissionName_, url: string): Promise<boolean> {
    const details = { requestingUrl: url, isMainFrame: true };
    if (this.#check) {
      return this.#check(contents, permission, new URL(url).origin, details);
    }
    const ask = this.#ask;
    if (!ask) return true;
    return new Promise((resolve) => {
      ask(contents, permission, resolve, details);
    });
  }
}
type PermissionName_ = (typeof PERMISSIONS)[number][1];

const theSession = new Session();

/** The app's decisions go to the browser before a page's first document: DevTools cannot ask at the moment of use. */
export async function settlePermissions(contents: Electron.WebContents, url: string): Promise<void> {
  if (!URL.canParse(url)) return;
  const origin = new URL(toWeb(url)).origin;
  for (const [name, permission] of PERMISSIONS) {
    const isAllowed = await theSession.decide(contents, permission, url);
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
