import { app } from '../app.ts';
import { EventEmitter, makeEvent, type HostEvent } from '../emitter.ts';
import { markDestroyed } from '../destroyed.ts';
import { ipcMain } from '../ipcMain.ts';
import { NativeImage } from '../nativeImage.ts';
import { originOf } from '../session/schemes.ts';
import { session } from '../session/session.ts';
import { PageLink, type LoadError } from './pageLink.ts';
import { pdfOptions } from './printing.ts';

type OpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;

const links = new WeakMap<WebContents, PageLink>();
const contents = new WeakMap<PageLink, WebContents>();
let nextId = 1;

/** Electron's face of a window's contents; the page itself is behind `linkOf`. */
export class WebContents extends EventEmitter {
  readonly id = nextId++;
  #openHandler: OpenHandler | undefined;
  #isDestroyed = false;

  constructor(preloadFile: string | undefined) {
    super();
    const link = new PageLink(preloadFile);
    links.set(this, link);
    contents.set(link, this);
    link.on('console', (message) =>
      this.emit('console-message', makeEvent({ ...message, frame: this.mainFrame })),
    );
    link.on('navigated', () => this.emit('did-navigate', makeEvent(), link.url, 200, 'OK'));
    link.on('loaded', () => this.emit('did-finish-load', makeEvent()));
    link.on('failed', (error) => this.#failed(error));
    link.on('crashed', () => {
      this.emit('render-process-gone', makeEvent(), { reason: 'crashed', exitCode: 1 });
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
        const [id, channel, args] = rest as [number, string, unknown[]];
        void this.#answer(id, channel, args);
        break;
      }
      case 'send': {
        const [channel, args] = rest as [string, unknown[]];
        ipcMain.emit(channel, this.#ipcEvent(), ...args);
        break;
      }
      case 'dom-ready':
        this.emit('dom-ready', makeEvent());
        break;
      case 'foreign-link':
        this.askToNavigate_(rest[0] as string, 'main');
        break;
      case 'preload-error':
        this.emit('preload-error', makeEvent(), rest[0], rest[1]);
        break;
    }
  }

  #ipcEvent(): Electron.IpcMainInvokeEvent {
    const details = {
      sender: this,
      senderFrame: this.mainFrame,
      frameId: 1,
      processId: 1,
      type: 'frame',
      ports: [],
    };
    const reply = (channel: string, ...args: unknown[]): void => this.send(channel, ...args);
    return makeEvent({ ...details, reply }) as unknown as Electron.IpcMainInvokeEvent;
  }

  async #answer(id: number, channel: string, args: unknown[]): Promise<void> {
    const link = linkOf(this);
    const asking = link.document;
    // an answer belongs to the document that asked: a later one has numbers of its own
    const post = (...message: unknown[]): void => {
      if (link.document === asking) link.post(...message);
    };
    try {
      post('resolve', id, await ipcMain.answer_(channel, this.#ipcEvent(), args));
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      post('reject', id, `Error invoking remote method '${channel}': ${String(error)}`);
    }
  }

  /** Whether the app lets the page go there. */
  askToNavigate_(url: string, frame: 'main' | 'inner', isRedirect = false): boolean {
    const isMainFrame = frame === 'main';
    const details = {
      url,
      isMainFrame,
      isSameDocument: false,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    };
    const event: HostEvent = makeEvent(details);
    if (isRedirect) this.emit('will-redirect', event, url, false, isMainFrame);
    else {
      this.emit('will-frame-navigate', event);
      if (isMainFrame) this.emit('will-navigate', event, url);
    }
    return !event.defaultPrevented;
  }

  /** Options for the window that a page asks for; undefined where it is denied. Without a handler it is allowed. */
  askToOpen_(
    url: string,
    name: string,
    features: string,
  ): Electron.BrowserWindowConstructorOptions | undefined {
    if (!this.#openHandler) return {};
    try {
      const answer = this.#openHandler({
        url,
        frameName: name === '_blank' ? '' : name,
        features,
        disposition: features ? 'new-window' : 'foreground-tab',
        referrer: { url: '', policy: 'default' },
      });
      if (answer.action === 'allow') return answer.overrideBrowserWindowOptions ?? {};
      if (answer.action !== 'deny') console.error("The window open handler response must have an 'action'.");
    } catch (error) {
      console.error(error);
    }
    return undefined;
  }

  get session(): typeof session.defaultSession {
    return session.defaultSession;
  }

  get mainFrame(): Electron.WebFrameMain {
    const { url } = linkOf(this);
    const frame = {
      url,
      origin: originOf(url),
      parent: null,
      frames: [],
      routingId: 1,
      processId: 1,
      name: '',
    };
    return Object.assign(frame, { isDestroyed: () => this.#isDestroyed }) as unknown as Electron.WebFrameMain;
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

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  loadURL(url: string): Promise<void> {
    const loading = linkOf(this).load(url);
    loading.catch(() => {}); // like Electron: nobody has to look
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
    const { data } = await linkOf(this).send('Page.captureScreenshot', { format: 'png' });
    return NativeImage.createFromBuffer(Buffer.from(data, 'base64'));
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { data } = await linkOf(this).send('Page.printToPDF', pdfOptions(options));
    return Buffer.from(data, 'base64');
  }

  /** With its window. */
  destroy_(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    linkOf(this).end();
    this.emit('destroyed', makeEvent());
    markDestroyed(this);
  }
}

export function linkOf(webContents: WebContents): PageLink {
  return links.get(webContents)!;
}

export function contentsOf(link: PageLink): WebContents {
  return contents.get(link)!;
}
