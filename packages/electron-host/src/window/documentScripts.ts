import type { Commands } from '../chromium/commands.ts';
import { ISOLATED_WORLD } from './pageContexts.ts';
import { pageScripts } from './pageScripts.ts';

type Send = <M extends keyof Commands>(method: M, params: Commands[M][0]) => Promise<Commands[M][1]>;

/** The scripts that Chromium runs in each new document of a page, before the page's own. */
export class DocumentScripts {
  #ids: string[] = [];
  readonly #onError: (error: Error) => void;

  /** @param onError called if the preload script cannot be read; the other scripts are installed nevertheless */
  constructor(onError: (error: Error) => void) {
    this.#onError = onError;
  }

  /** A new page has no scripts yet. */
  reset(): void {
    this.#ids = [];
  }

  /** Replaces the installed scripts; reads the preload script from its file again. */
  async install(send: Send, preloadFile: string | undefined): Promise<void> {
    const old = this.#ids.splice(0);
    const scripts = pageScripts(preloadFile);
    if (scripts.error) this.#onError(scripts.error);
    const add = async (source: string, worldName?: string): Promise<void> => {
      const world = worldName === undefined ? {} : { worldName };
      const added = await send('Page.addScriptToEvaluateOnNewDocument', { source, ...world });
      this.#ids.push(added.identifier);
    };
    await Promise.all([
      ...old.map((identifier) => send('Page.removeScriptToEvaluateOnNewDocument', { identifier })),
      add(scripts.main),
      add(scripts.isolated, ISOLATED_WORLD),
      ...(scripts.asksForPaths ? [send('Debugger.enable', {})] : []),
    ]);
  }
}
