import { makeBridgeEnd } from './bridge.ts';

/** Runs first in the page's own world, sent there as text: binds the API of the preload script, and replaces window.open. */
export function mainWorld(secret: string): void {
  if (window !== window.top) return;
  makeBridgeEnd(secret, 'main', 'isolated').onExpose((key, api) => {
    if (key in window) {
      throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`);
    }
    Object.defineProperty(window, key, {
      value: api,
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });
  // A window that the app denies must not flash up. So main decides first, and opens the windows that it allows.
  const dispatch = EventTarget.prototype.dispatchEvent.bind(window);
  const Detail = CustomEvent;
  window.open = (url = 'about:blank', name = '', features = '') => {
    const address = new URL(String(url), document.baseURI).href;
    dispatch(new Detail(`${secret}open`, { detail: [address, name, features] }));
    return null;
  };
}
