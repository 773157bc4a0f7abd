import { networkInterfaces } from 'node:os';
import type { Network } from '../../ports/network.ts';

/** No event tells of networks in the main process; looking costs a tenth of a millisecond. */
const LOOK_MS = 5_000;

/** Addresses of this computer that others can reach, in a fixed order. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .toSorted();
}

/** Networks by the addresses they give this computer: a new address is a network that is back, or another one. */
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
