import { useEffect, useState } from 'react';
import type { LoginState } from '#core/ipc/shellRequests.ts';
import { useApi } from '../kit/AppContext.tsx';

/** Whether the app starts with the computer; null until the system has answered. It is asked each time this is seen. */
export function useLoginState(): readonly [LoginState | null, (state: LoginState) => void] {
  const api = useApi();
  const [state, setState] = useState<LoginState | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const answer = await api.invoke('login:get');
      if (answer.ok && !isGone) setState(answer.value);
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [api]);
  return [state, setState];
}
