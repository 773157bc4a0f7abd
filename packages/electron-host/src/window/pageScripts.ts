import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bridgeFunctions } from '../page/bridge.ts';
import { codecFunctions } from '../page/codec.ts';
import { makeIpcRenderer } from '../page/ipcRenderer.ts';
import { isolatedWorldFunctions } from '../page/isolatedWorld.ts';
import { mainWorld } from '../page/mainWorld.ts';
import type { PageSetup } from '../page/pageSetup.ts';
import { makeSandbox } from '../page/sandbox.ts';
import { trusted } from '../trusted.ts';

export interface PageScripts {
  main: string;
  isolated: string;
  /** The preload script could not be read. */
  error?: Error;
  /** The preload script uses `getPathForFile`, which needs the debugger. */
  asksForPaths: boolean;
}

/** The source of functions that use each other and `trusted` only. */
const declared = (...functions: readonly ((...args: never[]) => unknown)[]): string =>
  [trusted, ...functions].join('\n');

/** The two scripts of a new document: one for the page's own world; one, with the preload script, for the isolated world. */
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
  const sourceUrl = preloadFile === undefined ? 'electron-host' : pathToFileURL(preloadFile).href;
  const secret = JSON.stringify(setup.secret);
  return {
    main: `(() => {\n${declared(mainWorld, ...bridgeFunctions)}\nmainWorld(${secret});\n})();`,
    // The preload script is an argument, so that it does not see the names of the host's functions.
    isolated: `((preload) => {
${declared(...isolatedWorldFunctions, ...bridgeFunctions, ...codecFunctions, makeIpcRenderer, makeSandbox)}
isolatedWorld(${JSON.stringify(setup)}, preload, () => { debugger; });
})(${preload});\n//# sourceURL=${sourceUrl}`,
    asksForPaths: source?.includes('getPathForFile') ?? false,
    ...(error ? { error } : {}),
  };
}
