import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { makeBridgeEnd } from '../page/bridge.ts';
import { makeCodec } from '../page/codec.ts';
import { makeIpcRenderer } from '../page/ipcRenderer.ts';
import { isolatedWorld, type PageSetup } from '../page/isolatedWorld.ts';
import { mainWorld } from '../page/mainWorld.ts';
import { makeSandbox } from '../page/sandbox.ts';
import { trusted } from '../trusted.ts';

export interface PageScripts {
  main: string;
  isolated: string;
  /** the preload could not be read */
  error?: Error;
  /** the preload asks for files' paths, which takes a debugger */
  asksForPaths: boolean;
}

/** The two scripts of a new document: one for the page's own world, then one, with the preload in it, for the isolated. */
export function pageScripts(preloadFile: string | undefined): PageScripts {
  const setup: PageSetup = {
    secret: randomBytes(16).toString('hex'),
    versions: { ...process.versions },
    argv: [process.execPath],
    platform: process.platform,
    preloadFile: preloadFile ?? '',
  };
  let source: string | undefined;
  let error: Error | undefined;
  if (preloadFile !== undefined) {
    try {
      source = readFileSync(preloadFile, 'utf8');
    } catch (cause) {
      error = trusted(cause);
    }
  }
  const preload =
    source === undefined
      ? 'null'
      : `(function (exports, require, module, __filename, __dirname, process) {${source}\n})`;
  // the code as text: each of these functions touches nothing outside itself but `trusted`
  const parts = `{
    makeBridgeEnd: ${makeBridgeEnd.toString()},
    makeCodec: ${makeCodec.toString()},
    makeIpcRenderer: ${makeIpcRenderer.toString()},
    makeSandbox: ${makeSandbox.toString()},
    pauseForMain: () => { debugger; },
  }`;
  const sourceUrl = preloadFile === undefined ? 'electron-host' : pathToFileURL(preloadFile).href;
  return {
    main: `{${trusted.toString()}
(${mainWorld.toString()})(${JSON.stringify(setup.secret)}, ${makeBridgeEnd.toString()});}`,
    isolated: `{${trusted.toString()}
(${isolatedWorld.toString()})(${JSON.stringify(setup)}, ${parts}, ${preload});}\n//# sourceURL=${sourceUrl}`,
    asksForPaths: source?.includes('getPathForFile') ?? false,
    ...(error ? { error } : {}),
  };
}
