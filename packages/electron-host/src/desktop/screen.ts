import { EventEmitter } from '../emitter.ts';
import { requireReady } from '../runtime.ts';
import { trusted } from '../trusted.ts';
import { x11 } from './x11.ts';

const NOT_READY = "The 'screen' module can't be used before the app 'ready' event";

/** Without an X server; headless Chromium has no screen. */
const FALLBACK = { width: 1280, height: 900 };

function display(): Electron.Display {
  const { width, height } = x11() ?? FALLBACK;
  const size = { width, height };
  const bounds = { x: 0, y: 0, ...size };
  return trusted({ id: 1, bounds, workArea: bounds, size, workAreaSize: size, scaleFactor: 1, rotation: 0 });
}

class Screen extends EventEmitter {
  getPrimaryDisplay(): Electron.Display {
    requireReady(NOT_READY);
    return display();
  }

  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()];
  }

  getDisplayNearestPoint(_point: Electron.Point): Electron.Display {
    return this.getPrimaryDisplay();
  }

  /** Always the corner: as under Wayland, which does not say. */
  getCursorScreenPoint(): Electron.Point {
    requireReady(NOT_READY);
    return { x: 0, y: 0 };
  }
}

export const screen = new Screen();
