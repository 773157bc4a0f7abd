import { trusted } from '../trusted.ts';
import { makeBridgeEnd } from './bridge.ts';
import { decode, encode } from './codec.ts';
import { makeIpcRenderer } from './ipcRenderer.ts';
import type { PageSetup } from './pageSetup.ts';
import { makeSandbox, type Preload } from './sandbox.ts';

type Send = (kind: string, ...rest: unknown[]) => void;

/**
 * Runs in the isolated world before the page's scripts, sent there as text: reports to main, and runs the preload script.
 * `pauseForMain` stops in the debugger until main has read the call frame.
 */
export function isolatedWorld(setup: PageSetup, preload: Preload | null, pauseForMain: () => void): void {
  if (window !== window.top) return;
  const world = globalThis as typeof globalThis & {
    electronHostPost?: (text: string) => void;
    electronHostReceive?: (text: string) => void;
  };
  const post = world.electronHostPost!;
  delete world.electronHostPost;
  const send: Send = (kind, ...rest) => post(encode([kind, ...rest]));
  const { ipcRenderer, receive } = makeIpcRenderer(send);
  world.electronHostReceive = (text) => receive(trusted(decode(text)));
  const bridge = makeBridgeEnd(setup.secret, 'isolated', 'main');
  reportLinks(setup.secret, send);
  reportPage(send);

  if (!preload) return;
  const file = setup.preloadFile;
  const { require, process } = makeSandbox(setup, ipcRenderer, bridge.expose, pauseForMain);
  const module = { exports: {} };
  try {
    preload(module.exports, require, module, file, file.replace(/\/[^/]*$/, ''), process);
  } catch (error) {
    console.error(`Unable to load preload script: ${file}`);
    console.error(error);
    send('preload-error', file, error);
  }
}

/** Sends main the links that Chromium must not follow: to a new window, and to schemes outside the web. */
function reportLinks(secret: string, send: Send): void {
  const openLink = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link?.href || event.defaultPrevented) return;
    const isWeb = /^(https?|data|blob|javascript|about):$/.test(link.protocol);
    const opensWindow =
      event.button === 1 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      !['', '_self', '_top', '_parent'].includes(link.target);
    if (isWeb && !opensWindow) return;
    if (!isWeb && event.button !== 0) return;
    event.preventDefault();
    // A link to a foreign scheme never reaches the network, where main watches all other links.
    if (isWeb) send('open', link.href, '', '');
    else send('foreign-link', link.href);
  };
  addEventListener('click', openLink);
  addEventListener('auxclick', openLink);
  addEventListener(`${secret}open`, (event) => {
    send('open', ...trusted<CustomEvent<string[]>>(event).detail);
  });
}

function reportPage(send: Send): void {
  // Electron shows no context menu unless the app builds one. In text fields Chromium's menu stays, because it is useful.
  addEventListener('contextmenu', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target?.closest('input, textarea, [contenteditable]')) event.preventDefault();
  });
  // A menu accelerator fires only if the page did not handle the key.
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
}

/** The functions of this file, to be declared in a page. */
export const isolatedWorldFunctions: readonly ((...args: never[]) => unknown)[] = [
  isolatedWorld,
  reportLinks,
  reportPage,
];
