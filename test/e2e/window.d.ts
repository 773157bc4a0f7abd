import type { Bridge } from '#core/ipc/contract.ts';

declare global {
  interface Window {
    readonly api: Bridge;
  }
}
