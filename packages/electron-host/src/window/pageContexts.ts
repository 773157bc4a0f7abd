import { chromium, type Page } from '../chromium/chromium.ts';
import type { PageEvents } from '../chromium/commands.ts';
import { decode, encode } from '../page/codec.ts';
import { trusted } from '../trusted.ts';

/** Name of the world in which the preload script runs, as in Electron. */
export const ISOLATED_WORLD = 'Electron Isolated Context';
/** page/isolatedWorld.ts deletes this global before the preload script runs. */
export const BINDING = 'electronHostPost';

/** The JavaScript contexts of a page's current document: its own world and the isolated one. */
export class PageContexts {
  #isolated: number | undefined;
  #main: number | undefined;

  /** Identifies the current document; a reply to an earlier document is dropped. Undefined while there is none. */
  get document(): number | undefined {
    return this.#isolated;
  }

  /** To evaluate in the page's own world. */
  get mainWorld(): { contextId?: number } {
    return this.#main === undefined ? {} : { contextId: this.#main };
  }

  clear(): void {
    this.#isolated = undefined;
    this.#main = undefined;
  }

  created({ context }: PageEvents['Runtime.executionContextCreated'], page: Page | undefined): void {
    if (context.auxData?.frameId !== page?.targetId) return; // an inner frame
    if (context.auxData?.isDefault) this.#main = context.id;
    if (context.name === ISOLATED_WORLD) this.#isolated = context.id;
  }

  destroyed({ executionContextId }: PageEvents['Runtime.executionContextDestroyed']): void {
    if (executionContextId === this.#isolated) this.#isolated = undefined;
  }

  /** The message that the isolated world posted to main; undefined if another context called the binding. */
  received(call: PageEvents['Runtime.bindingCalled']): unknown[] | undefined {
    if (call.name !== BINDING || call.executionContextId !== this.#isolated) return undefined;
    return trusted(decode(call.payload));
  }

  /** Throws if the message cannot be cloned. Without a document the message is lost, as in Electron. */
  post(message: unknown[], page: Page | undefined): void {
    const value = encode(message);
    if (this.#isolated === undefined || !page) return;
    chromium.post(
      'Runtime.callFunctionOn',
      {
        functionDeclaration: '(text) => electronHostReceive(text)',
        arguments: [{ value }],
        executionContextId: this.#isolated,
        silent: false,
      },
      page.sessionId,
    );
  }
}
