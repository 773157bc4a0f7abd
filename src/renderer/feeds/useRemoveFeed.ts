import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { texts } from './texts.ts';

/** Removes a calendar, and offers to undo that. */
export function useRemoveFeed(): (id: string, name: string) => void {
  const [api, store] = [useApi(), useAppStore()];
  const remove = async (id: string, name: string): Promise<void> => {
    const answer = await api.invoke('feeds:remove', id);
    const { problemReported, undoOffered } = store.getState();
    if (!answer.ok) return problemReported(answer.problem);
    undoOffered({
      ...texts.removed(name),
      takeBack: () => api.invoke('feeds:restore', id),
      // False if it was added again.
      isStill: () => store.getState().feeds?.every(({ feed }) => feed.id !== id) ?? true,
    });
  };
  return (id, name) => void remove(id, name);
}
