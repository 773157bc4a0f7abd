import { app } from '../app.ts';
import { EventEmitter, makeEvent } from '../emitter.ts';
import { markDestroyed } from '../destroyed.ts';
import { answerInvoke, ipcMain } from '../ipcMain.ts';
import { NativeImage } from '../nativeImage.ts';
import { originOf } from '../session/schemes.ts';
import { session } from '../session/session.ts';
import { trusted } from '../trusted.ts';
import { keys } from './keys.ts';
import type { LoadError } from './loadError.ts';
import type { PageLink } from './pageLink.ts';
import { createPageLink } from './pageLinks.ts';
import { checkPdfOptions, pdfOptions } from './printing.ts';

type OpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;

const links = new WeakMap<WebContents, PageLink>();
const contents = new WeakMap<PageLink, WebContents>();
const openHandlers = new WeakMap<WebContents, OpenHandler>();
let nextId = 1;

/** Electron's face of a window's contents; the page itself is behind `linkOf`. */
export class WebContents extends EventEmitter {
  readonly id = nextId++;

  constructor(preloadFile: string | undefined) {
    super();
    const link = createPageLink(preloadFile);
    links.set(this, link);
    contents.set(link, this);
    link.on('console', (message) => {
      this.emit('console-message', makeEvent({ ...message, frame: this.mainFrame }));
    });
    link.on('navigated', () => this.emit('did-navigate', makeEvent(), link.url, 200, 'OK'));
    link.on('loaded', () => this.emit('did-finish-load', makeEvent()));
    link.on('failed', (error) => this.#failed(error));
    link.on('stopped', () => this.emit('did-stop-loading', makeEvent()));
    link.on('crashed', (details) => {
      this.emit('render-process-gone', makeEvent(), details);
      app.emit('render-process-gone', makeEvent(), this, details);
    });
    link.on('preload-error', (error) => this.emit('preload-error', makeEvent(), link.preloadFile, error));
    link.on('message', (message) => this.#heard(message));
    app.emit('web-contents-created', makeEvent(), this);
  }

  #failed(error: LoadError): void {
    this.emit('did-fail-load', makeEvent(), error.errno, error.code, error.url, true, 1, 1);
  }

  #heard([kind, ...rest]: unknown[]): void {
    switch (kind) {
      case 'invoke': {
        const [id, channel, args] = trusted<[number, string, never[]]>(rest);
        void this.#answer(id, channel, args);
        break;
      }
      case 'send': {
        const [channel, args] = trusted<[string, unknown[]]>(rest);
        ipcMain.emit(channel, this.#ipcEvent(), ...args);
        break;
      }
      case 'dom-ready':
        this.emit('dom-ready', makeEvent());
        break;
      case 'foreign-link':
        mayNavigate(this, trusted(rest[0]), 'main');
        break;
      case 'key':
        keys.emit('left', trusted(rest[0]));
        break;
      case 'preload-error':
        this.emit('preload-error', makeEvent(), rest[0], rest[1]);
        break;
    }
  }

  #ipcEvent(): Electron.IpcMainInvokeEvent {
    return trusted(
      makeEvent({
        sender: this,
        senderFrame: this.mainFrame,
        frameId: 1,
        processId: 1,
        type: 'frame',
        ports: [],
        reply: (channel: string, ...args: unknown[]): void => this.send(channel, ...args),
      }),
    );
  }

  async #answer(id: number, channel: string, args: never[]): Promise<void> {
    const link = linkOf(this);
    const asking = link.document;
    // an answer belongs to the document that asked; a later document counts its requests anew
    const post = (...message: unknown[]): void => {
      if (link.document === asking) link.post(...message);
    };
    try {
      post('resolve', id, await answerInvoke(channel, this.#ipcEvent(), args));
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      post('reject', id, `Error invoking remote method '${channel}': ${String(error)}`);
    }
  }

  /** Its own menu did that already. */
  replaceMisspelling(_text: string): void {}

  get session(): typeof session.defaultSession {
    return session.defaultSession;
  }

  get mainFrame(): Electron.WebFrameMain {
    const link = linkOf(this);
    return trusted({
      url: link.url,
      origin: originOf(link.url),
      parent: null,
      frames: [],
      routingId: 1,
      processId: 1,
      name: '',
      isDestroyed: () => link.isEnded,
    });
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    try {
      linkOf(this).post('event', channel, args);
    } catch (error) {
      console.error('Error sending from webFrameMain: ', error);
    }
  }

  getURL(): string {
    return linkOf(this).url;
  }

  isLoadingMainFrame(): boolean {
    return linkOf(this).isLoading;
  }

  isDestroyed(): boolean {
    return linkOf(this).isEnded;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    openHandlers.set(this, handler);
  }

  loadURL(url: string): Promise<void> {
    const loading = linkOf(this).load(url);
    loading.catch(() => {}); // as in Electron, the app may ignore the result
    return loading;
  }

  reload(): void {
    linkOf(this)
      .reload()
      .catch((error: unknown) => console.error('electron host: reload:', error));
  }

  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return linkOf(this).evaluate(code, userGesture);
  }

  async capturePage(): Promise<NativeImage> {
    const link = linkOf(this);
    await link.painted; // before that there is nothing to see, and Chromium says so
    const { data } = await link.send('Page.captureScreenshot', { format: 'png' });
    return NativeImage.createFromBuffer(Buffer.from(data, 'base64'));
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    checkPdfOptions(options);
    const { data } = await linkOf(this).send('Page.printToPDF', pdfOptions(options));
    return Buffer.from(data, 'base64');
  }
}

export function linkOf(webContents: WebContents): PageLink {
  return links.get(webContents)!;
}

export function contentsOf(link: PageLink): WebContents {
  return contents.get(link)!;
}

/** With their window. */
export function destroyContents(webContents: WebContents): void {
  linkOf(webContents).end();
  webContents.emit('destroyed', makeEvent());
  markDestroyed(webContents);
}

/** Whether the app lets the page go there. A `will-frame-navigate` that is prevented is the last event of all. */
export function mayNavigate(webContents: WebContents, url: string, frame: 'main' | 'inner'): boolean {
  const first = navigationEvent(webContents, url, frame);
  webContents.emit('will-frame-navigate', first);
  if (first.defaultPrevented || frame === 'inner') return !first.defaultPrevented;
  const second = navigationEvent(webContents, url, frame);
  webContents.emit('will-navigate', second, url);
  return !second.defaultPrevented;
}

/** Whether the app lets a server send the page elsewhere. */
export function mayRedirect(webContents: WebContents, url: string, frame: 'main' | 'inner'): boolean {
  const event = navigationEvent(webContents, url, frame);
  webContents.emit('will-redirect', event, url, false, frame === 'main');
  return !event.defaultPrevented;
}

function navigationEvent(webContents: WebContents, url: string, frame: 'main' | 'inner') {
  const { mainFrame } = webContents;
  return makeEvent({
    url,
    isMainFrame: frame === 'main',
    isSameDocument: false,
    frame: mainFrame,
    initiator: mainFrame,
  });
}

/** Options for the window that a page asks for; undefined if it is denied. Without a handler it is allowed. */
export function askToOpen(
  webContents: WebContents,
  url: string,
  name: string,
  features: string,
): Electron.BrowserWindowConstructorOptions | undefined {
  const handler = openHandlers.get(webContents);
  if (!handler) return {};
  try {
    const answer = handler({
      url,
      frameName: name === '_blank' ? '' : name,
      features,
      disposition: features ? 'new-window' : 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    });
    if (answer.action === 'allow') return answer.overrideBrowserWindowOptions ?? {};
    if (answer.action !== 'deny') console.error("The window open handler response must have an 'action'.");
  } catch (error) {
    // Denied; and it reaches `uncaughtException` like an error of any other callback.
    queueMicrotask(() => {
      throw error;
    });
  }
  return undefined;
}
