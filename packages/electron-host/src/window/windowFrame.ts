import { chromium } from '../chromium/chromium.ts';
import type { WindowState } from '../chromium/commands.ts';

type FrameEvent = 'resize' | 'move' | 'minimize' | 'maximize' | 'restore' | 'unmaximize';

/** Place, size and state of a window; remembered while it is hidden. Units: DIP. */
export class WindowFrame {
  #bounds: Electron.Rectangle;
  #state: WindowState = 'normal';
  #windowId: number | undefined;
  readonly #emit: (name: FrameEvent) => void;

  constructor(options: Electron.BrowserWindowConstructorOptions, emit: (name: FrameEvent) => void) {
    this.#emit = emit;
    this.#bounds = {
      x: options.x ?? 80,
      y: options.y ?? 60,
      width: Math.max(options.width ?? 800, options.minWidth ?? 0),
      height: Math.max(options.height ?? 600, options.minHeight ?? 0),
    };
  }

  get state(): WindowState {
    return this.#state;
  }

  get bounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  async attach(targetId: string, background: string | undefined, sessionId: string): Promise<void> {
    if (background !== undefined) this.paintBackground(background, sessionId);
    const { windowId } = await chromium.send('Browser.getWindowForTarget', { targetId });
    this.#windowId = windowId;
    await this.#place();
    if (this.#state !== 'normal') this.#applyState(this.#state);
  }

  detach(): void {
    this.#windowId = undefined;
  }

  /** Source of the format: `#RRGGBB`, as Electron's backgroundColor is mostly given. */
  paintBackground(color: string, sessionId: string): void {
    const parts = /^#(..)(..)(..)$/.exec(color)?.slice(1);
    if (!parts) return;
    const [r = 0, g = 0, b = 0] = parts.map((hex) => Number.parseInt(hex, 16));
    chromium.post('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b, a: 1 } }, sessionId);
  }

  async #place(): Promise<void> {
    if (this.#windowId === undefined) return;
    const { x, y, width, height } = this.#bounds;
    const bounds = { left: x, top: y, width, height };
    await chromium.send('Browser.setWindowBounds', { windowId: this.#windowId, bounds });
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds;
    const { x, y, width, height } = { ...before, ...bounds };
    // whole pixels, as a native window has
    this.#bounds = {
      x: Math.round(x),
      y: Math.round(y),
      width: Math.round(width),
      height: Math.round(height),
    };
    this.#place().catch(() => {}); // the window was closed; the next one opens at this place
    this.#emitChanges(before);
  }

  /** What the user did to the window, as far as the browser says. */
  async refresh(): Promise<void> {
    if (this.#windowId === undefined) return;
    try {
      const { bounds } = await chromium.send('Browser.getWindowBounds', { windowId: this.#windowId });
      this.#becomes(bounds.windowState);
      if (bounds.windowState !== 'normal') return;
      const before = this.#bounds;
      this.#bounds = { x: bounds.left, y: bounds.top, width: bounds.width, height: bounds.height };
      this.#emitChanges(before);
    } catch {
      // closed meanwhile
    }
  }

  #emitChanges(before: Electron.Rectangle): void {
    const now = this.#bounds;
    if (before.x !== now.x || before.y !== now.y) this.#emit('move');
    if (before.width !== now.width || before.height !== now.height) this.#emit('resize');
  }

  setState(state: WindowState): void {
    this.#becomes(state);
    this.#applyState(state);
  }

  #applyState(windowState: WindowState): void {
    if (this.#windowId === undefined) return;
    chromium.post('Browser.setWindowBounds', { windowId: this.#windowId, bounds: { windowState } });
  }

  #becomes(state: WindowState): void {
    const before = this.#state;
    if (before === state) return;
    this.#state = state;
    if (state === 'minimized') this.#emit('minimize');
    else if (state === 'maximized') this.#emit('maximize');
    else if (before === 'minimized') this.#emit('restore');
    else if (before === 'maximized') this.#emit('unmaximize');
  }
}
