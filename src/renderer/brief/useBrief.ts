import { useEffect, useState } from 'react';
import type { Brief } from '#core/brief/brief.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { useNoteModel } from '../notes/NoteModelContext.ts';

/** Main's reply, requested again after each change of agenda or notes; null until the first one. */
export function useBrief(meeting: OccurrenceKey): Brief | null {
  const [api, store, noteModel] = [useApi(), useAppStore(), useNoteModel()];
  const [brief, setBrief] = useState<Brief | null>(null);
  useEffect(() => {
    let isShown = true;
    let latest = 0;
    const ask = async (): Promise<void> => {
      latest += 1;
      const mine = latest;
      // The draft of the agenda may be unsaved yet.
      await noteModel.flush();
      const answer = await api.invoke('brief:of', meeting);
      if (!isShown || mine !== latest) return;
      if (answer.ok) setBrief(answer.value);
      else store.getState().problemReported(answer.problem);
    };
    void ask();
    const stop = store.subscribe((state, before) => {
      if (state.agenda !== before.agenda || state.notes !== before.notes) void ask();
    });
    return () => {
      isShown = false;
      stop();
    };
  }, [api, store, noteModel, meeting]);
  return brief;
}
