/** Starts, commands and ends the system's Chromium; one browser per app process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { runtime } from '../runtime.ts';
import { trusted } from '../trusted.ts';
import { Cdp, type CdpEvent } from './cdp.ts';
import type { BrowserEvents, Commands, PausedRequest, TargetInfo } from './commands.ts';
import { findChromium } from './findChromium.ts';
import { sendToRunningBrowser } from './runningBrowser.ts';
import { removeStaleLock } from './staleLock.ts';
import { browserArguments, isHeadless, profileArguments, switches } from './switches.ts';

export interface Page {
  sessionId: string;
  targetId: string;
}
interface WantedWindow {
  url: string;
  opened: (page: Page) => void;
}

const STARTS = 15;
const BETWEEN_STARTS_MS = 200;
const WINDOW_OPENS_WITHIN_MS = 20_000;
const BROWSER_ENDS_WITHIN_MS = 3000;
/** Without a window (an app in the tray) Chromium would stay; letting it go frees some 350 MB. */
const RESTS_AFTER_MS = Number(process.env['ELECTRON_HOST_IDLE_MS'] ?? 30_000);
const isVerbose = process.env['ELECTRON_HOST_VERBOSE'] === '1';

class Chromium extends EventEmitter<{
  pageEvent: [CdpEvent];
  detached: [sessionId: string];
  crashed: [BrowserEvents['Target.targetCrashed']];
  request: [PausedRequest];
  gone: [];
}> {
  #process: ChildProcess | undefined;
  #cdp: Cdp | undefined;
  #started: Promise<void> | undefined;
  #isUp = false;
  /** ended before it was up */
  #isGivenUp = false;
  #rest: NodeJS.Timeout | undefined;
  readonly #wanted = new Set<WantedWindow>();
  readonly #openers = new Set<ChildProcess>();

  /** Resolves when the browser takes commands. Starting twice is starting once. */
  start(): Promise<void> {
    return (this.#started ??= this.#startPatiently());
  }

  /** Chromium exits at once while the Chromium of an app that was just killed still holds the profile. */
  async #startPatiently(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#start();
      } catch (error) {
        if (this.#isGivenUp || tries === STARTS) throw error;
        await delay(BETWEEN_STARTS_MS);
      }
    }
  }

  async #start(): Promise<void> {
    const profile = this.#profile();
    mkdirSync(profile, { recursive: true });
    if (process.platform === 'linux') removeStaleLock(profile);
    const exe = findChromium();
    const showsErrors = isVerbose || switches.has('remote-debugging-port');
    const child = spawn(exe, browserArguments(profile, runtime.name), {
      stdio: ['ignore', 'ignore', showsErrors ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    child.stderr?.setEncoding('utf8').on('data', forwardErrors);
    const failed = new Promise<never>((_resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(whyItEnded(exe, code))));
    });
    failed.catch(() => {});
    const cdp = new Cdp(trusted<Writable>(child.stdio[3]), trusted<Readable>(child.stdio[4]));
    this.#cdp = cdp;
    cdp.on('event', (event) => this.#receive(event));
    cdp.on('close', () => {
      this.#cdp = undefined;
      if (!this.#isUp) return;
      this.#isUp = false;
      this.#started = undefined;
      this.emit('gone');
    });
    await Promise.race([cdp.send('Browser.getVersion', {}).catch(() => failed), failed]);
    this.#isUp = true;
    await Promise.all([
      cdp.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
        filter: [{ type: 'page' }],
      }),
      // only for the events of crashed pages
      cdp.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] }),
      // Per page it would race with the first request; on the browser's own session it covers frames and workers too.
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      cdp.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
    ]);
  }

  #profile(): string {
    return join(runtime.userData(), 'browser');
  }

  #receive(event: CdpEvent): void {
    if (event.sessionId !== undefined) {
      this.emit('pageEvent', event);
      return;
    }
    switch (event.method) {
      case 'Target.attachedToTarget': {
        const params: BrowserEvents['Target.attachedToTarget'] = trusted(event.params);
        this.#attached(params.sessionId, params.targetInfo);
        break;
      }
      case 'Target.detachedFromTarget':
        this.emit('detached', trusted<BrowserEvents['Target.detachedFromTarget']>(event.params).sessionId);
        break;
      case 'Target.targetCrashed':
        this.emit('crashed', trusted(event.params));
        break;
      case 'Fetch.requestPaused':
        this.emit('request', trusted<PausedRequest>(event.params));
        break;
    }
  }

  #attached(sessionId: string, target: TargetInfo): void {
    if (target.type !== 'page') {
      this.post('Runtime.runIfWaitingForDebugger', {}, sessionId);
      return;
    }
    const url = normal(target.url || 'about:blank');
    if (isHeadless() && url === 'about:blank') return; // headless begins with a blank page of its own
    for (const wanted of this.#wanted) {
      if (wanted.url !== url) continue;
      this.#wanted.delete(wanted);
      wanted.opened({ sessionId, targetId: target.targetId });
      return;
    }
    // Opened by the user (Ctrl+click, Ctrl+T, target=_blank): an Electron app has no such windows.
    this.post('Target.closeTarget', { targetId: target.targetId });
  }

  async send<M extends keyof Commands>(
    method: M,
    params: Commands[M][0],
    sessionId?: string,
  ): Promise<Commands[M][1]> {
    if (!this.#cdp) throw new Error(`${method}: no browser`);
    return this.#cdp.send(method, params, sessionId);
  }

  /** Sends a command and ignores its failure: the page is gone, and another event reports that. */
  post<M extends keyof Commands>(method: M, params: Commands[M][0], sessionId?: string): void {
    this.send(method, params, sessionId).catch((error: unknown) => {
      if (isVerbose) console.error('electron host:', error);
    });
  }

  /**
   * Opens an app-mode window at its final URL, as a second start of Chromium would ask the running browser to.
   * The protocol can only open tabbed windows, and they begin blank: a test driver would take that blank page for the
   * app's. `onPage` is called at once, since the page's first request may arrive in the same chunk.
   */
  async openWindow(url: string, onPage: (page: Page) => void): Promise<Page> {
    await this.start();
    const { promise, resolve, reject } = Promise.withResolvers<Page>();
    const wanted: WantedWindow = {
      url: normal(url),
      opened: (page) => {
        onPage(page);
        resolve(page);
      },
    };
    const timer = setTimeout(
      () => reject(new Error('electron host: the window did not open')),
      WINDOW_OPENS_WITHIN_MS,
    );
    this.#wanted.add(wanted);
    if (isHeadless()) this.send('Target.createTarget', { url, newWindow: true }).catch(reject);
    else this.#askForWindow(url).catch(reject);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#wanted.delete(wanted);
    }
  }

  async #askForWindow(url: string): Promise<void> {
    const profile = this.#profile();
    const [exe, args] = [findChromium(), [...profileArguments(profile, runtime.name), `--app=${url}`]];
    if (await sendToRunningBrowser(profile, [exe, ...args])) return;
    const opener = spawn(exe, args, { stdio: 'ignore' });
    this.#openers.add(opener);
    opener.once('exit', () => this.#openers.delete(opener));
    await once(opener, 'spawn');
  }

  /** Says how many windows have a page: with none for a while the browser is let go; `openWindow` starts it again. */
  keepFor(windows: number): void {
    clearTimeout(this.#rest);
    if (windows > 0 || switches.has('remote-debugging-port')) return;
    this.#rest = setTimeout(() => void this.end(), RESTS_AFTER_MS);
    this.#rest.unref();
  }

  /** Resolves when the browser's process has ended. */
  async end(): Promise<void> {
    clearTimeout(this.#rest);
    // One that finds no browser to open its window in becomes a browser itself, and would outlive the app.
    for (const opener of this.#openers) opener.kill('SIGKILL');
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return; // a killed one has no exitCode
    const { promise: exited, resolve } = Promise.withResolvers<unknown>();
    child.once('exit', resolve);
    // A Chromium that is still starting has nothing to close.
    if (this.#isUp) this.post('Browser.close', {});
    else {
      this.#isGivenUp = true;
      child.kill('SIGKILL');
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), BROWSER_ENDS_WITHIN_MS);
    await exited;
    clearTimeout(timer);
  }
}

/** Chromium normalises addresses: `http://localhost:5173` comes back with a slash. */
function normal(url: string): string {
  return new URL(url).href;
}

function forwardErrors(text: string): void {
  for (const line of text.split('\n')) {
    if (line.startsWith('DevTools listening') || (isVerbose && line)) process.stderr.write(`${line}\n`);
  }
}

function whyItEnded(exe: string, code: number | null): string {
  const hasDisplay = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] || isHeadless();
  return `electron host: ${exe} ended at once (code ${code})${hasDisplay ? '' : ': there is no display'}; set ELECTRON_HOST_VERBOSE=1 to see why`;
}

export const chromium = new Chromium();
