import { app, windowsClosed } from '../app.ts';
import { chromium } from '../chromium/chromium.ts';
import { markDestroyed } from '../destroyed.ts';
import { EventEmitter, makeEvent, refuseSubclass } from '../emitter.ts';
import { hasTrait } from '../profile.ts';
import { requireReady, runtime } from '../runtime.ts';
import { settlePermissions } from '../session/session.ts';
import { trusted } from '../trusted.ts';
import { askToOpen, destroyContents, linkOf, WebContents } from './webContents.ts';
import { WindowFrame } from './windowFrame.ts';
import { windows } from './windows.ts';
import './requests.ts';

let nextId = 1;
let focused: BrowserWindow | null = null;

/**
 * A hidden window has no page: `show()` opens one and loads the last address; `hide()`, or a `close` that is prevented
 * after the user closed the page, drops it. (A Chromium window can neither be made invisible from outside on X11 and
 * Wayland alike, nor can its closing be vetoed.) An app whose state lives in main does not notice.
 */
export class BrowserWindow extends EventEmitter {
  readonly id = nextId++;
  readonly #options: Electron.BrowserWindowConstructorOptions;
  readonly #contents: WebContents;
  readonly #frame: WindowFrame;
  #title: string;
  #isVisible = false;
  #isDestroyed = false;
  #isClosing = false;
  #wasReady = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    requireReady('Cannot create BrowserWindow before app is ready');
    refuseSubclass(new.target, BrowserWindow, 'BrowserWindow');
    super();
    this.#options = options;
    this.#title = options.title ?? runtime.name;
    this.#frame = new WindowFrame(options, (name) => this.emit(name));
    this.#contents = new WebContents(options.webPreferences?.preload);
    windows.set(this.id, this);
    this.#listen();
    app.emit('browser-window-created', makeEvent(), this);
    if (options.show !== false) this.show();
  }

  #listen(): void {
    const link = linkOf(this.#contents);
    link.on('wanted', () => {
      if (!this.#isVisible) setImmediate(() => this.#becomeReady());
    });
    link.on('painted', () => this.#becomeReady());
    link.on('gone', () => this.#pageGone());
    link.on('resized', () => void this.#frame.refresh());
    link.on('window-open', (url, name, features) => {
      const options = askToOpen(this.#contents, url, name, features);
      if (options) void new BrowserWindow({ ...this.#options, ...options }).loadURL(url);
    });
    link.on('message', ([kind]) => {
      if (kind === 'focus') this.#focused();
      else if (kind === 'blur') this.#blurred();
      else if (kind === 'visibility') void this.#frame.refresh();
    });
  }

  #becomeReady(): void {
    if (this.#wasReady || this.#isDestroyed) return;
    this.#wasReady = true;
    this.emit('ready-to-show', makeEvent());
  }

  #focused(): void {
    if (focused === this || !this.#isVisible) return;
    setFocused(this)?.emit('blur', makeEvent());
    this.emit('focus', makeEvent());
    app.emit('browser-window-focus', makeEvent(), this);
  }

  #blurred(): void {
    if (focused !== this) return;
    focused = null;
    this.emit('blur', makeEvent());
  }

  async #open(): Promise<void> {
    await new Promise(setImmediate); // `new BrowserWindow(); win.loadURL()` in one go
    if (this.#isDestroyed) return;
    const link = linkOf(this.#contents);
    const page = await chromium.openWindow(link.openingUrl(), (opened) => {
      link.page = opened; // from here on its events and requests find us
    });
    if (this.#isDestroyed || !this.#isVisible) {
      chromium.post('Target.closeTarget', { targetId: page.targetId });
      return;
    }
    await Promise.all([
      this.#frame.attach(page.targetId, this.#options.backgroundColor, page.sessionId),
      link.attach((url) => settlePermissions(trusted(this.#contents), url)),
    ]);
  }

  #pageGone(): void {
    this.#frame.detach();
    this.#blurred();
    if (this.#isVisible && !this.#isClosing) {
      const event = makeEvent();
      this.emit('close', event);
      if (event.defaultPrevented) {
        if (this.#isVisible) this.#becomeHidden();
      } else this.#end();
    }
    chromium.keepFor(BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length);
  }

  #becomeHidden(): void {
    this.#isVisible = false;
    this.emit('hide', makeEvent());
  }

  #closePage(): void {
    const targetId = linkOf(this.#contents).page?.targetId;
    if (targetId !== undefined) chromium.post('Target.closeTarget', { targetId });
  }

  #end(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this.id);
    if (focused === this) focused = null;
    destroyContents(this.#contents);
    markDestroyed(this);
    this.emit('closed', makeEvent());
    if (windows.size === 0) windowsClosed();
  }

  get webContents(): WebContents {
    return this.#contents;
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }

  show(): void {
    if (!this.#isVisible) {
      this.#isVisible = true;
      chromium.keepFor(1);
      linkOf(this.#contents).awaitPage();
      this.#open().catch((error: unknown) => {
        if (!this.#isDestroyed) console.error('electron host:', error);
      });
      queueMicrotask(() => this.emit('show', makeEvent()));
    }
    this.focus();
  }

  /** Wayland has no such thing. */
  showInactive(): void {
    if (!hasTrait('wayland')) this.show();
  }

  hide(): void {
    if (!this.#isVisible) return;
    this.#blurred();
    this.#isVisible = false;
    this.#closePage();
    queueMicrotask(() => this.emit('hide', makeEvent()));
  }

  close(): void {
    const event = makeEvent();
    this.emit('close', event);
    if (event.defaultPrevented || this.#isDestroyed) return;
    this.#isClosing = true;
    this.#end();
  }

  destroy(): void {
    this.#isClosing = true;
    this.#end();
  }

  focus(): void {
    if (!this.#isVisible) return;
    const { page } = linkOf(this.#contents);
    if (page) chromium.post('Page.bringToFront', {}, page.sessionId);
    queueMicrotask(() => {
      if (!this.#isDestroyed) this.#focused();
    });
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isFocused(): boolean {
    return focused === this;
  }

  isMinimized(): boolean {
    return this.#frame.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.#frame.state === 'maximized';
  }

  minimize(): void {
    this.#frame.setState('minimized');
  }

  restore(): void {
    if (this.isMinimized()) this.#frame.setState('normal');
  }

  maximize(): void {
    this.show();
    this.#frame.setState('maximized');
  }

  setFullScreen(flag: boolean): void {
    this.#frame.setState(flag ? 'fullscreen' : 'normal');
  }

  getBounds(): Electron.Rectangle {
    return this.#frame.bounds;
  }

  /** Not those of a maximized or minimized window. */
  getNormalBounds(): Electron.Rectangle {
    return this.#frame.bounds;
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#frame.setBounds(bounds);
  }

  getTitle(): string {
    return this.#title;
  }

  /** The window shows its document's title; this one is what `getTitle` says. */
  setTitle(title: string): void {
    this.#title = title;
  }

  setBackgroundColor(color: string): void {
    const { page } = linkOf(this.#contents);
    if (page) this.#frame.paintBackground(color, page.sessionId);
  }

  // A Chromium app window has no menu bar, and no desktop here keeps windows on top, flashes or guards them.
  setMenuBarVisibility(_visible: boolean): void {}
  removeMenu(): void {}
  setAlwaysOnTop(_flag: boolean, _level?: string, _relativeLevel?: number): void {}
  setVisibleOnAllWorkspaces(_visible: boolean, _options?: Electron.VisibleOnAllWorkspacesOptions): void {}
  setContentProtection(_enable: boolean): void {}
  flashFrame(_flag: boolean): void {}

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()].filter((window) => window instanceof BrowserWindow);
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }

  static fromWebContents(webContents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === webContents) ?? null;
  }
}

/** Gives back the window that had the focus. */
function setFocused(window: BrowserWindow): BrowserWindow | null {
  const before = focused;
  focused = window;
  return before;
}
