import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { texts } from './texts.ts';

/** Offers to give a calendar back the address or text that it had before a change. */
export function useFormerAddress(): (changed: { readonly id: string; readonly name: string }) => void {
  const [api, store] = [useApi(), useAppStore()];
  return ({ id, name }) =>
    store.getState().undoOffered({
      ...texts.addressChanged(name),
      takeBack: () => api.invoke('feeds:takeBackChange', id),
      // False if it was removed meanwhile.
      isStill: () => store.getState().feeds?.some(({ feed }) => feed.id === id) ?? false,
    });
}
