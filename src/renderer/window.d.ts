import type { Bridge } from '#core/ipc/contract.ts';

declare global {
  interface Window {
    /** Defined by the preload script. */
    readonly api: Bridge;
  }
}
