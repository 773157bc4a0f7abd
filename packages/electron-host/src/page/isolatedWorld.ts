import { trusted } from '../trusted.ts';
import type { makeBridgeEnd } from './bridge.ts';
import type { makeCodec } from './codec.ts';
import type { makeIpcRenderer } from './ipcRenderer.ts';
import type { makeSandbox, Preload } from './sandbox.ts';

export interface PageSetup {
  secret: string;
  versions: Record<string, string | undefined>;
  argv: string[];
  platform: string;
  /** absolute; '' where the window has no preload */
  preloadFile: string;
}
export interface PageParts {
  makeBridgeEnd: typeof makeBridgeEnd;
  makeCodec: typeof makeCodec;
  makeIpcRenderer: typeof makeIpcRenderer;
  makeSandbox: typeof makeSandbox;
  pauseForMain: () => void;
}

/** Runs in the isolated world before the page's scripts, sent there as text: starts the preload, and reports to main. */
export function isolatedWorld(setup: PageSetup, parts: PageParts, preload: Preload | null): void {
  if (window !== window.top) return;
  const codec = parts.makeCodec();
  const world = globalThis as typeof globalThis & {
    electronHostPost?: (text: string) => void;
    electronHostReceive?: (text: string) => void;
  };
  const post = world.electronHostPost!;
  delete world.electronHostPost;
  const send = (kind: string, ...rest: unknown[]): void => post(codec.encode([kind, ...rest]));
  const { ipcRenderer, receive } = parts.makeIpcRenderer(send);
  world.electronHostReceive = (text) => receive(trusted(codec.decode(text)));
  const bridge = parts.makeBridgeEnd(setup.secret, 'isolated', 'main');

  const openLink = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link?.href || event.defaultPrevented) return;
    const isWeb = /^(https?|data|blob|javascript|about):$/.test(link.protocol);
    const wantsWindow =
      event.button === 1 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      !['', '_self', '_top', '_parent'].includes(link.target);
    if (isWeb && !wantsWindow) return;
    if (!isWeb && event.button !== 0) return;
    event.preventDefault();
    // A link to a foreign scheme never reaches the network, where main watches the others.
    if (isWeb) send('open', link.href, '', '');
    else send('foreign-link', link.href);
  };
  addEventListener('click', openLink);
  addEventListener('auxclick', openLink);
  addEventListener(`${setup.secret}open`, (event) => {
    send('open', ...trusted<CustomEvent<string[]>>(event).detail);
  });
  // Electron has no context menu unless the app builds one; of text fields Chromium's is left, to be of use.
  addEventListener('contextmenu', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target?.closest('input, textarea, [contenteditable]')) event.preventDefault();
  });
  // The menu's keys come after the page, which may have taken the key for itself.
  addEventListener('keydown', (event) => {
    const { key, ctrlKey: ctrl, altKey: alt, shiftKey: shift, metaKey: meta } = event;
    if (!ctrl && !alt && !meta && !/^F\d+$/.test(key)) return;
    setTimeout(() => {
      if (!event.defaultPrevented) send('key', { ctrl, alt, shift, meta, key: key.toLowerCase() });
    });
  });
  addEventListener('DOMContentLoaded', () => send('dom-ready'));
  addEventListener('focus', () => send('focus'));
  addEventListener('blur', () => send('blur'));
  document.addEventListener('visibilitychange', () => send('visibility'));
  if (document.hasFocus()) send('focus');

  if (!preload) return;
  const file = setup.preloadFile;
  const { require, process } = parts.makeSandbox(setup, ipcRenderer, bridge.expose, parts.pauseForMain);
  const module = { exports: {} };
  try {
    preload(module.exports, require, module, file, file.replace(/\/[^/]*$/, ''), process);
  } catch (error) {
    console.error(`Unable to load preload script: ${file}`);
    console.error(error);
    send('preload-error', file, error);
  }
}
