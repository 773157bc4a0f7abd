import { useEffect, useState } from 'react';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';

/** Main is asked once the user pauses for so long (ms). */
const PAUSE_MS = 250;

interface Answer {
  readonly query: string;
  readonly found: readonly Occurrence[];
}

const NO_ANSWER: Answer = { query: '', found: [] };

/**
 * The meetings that main finds a year back and ahead, by start; null until it has answered. Nothing is asked for an empty
 * query.
 */
export function useFurtherMeetings(query: string): readonly Occurrence[] | null {
  const api = useApi();
  const remember = useApp((state) => state.furtherFound);
  const [answer, setAnswer] = useState(NO_ANSWER);
  useEffect(() => {
    if (query === '') return undefined;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const outcome = await api.invoke('agenda:search', query);
      if (!isCurrent) return;
      const found = outcome.ok ? outcome.value : [];
      // The keys of a found row act on its meeting.
      remember(found);
      setAnswer({ query, found });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, remember, query]);
  return answer.query === query ? answer.found : null;
}
