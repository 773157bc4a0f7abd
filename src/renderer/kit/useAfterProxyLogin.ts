import { useEffect, useEffectEvent, useRef } from 'react';
import { hasCode } from '#core/problemCodes.ts';
import type { Problem } from '#base';
import { useApp } from './AppContext.tsx';

/** Does again what a proxy refused for want of a login, once the user has logged in to it. */
export function useAfterProxyLogin(problem: Problem | null, again: () => void): void {
  const isAsking = useApp(({ network }) => (network?.question ?? null) !== null);
  const wasAsking = useRef(isAsking);
  const answered = useEffectEvent(() => {
    if (hasCode(problem, 'network/proxyLogin') || hasCode(problem, 'network/proxyLoginRefused')) again();
  });
  useEffect(() => {
    if (wasAsking.current && !isAsking) answered();
    wasAsking.current = isAsking;
  }, [isAsking]);
}
