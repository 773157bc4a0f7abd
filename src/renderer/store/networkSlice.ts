import type { StateCreator } from 'zustand';
import type { NetworkState } from '#core/network/networkState.ts';

/** The way to the network. */
export interface NetworkSlice {
  /** Null until main has told it. */
  readonly network: NetworkState | null;
  readonly networkReceived: (network: NetworkState) => void;
}

export const createNetworkSlice: StateCreator<NetworkSlice> = (set) => ({
  network: null,
  networkReceived: (network) => set({ network }),
});
