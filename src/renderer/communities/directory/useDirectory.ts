import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#base';
import type { CommunityView, ListedCommunity } from '#core/directory/directoryView.ts';
import { useApi, useApp } from '../../kit/AppContext.tsx';

/** Changes when a calendar is followed or removed; null until the calendars are known. */
const useFollowedIds = (): string | null =>
  useApp((state) => state.feeds?.map(({ feed }) => feed.id).join('\n') ?? null);

/** The reply of a request, asked anew when a calendar is followed or removed; null until it comes. */
function useAnswer<Value>(ask: () => Promise<Value | null>): Value | null {
  const ids = useFollowedIds();
  const [answer, setAnswer] = useState<Value | null>(null);
  useEffect(() => {
    if (ids === null) return undefined;
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const value = await ask();
      if (isCurrent && value !== null) setAnswer(() => value);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [ask, ids]);
  return answer;
}

/** All communities of the directory; null until they are read. */
export function useDirectory(): readonly ListedCommunity[] | null {
  const api = useApi();
  const ask = useCallback(async () => {
    const read = await api.invoke('directory:list');
    return read.ok ? read.value : null;
  }, [api]);
  return useAnswer(ask);
}

/** One community with all its facts, or why they cannot be read; null until that is known. */
export function useCommunity(id: string): Result<CommunityView> | null {
  const api = useApi();
  const ask = useCallback(() => api.invoke('directory:get', id), [api, id]);
  return useAnswer(ask);
}
