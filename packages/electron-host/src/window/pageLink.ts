import { EventEmitter } from 'node:events';
import { chromium, type Page } from '../chromium/chromium.ts';
import type { CdpEvent } from '../chromium/cdp.ts';
import type { Commands, PageEvents } from '../chromium/commands.ts';
import { themeFeatures } from '../desktop/nativeTheme.ts';
import { codec } from '../page/codec.ts';
import { toApp, toWeb, withoutHash } from '../session/schemes.ts';
import { trusted } from '../trusted.ts';
import { consoleMessage, logMessage, uncaughtMessage, type ConsoleMessage } from './consoleMessages.ts';
import { answerForPath } from './filePaths.ts';
import { LoadError } from './loadError.ts';
import { links } from './pageLinks.ts';
import { pageScripts } from './pageScripts.ts';

const WORLD = 'Electron Isolated Context';
/** taken away by page/isolatedWorld.ts before the preload runs */
const BINDING = 'electronHostPost';

export interface PageLinkEvents {
  wanted: [];
  console: [ConsoleMessage];
  navigated: [];
  loaded: [];
  failed: [error: LoadError];
  /** loaded, failed or given up */
  stopped: [];
  painted: [];
  resized: [];
  gone: [];
  crashed: [details: Electron.RenderProcessGoneDetails];
  message: [message: unknown[]];
  'preload-error': [error: Error];
  'window-open': [url: string, name: string, features: string];
}
/** A load that the app waits for: until its document has come, what the browser tells is about an earlier one. */
interface Load extends PromiseWithResolvers<void> {
  /** Web address of the load that this one gave up; its document may still come first. */
  readonly instead: string | null;
  state: 'waiting' | 'asked' | 'committed';
}
type Handlers = { [M in keyof PageEvents]: (params: PageEvents[M]) => void };

/** A window's contents and the page they have while the window is shown: a hidden window has none. */
export class PageLink extends EventEmitter<PageLinkEvents> {
  readonly preloadFile: string | undefined;
  page: Page | undefined;
  url = '';
  isEnded = false;
  isLoading = false;
  /** the app's last wish: what a window that opens loads */
  #wantedUrl = '';
  /** what the window that opens, or is open, was given; undefined while there is none */
  #openedUrl: string | undefined;
  #isOpening = false;
  #expectedRequest: string | undefined;
  #isolatedContext: number | undefined;
  #mainContext: number | undefined;
  #scriptIds: string[] = [];
  #frames = new Set<string>();
  #ready = Promise.withResolvers<void>();
  #painted = Promise.withResolvers<void>();
  #loading: Load | undefined;
  #hasFailed = false;
  #isCrashed = false;
  /** the address that failed, while the browser shows a page of its own in its place */
  #showsError: string | undefined;

  constructor(preloadFile: string | undefined) {
    super();
    this.preloadFile = preloadFile;
    links.add(this);
  }

  /** No document is answered before its scripts are installed. */
  get scriptsInstalled(): Promise<void> {
    return this.#ready.promise;
  }

  get painted(): Promise<void> {
    return this.#painted.promise;
  }

  /** The address for a window that opens; marks its first request as ours. */
  openingUrl(): string {
    this.#ready = Promise.withResolvers();
    this.#painted = Promise.withResolvers();
    this.#openedUrl = this.#wantedUrl;
    if (!this.#wantedUrl) return 'data:text/html,';
    if (this.#loading) this.#loading.state = 'asked';
    return this.#expect(this.#wantedUrl);
  }

  /** A page is to come: from now on it counts as loading, so that the app waits for its `did-finish-load`. */
  awaitPage(): void {
    this.#isOpening = true;
    if (this.#wantedUrl) this.isLoading = true;
  }

  async send<M extends keyof Commands>(method: M, params: Commands[M][0]): Promise<Commands[M][1]> {
    if (!this.page) throw new Error(`${method}: no page`);
    return chromium.send(method, params, this.page.sessionId);
  }

  /** A page came to life for these contents: it is set up before its first document. */
  async attach(settle: (url: string) => Promise<void>): Promise<void> {
    this.#isolatedContext = undefined;
    this.#mainContext = undefined;
    this.#scriptIds = [];
    this.#frames = new Set([this.page!.targetId]); // a page's id is its main frame's
    await Promise.all([
      this.send('Page.enable', {}),
      this.send('Runtime.enable', {}),
      this.send('Log.enable', {}),
      this.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      this.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
      this.#installScripts(),
      this.applyTheme(),
      settle(this.#wantedUrl),
      this.send('Runtime.runIfWaitingForDebugger', {}),
    ]);
    this.#isOpening = false;
    this.#ready.resolve();
  }

  #detach(): void {
    this.page = undefined;
    this.#isOpening = false;
    this.#openedUrl = undefined;
    this.#isolatedContext = undefined;
    this.#mainContext = undefined;
    this.#stop(new LoadError('ERR_ABORTED', this.#wantedUrl));
  }

  async applyTheme(): Promise<void> {
    await this.send('Emulation.setEmulatedMedia', { features: themeFeatures() });
  }

  /** The page has gone: the user closed it, the app did, or the browser died. */
  pageGone(): void {
    this.#detach();
    this.emit('gone');
  }

  /** The page's process ended; the window stays, blank, until it is loaded again. */
  pageCrashed(details: Electron.RenderProcessGoneDetails): void {
    this.#isolatedContext = undefined;
    this.#mainContext = undefined;
    this.#isCrashed = true;
    this.#stop(new LoadError('ERR_FAILED', this.#wantedUrl));
    this.emit('crashed', details);
  }

  /** With its window. */
  end(): void {
    this.isEnded = true;
    links.delete(this);
    if (this.page) chromium.tell('Target.closeTarget', { targetId: this.page.targetId });
    this.#detach();
  }

  /** Resolves when loaded; of a hidden window, which has no page and only notes the address, at once. */
  async load(url: string): Promise<void> {
    try {
      toWeb(url);
    } catch {
      const error = new LoadError('ERR_INVALID_URL', url);
      this.emit('failed', error);
      throw error;
    }
    const instead = this.#loading === undefined || this.#wantedUrl === url ? null : toWeb(this.#wantedUrl);
    this.#stop(new LoadError('ERR_ABORTED', this.#wantedUrl));
    this.#wantedUrl = url;
    this.isLoading = true;
    if (!this.page && !this.#isOpening) {
      this.emit('wanted');
      return;
    }
    const loading: Load = { ...Promise.withResolvers<void>(), state: 'waiting', instead };
    this.#loading = loading;
    // A window that has yet to be given its address will be given this one.
    if (this.#openedUrl !== undefined) {
      this.#navigate(url, loading).catch(() => this.documentFailed(new LoadError('ERR_FAILED', url)));
    }
    await loading.promise;
  }

  async #navigate(url: string, loading: Load): Promise<void> {
    await this.scriptsInstalled; // a window that opens is not ready for commands
    if (this.#loading !== loading) return;
    const address = this.#expect(url);
    await this.#installScripts();
    loading.state = 'asked';
    const { errorText } = await this.send('Page.navigate', { url: address });
    if (errorText && this.#loading === loading) this.documentFailed(new LoadError(errorText, url));
  }

  /** The page gets fresh scripts, so that a changed preload counts. */
  async reload(): Promise<void> {
    this.#expect(this.url || this.#wantedUrl);
    await this.#installScripts();
    await this.send('Page.reload', {});
  }

  #expect(url: string): string {
    const address = toWeb(url);
    this.isLoading = true;
    this.#hasFailed = false;
    this.#expectedRequest = withoutHash(address);
    return address;
  }

  /** Whether the page asks for what the app told it to load, or for itself again. */
  isExpected(webUrl: string): boolean {
    const asked = withoutHash(webUrl);
    const isExpected = asked === this.#expectedRequest || toApp(asked) === withoutHash(this.url);
    this.#expectedRequest = undefined;
    return isExpected;
  }

  /** The document's request could not be answered. Of one that was given up, only its promise tells. */
  documentFailed(error: LoadError): void {
    if (this.#hasFailed) return; // told already
    this.#hasFailed = true;
    this.#stop(error);
    if (error.code !== 'ERR_ABORTED') this.emit('failed', error);
  }

  #stop(error: LoadError): void {
    const wasLoading = this.isLoading;
    this.isLoading = false;
    this.#loading?.reject(error);
    this.#loading = undefined;
    if (wasLoading) this.emit('stopped');
  }

  /** Chromium's own page knows why. */
  async #tellFailure(url: string): Promise<void> {
    const expression = 'globalThis.loadTimeDataRaw?.errorCode';
    const code = await this.send('Runtime.evaluate', { expression, returnByValue: true }).catch(() => null);
    this.documentFailed(
      new LoadError(typeof code?.result.value === 'string' ? code.result.value : 'ERR_FAILED', url),
    );
  }

  async #installScripts(): Promise<void> {
    if (this.#isCrashed) return; // no process would answer; the next one gets those that were installed
    const old = this.#scriptIds.splice(0);
    const scripts = pageScripts(this.preloadFile);
    if (scripts.error) this.emit('preload-error', scripts.error);
    const add = async (source: string, worldName?: string): Promise<void> => {
      const world = worldName === undefined ? {} : { worldName };
      const added = await this.send('Page.addScriptToEvaluateOnNewDocument', { source, ...world });
      this.#scriptIds.push(added.identifier);
    };
    await Promise.all([
      ...old.map((identifier) => this.send('Page.removeScriptToEvaluateOnNewDocument', { identifier })),
      add(scripts.main),
      add(scripts.isolated, WORLD),
      ...(scripts.asksForPaths ? [this.send('Debugger.enable', {})] : []),
    ]);
  }

  /** Which frame of this page asks; undefined where none does. */
  frameOf(frameId: string): 'main' | 'inner' | undefined {
    if (!this.#frames.has(frameId)) return undefined;
    return frameId === this.page?.targetId ? 'main' : 'inner';
  }

  /** The document that is there now; a reply to an older one goes nowhere. */
  get document(): number | undefined {
    return this.#isolatedContext;
  }

  /** Throws what cannot be cloned. Without a document nobody hears it, as in Electron. */
  post(...message: unknown[]): void {
    const value = codec.encode(message);
    if (this.#isolatedContext === undefined || !this.page) return;
    chromium.tell(
      'Runtime.callFunctionOn',
      {
        functionDeclaration: '(text) => electronHostReceive(text)',
        arguments: [{ value }],
        executionContextId: this.#isolatedContext,
        silent: false,
      },
      this.page.sessionId,
    );
  }

  /** Runs in the page's own world; rejects with what the code throws. */
  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const isToCome = this.isLoading || this.url === '';
    if (isToCome && (this.page || this.#isOpening)) {
      await new Promise<void>((resolve) => this.once('stopped', resolve));
    }
    const context = this.#mainContext === undefined ? {} : { contextId: this.#mainContext };
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
      ...context,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Sees to an event of the browser's about this page. */
  receive(event: CdpEvent): void {
    const handlers: Record<string, ((params: unknown) => void) | undefined> = trusted(this.#handlers);
    handlers[event.method]?.(event.params);
  }

  readonly #handlers: Handlers = {
    'Runtime.executionContextCreated': ({ context }) => {
      if (context.auxData?.frameId !== this.page?.targetId) return;
      if (context.auxData?.isDefault) this.#mainContext = context.id;
      if (context.name === WORLD) this.#isolatedContext = context.id;
    },
    'Runtime.executionContextDestroyed': ({ executionContextId }) => {
      if (executionContextId === this.#isolatedContext) this.#isolatedContext = undefined;
    },
    'Runtime.executionContextsCleared': () => {
      this.#isolatedContext = undefined;
      this.#mainContext = undefined;
    },
    'Runtime.bindingCalled': ({ name, payload, executionContextId }) => {
      if (name !== BINDING || executionContextId !== this.#isolatedContext) return;
      this.#heard(trusted(codec.decode(payload)));
    },
    'Runtime.consoleAPICalled': (call) => this.emit('console', consoleMessage(call)),
    'Runtime.exceptionThrown': ({ exceptionDetails }) =>
      this.emit('console', uncaughtMessage(exceptionDetails)),
    'Log.entryAdded': ({ entry }) => this.emit('console', logMessage(entry)),
    'Page.frameAttached': ({ frameId }) => this.#frames.add(frameId),
    'Page.frameNavigated': ({ frame }) => {
      if (frame.parentId !== undefined || frame.url.startsWith('data:')) return;
      this.#isCrashed = false;
      this.#showsError = frame.unreachableUrl;
      if (frame.unreachableUrl !== undefined) return;
      if (this.#loading?.state === 'asked' && frame.url !== this.#loading.instead)
        this.#loading.state = 'committed';
      this.#hasFailed = false;
      this.url = toApp(frame.url + (frame.urlFragment ?? ''));
      this.emit('navigated');
    },
    'Page.navigatedWithinDocument': ({ frameId, url }) => {
      if (frameId === this.page?.targetId) this.url = toApp(url);
    },
    'Page.lifecycleEvent': ({ frameId, name }) => {
      if (frameId !== this.page?.targetId || name !== 'firstPaint' || !this.url) return;
      this.#painted.resolve();
      this.emit('painted');
    },
    'Page.loadEventFired': () => {
      if (this.#showsError !== undefined) {
        void this.#tellFailure(toApp(this.#showsError));
        return;
      }
      if (!this.url || this.#hasFailed) return;
      if (this.#loading && this.#loading.state !== 'committed') return; // that was the document before
      this.isLoading = false;
      // Whoever else drives the page (Playwright does) may have reset the theme while it was loading.
      this.applyTheme().catch(() => {}); // closed meanwhile
      this.emit('loaded');
      this.#loading?.resolve();
      this.#loading = undefined;
      this.emit('stopped');
    },
    'Page.frameResized': () => this.emit('resized'),
    'Page.windowOpen': ({ url, windowName, windowFeatures }) => {
      this.emit('window-open', toApp(url), windowName, windowFeatures.join(','));
    },
    'Page.javascriptDialogOpening': ({ type }) => {
      if (type !== 'beforeunload' || !this.page) return;
      chromium.tell('Page.handleJavaScriptDialog', { accept: true }, this.page.sessionId);
    },
    'Debugger.paused': ({ callFrames }) => void answerForPath(this, callFrames[1]?.callFrameId),
  };

  #heard(message: unknown[]): void {
    if (message[0] !== 'open') {
      this.emit('message', message);
      return;
    }
    const [, url, name, features] = trusted<[string, string, string, string]>(message);
    this.emit('window-open', toApp(url), name, features);
  }
}
