import type { StateCreator } from 'zustand';
import type { AccountState } from '#core/accounts/account.ts';

export interface AccountsSlice {
  readonly accounts: readonly AccountState[];
  readonly accountsReceived: (accounts: readonly AccountState[]) => void;
}

export const createAccountsSlice: StateCreator<AccountsSlice> = (set) => ({
  accounts: [],
  accountsReceived: (accounts) => set({ accounts }),
});
