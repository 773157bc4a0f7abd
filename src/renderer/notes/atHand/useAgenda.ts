import { useMemo } from 'react';
import { agendaItemsIn } from '#core/notes/agendaDraft.ts';
import { agendaTiming, withItemBegun, type AgendaTiming } from '#core/notes/agendaTiming.ts';
import { SECOND } from '#base';
import { useAppStore, useNow, useTicker } from '../../kit/AppContext.tsx';
import { useDraft } from '../useDraft.ts';
import type { AtHand } from './useAtHand.ts';

/** How often the agenda follows the text while one types (ms). */
export const PACE_MS = 300;

/** The agenda of the open note during its meeting. */
export interface RunningAgenda {
  readonly timing: AgendaTiming;
  /** False before the start: an item is begun at a time of the meeting. */
  readonly canBegin: boolean;
  /** Begins the item in that line of the note, now. */
  readonly begin: (line: number) => void;
  /** Begins the next item; does nothing after the last one. */
  readonly beginNext: () => void;
}

export function useAgenda({ start, end }: AtHand): RunningAgenda {
  const store = useAppStore();
  const ticker = useTicker();
  const draft = useDraft(PACE_MS);
  const since = useNow((now) => Math.floor((now - start) / SECOND)) * SECOND;
  const items = useMemo(() => agendaItemsIn(draft), [draft]);
  const timing = agendaTiming(items, since, end - start);
  const [begin, beginNext] = useMemo(() => {
    const beginIn = (line: number): void => {
      ticker.refresh();
      const { readDraft, draftChanged } = store.getState();
      draftChanged(withItemBegun(readDraft(), line, ticker.now() - start));
    };
    const goOn = (): void => {
      const { next } = agendaTiming(
        agendaItemsIn(store.getState().readDraft()),
        ticker.now() - start,
        end - start,
      );
      if (next !== null) beginIn(next.line);
    };
    return [beginIn, goOn];
  }, [store, ticker, start, end]);
  return { timing, canBegin: since >= 0, begin, beginNext };
}
