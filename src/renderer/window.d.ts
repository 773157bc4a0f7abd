import type { Bridge } from '#core/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly api: Bridge;
  }
}
