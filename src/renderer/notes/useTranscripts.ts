import { useEffect, useState } from 'react';
import type { StoredTranscript, TranscriptSummary } from '#core/notes/storedTranscript.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';

/** A value from main (null until it has answered), and a function that requests it again. */
interface Asked<T> {
  readonly value: T | null;
  readonly askAgain: () => Promise<void>;
}

/** All transcripts, also as they change. */
export function useTranscripts(): { readonly value: readonly TranscriptSummary[] | null } {
  const api = useApi();
  const [value, setValue] = useState<readonly TranscriptSummary[] | null>(null);
  useEffect(() => api.on('transcripts:changed', setValue), [api]);
  useEffect(() => {
    let isShown = true;
    const ask = async (): Promise<void> => {
      const outcome = await api.invoke('transcripts:list');
      if (isShown && outcome.ok) setValue(outcome.value);
    };
    void ask();
    return () => {
      isShown = false;
    };
  }, [api]);
  return { value };
}

/** One transcript; null for no path. */
export function useTranscript(path: string | null): Asked<StoredTranscript> {
  const api = useApi();
  const store = useAppStore();
  const [read, setRead] = useState<{ readonly path: string; readonly stored: StoredTranscript } | null>(null);
  const askAgain = async (): Promise<void> => {
    if (path === null) return;
    const outcome = await api.invoke('transcripts:read', path);
    if (outcome.ok) setRead({ path, stored: outcome.value });
  };
  useEffect(() => {
    if (path === null) return undefined;
    let isShown = true;
    const ask = async (): Promise<void> => {
      const outcome = await api.invoke('transcripts:read', path);
      if (!isShown) return;
      if (outcome.ok) setRead({ path, stored: outcome.value });
      else store.getState().problemReported(outcome.problem);
    };
    void ask();
    return () => {
      isShown = false;
    };
  }, [api, store, path]);
  return { value: read?.path === path ? read.stored : null, askAgain };
}
