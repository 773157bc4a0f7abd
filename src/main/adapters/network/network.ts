import { networkInterfaces } from 'node:os';
import type { Network } from '../../ports/network.ts';

/** The main process has no event for network changes, so it polls; a poll takes 0.1 ms. */
const LOOK_MS = 5_000;

/** Addresses of this computer's external interfaces, sorted. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .toSorted();
}

/** Detects networks by this computer's addresses: a new address means that a network came back or changed. */
export function createNetwork(addresses: () => readonly string[] = ownAddresses, lookMs = LOOK_MS): Network {
  return {
    onBack(callback) {
      let known = new Set(addresses());
      const timer = setInterval(() => {
        const present = addresses();
        const isNew = present.some((address) => !known.has(address));
        known = new Set(present);
        if (isNew) callback();
      }, lookMs);
      return { [Symbol.dispose]: () => clearInterval(timer) };
    },
  };
}
