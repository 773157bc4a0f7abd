import { useEffect, useState } from 'react';
import type { Result } from '#base';
import type { Api } from './api.ts';
import { useApi } from './AppContext.tsx';

/**
 * The reply to a request that is made once, when the component mounts; null until it arrives, and if it failed.
 * The second value replaces it, for a later request that answers with the new state.
 * @param ask a constant function: another one asks again
 */
export function useReply<T>(
  ask: (api: Api) => Promise<Result<T>>,
): readonly [reply: T | null, replace: (reply: T) => void] {
  const api = useApi();
  const [reply, setReply] = useState<T | null>(null);
  useEffect(() => {
    let isUnmounted = false;
    const request = async (): Promise<void> => {
      const answer = await ask(api);
      if (answer.ok && !isUnmounted) setReply(answer.value);
    };
    void request();
    return () => {
      isUnmounted = true;
    };
  }, [api, ask]);
  return [reply, setReply];
}
