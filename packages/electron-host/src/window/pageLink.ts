import { EventEmitter } from 'node:events';
import { chromium, type Page } from '../chromium/chromium.ts';
import type { CdpEvent } from '../chromium/cdp.ts';
import type { Commands, PageEvents } from '../chromium/commands.ts';
import { themeFeatures } from '../desktop/nativeTheme.ts';
import { toApp, toWeb, withoutHash } from '../session/schemes.ts';
import { trusted } from '../trusted.ts';
import { consoleMessage, logMessage, uncaughtMessage, type ConsoleMessage } from './consoleMessages.ts';
import { answerForPath } from './filePaths.ts';
import { DocumentScripts } from './documentScripts.ts';
import { LoadError } from './loadError.ts';
import { BINDING, ISOLATED_WORLD, PageContexts } from './pageContexts.ts';

export interface PageLinkEvents {
  wanted: [];
  console: [ConsoleMessage];
  navigated: [];
  loaded: [];
  failed: [error: LoadError];
  /** Loaded, failed or aborted. */
  stopped: [];
  /** The window was destroyed. */
  ended: [];
  painted: [];
  resized: [];
  gone: [];
  crashed: [details: Electron.RenderProcessGoneDetails];
  message: [message: unknown[]];
  'preload-error': [error: Error];
  'window-open': [url: string, name: string, features: string];
}
/** A load that the app awaits: until its document is committed, Chromium's events are about an earlier document. */
interface Load extends PromiseWithResolvers<void> {
  /** Web address of the load that this one aborted; its document may still be committed first. */
  readonly instead: string | null;
  state: 'waiting' | 'asked' | 'committed';
}
type Handlers = { [M in keyof PageEvents]: (params: PageEvents[M]) => void };

/** A window's contents, and their page while the window is shown. A hidden window has no page. */
export class PageLink extends EventEmitter<PageLinkEvents> {
  readonly preloadFile: string | undefined;
  page: Page | undefined;
  url = '';
  isEnded = false;
  isLoading = false;
  /** The address that the app loaded last; a window that opens loads it. */
  #wantedUrl = '';
  /** The address that the current page was opened with; undefined without a page. */
  #openedUrl: string | undefined;
  #isOpening = false;
  #expectedRequest: string | undefined;
  readonly #contexts = new PageContexts();
  readonly #scripts = new DocumentScripts((error) => this.emit('preload-error', error));
  #frames = new Set<string>();
  #ready = Promise.withResolvers<void>();
  #painted = Promise.withResolvers<void>();
  #loading: Load | undefined;
  #hasFailed = false;
  #isCrashed = false;
  /** The address that failed, while Chromium shows its error page. */
  #showsError: string | undefined;

  constructor(preloadFile: string | undefined) {
    super();
    this.preloadFile = preloadFile;
  }

  /** Requests for a document wait for this, so that its scripts run first. */
  get scriptsInstalled(): Promise<void> {
    return this.#ready.promise;
  }

  get painted(): Promise<void> {
    return this.#painted.promise;
  }

  /** The address for a window that opens; marks its first request as the app's own. */
  openingUrl(): string {
    this.#ready = Promise.withResolvers();
    this.#painted = Promise.withResolvers();
    this.#openedUrl = this.#wantedUrl;
    if (!this.#wantedUrl) return 'data:text/html,';
    if (this.#loading) this.#loading.state = 'asked';
    return this.#expect(this.#wantedUrl);
  }

  /** A page is opening: it counts as loading at once, so that the app waits for its `did-finish-load`. */
  awaitPage(): void {
    this.#isOpening = true;
    if (this.#wantedUrl) this.isLoading = true;
  }

  async send<M extends keyof Commands>(method: M, params: Commands[M][0]): Promise<Commands[M][1]> {
    if (!this.page) throw new Error(`${method}: no page`);
    return chromium.send(method, params, this.page.sessionId);
  }

  /** Sets a new page up before its first document. */
  async attach(settle: (url: string) => Promise<void>): Promise<void> {
    this.#contexts.clear();
    this.#scripts.reset();
    this.#frames = new Set([this.page!.targetId]); // a page's id is its main frame's
    await Promise.all([
      this.send('Page.enable', {}),
      this.send('Runtime.enable', {}),
      this.send('Log.enable', {}),
      this.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      this.send('Runtime.addBinding', { name: BINDING, executionContextName: ISOLATED_WORLD }),
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
    this.#contexts.clear();
    this.#stop(new LoadError('ERR_ABORTED', this.#wantedUrl));
  }

  async applyTheme(): Promise<void> {
    await this.send('Emulation.setEmulatedMedia', { features: themeFeatures() });
  }

  /** The page is gone: the user or the app closed it, or Chromium died. */
  pageGone(): void {
    this.#detach();
    this.emit('gone');
  }

  /** The page's process ended; the window stays, blank, until it is loaded again. */
  pageCrashed(details: Electron.RenderProcessGoneDetails): void {
    this.#contexts.clear();
    this.#isCrashed = true;
    this.#stop(new LoadError('ERR_FAILED', this.#wantedUrl));
    this.emit('crashed', details);
  }

  /** The window was destroyed. */
  end(): void {
    this.isEnded = true;
    this.emit('ended');
    if (this.page) chromium.post('Target.closeTarget', { targetId: this.page.targetId });
    this.#detach();
  }

  /** Resolves when loaded. A hidden window has no page: it stores the address and resolves at once. */
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
    // A window that has no address yet will be opened with this one.
    if (this.#openedUrl !== undefined) {
      this.#navigate(url, loading).catch(() => this.documentFailed(new LoadError('ERR_FAILED', url)));
    }
    await loading.promise;
  }

  async #navigate(url: string, loading: Load): Promise<void> {
    await this.scriptsInstalled; // a window that opens does not accept commands yet
    if (this.#loading !== loading) return;
    const address = this.#expect(url);
    await this.#installScripts();
    loading.state = 'asked';
    const { errorText } = await this.send('Page.navigate', { url: address });
    if (errorText && this.#loading === loading) this.documentFailed(new LoadError(errorText, url));
  }

  /** Installs the scripts again, so that a changed preload script takes effect. */
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

  /** True if the page requests the address that the app loaded, or its own address again. */
  isExpected(webUrl: string): boolean {
    const asked = withoutHash(webUrl);
    const isExpected = asked === this.#expectedRequest || toApp(asked) === withoutHash(this.url);
    this.#expectedRequest = undefined;
    return isExpected;
  }

  /** The request for the document failed. An aborted load only rejects its promise. */
  documentFailed(error: LoadError): void {
    if (this.#hasFailed) return; // reported already
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

  /** Reads the cause from Chromium's error page. */
  async #reportFailure(url: string): Promise<void> {
    const expression = 'globalThis.loadTimeDataRaw?.errorCode';
    const code = await this.send('Runtime.evaluate', { expression, returnByValue: true }).catch(() => null);
    this.documentFailed(
      new LoadError(typeof code?.result.value === 'string' ? code.result.value : 'ERR_FAILED', url),
    );
  }

  async #installScripts(): Promise<void> {
    if (this.#isCrashed) return; // no process would reply; the next one gets the installed scripts
    await this.#scripts.install((method, params) => this.send(method, params), this.preloadFile);
  }

  /** Which frame of this page has this id; undefined if it belongs to another page. */
  frameOf(frameId: string): 'main' | 'inner' | undefined {
    if (!this.#frames.has(frameId)) return undefined;
    return frameId === this.page?.targetId ? 'main' : 'inner';
  }

  get document(): number | undefined {
    return this.#contexts.document;
  }

  post(...message: unknown[]): void {
    this.#contexts.post(message, this.page);
  }

  /** Runs in the page's own world; rejects with the error that the code throws. */
  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const isToCome = this.isLoading || this.url === '';
    if (isToCome && (this.page || this.#isOpening)) {
      await new Promise<void>((resolve) => this.once('stopped', resolve));
    }
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
      ...this.#contexts.mainWorld,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Handles an event of Chromium about this page. */
  receive(event: CdpEvent): void {
    const handlers: Record<string, ((params: unknown) => void) | undefined> = trusted(this.#handlers);
    handlers[event.method]?.(event.params);
  }

  readonly #handlers: Handlers = {
    'Runtime.executionContextCreated': (created) => this.#contexts.created(created, this.page),
    'Runtime.executionContextDestroyed': (destroyed) => this.#contexts.destroyed(destroyed),
    'Runtime.executionContextsCleared': () => this.#contexts.clear(),
    'Runtime.bindingCalled': (call) => {
      const message = this.#contexts.received(call);
      if (message) this.#emitMessage(message);
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
        void this.#reportFailure(toApp(this.#showsError));
        return;
      }
      if (!this.url || this.#hasFailed) return;
      if (this.#loading && this.#loading.state !== 'committed') return; // the event of an earlier document
      this.isLoading = false;
      // Playwright may have reset the theme while the page was loading.
      this.applyTheme().catch(() => {}); // the page was closed
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
      chromium.post('Page.handleJavaScriptDialog', { accept: true }, this.page.sessionId);
    },
    'Debugger.paused': ({ callFrames }) => void answerForPath(this, callFrames[1]?.callFrameId),
  };

  #emitMessage(message: unknown[]): void {
    if (message[0] !== 'open') {
      this.emit('message', message);
      return;
    }
    const [, url, name, features] = trusted<[string, string, string, string]>(message);
    this.emit('window-open', toApp(url), name, features);
  }
}
