import { useCallback, useEffect, useState } from 'react';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { KeptOfMeeting } from '#core/notes/keptOfMeeting.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';

/** What the notes folder holds of a meeting. */
interface Kept {
  /** null until main has answered. */
  readonly kept: KeptOfMeeting | null;
  /** Asks for a caption file and adds it to the meeting. */
  readonly addCaptions: () => void;
}

/** Requested again when a note changes. */
export function useKeptOfMeeting({ key, sources }: Pick<Occurrence, 'key' | 'sources'>): Kept {
  const api = useApi();
  const store = useAppStore();
  const [kept, setKept] = useState<KeptOfMeeting | null>(null);
  const keys = sources.map((source) => source.key).join('\n');
  const ask = useCallback(async (): Promise<KeptOfMeeting | null> => {
    const answer = await api.invoke('notes:ofMeeting', keys.split('\n').slice(0, 100));
    return answer.ok ? answer.value : null;
  }, [api, keys]);
  useEffect(() => {
    let isShown = true;
    const look = async (): Promise<void> => {
      const found = await ask();
      if (isShown && found !== null) setKept(found);
    };
    void look();
    const end = store.subscribe((state, before) => {
      if (state.notes !== before.notes) void look();
    });
    return () => {
      isShown = false;
      end();
    };
  }, [ask, store]);
  const addCaptions = async (): Promise<void> => {
    const { problemReported } = store.getState();
    const answer = await api.invoke('transcripts:import', key);
    if (!answer.ok) return problemReported(answer.problem);
    if (answer.value === null) return;
    for (const problem of answer.value.problems) problemReported(problem);
    const found = await ask();
    if (found !== null) setKept(found);
  };
  return { kept, addCaptions: () => void addCaptions() };
}
