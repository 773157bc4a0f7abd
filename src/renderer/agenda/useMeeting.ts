import { isSameSeries, seriesOfKey } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { useIsWide } from '../kit/useMedia.ts';
import { useOpenNote } from '../notes/useOpenNote.ts';
import type { Api } from '../kit/api.ts';
import { occurrenceOf, occurrencesOf } from '../store/agendaSlice.ts';
import type { AppStore } from '../store/store.ts';
import type { UndoEntry } from '../store/undoSlice.ts';
import { texts } from './texts.ts';

/** Actions on a meeting. */
export interface MeetingActions {
  /** Opens the room; the best link unless another is named. */
  readonly join: (occurrence: Occurrence, url?: string) => void;
  readonly openNote: (occurrence: Occurrence) => void;
  /** Skips this meeting, or its series from it on; null undoes that. */
  readonly skip: (occurrence: Occurrence, scope: SkipScope) => void;
  /** Undoes joining or opening its room. */
  readonly undoVisit: (occurrence: Occurrence) => void;
}

type SkipScope = 'one' | 'series' | null;

/** The first date that the same choice skips: an undo skips the series from there again. */
function firstSkipped(occurrence: Occurrence, all: readonly Occurrence[]): Occurrence {
  if (occurrence.skipped?.scope !== 'series') return occurrence;
  const series = occurrence.sources.map(seriesOfKey);
  const isSkippedToo = ({ skipped, sources }: Occurrence): boolean =>
    skipped?.scope === 'series' &&
    skipped.from === occurrence.skipped?.from &&
    sources.some((source) => series.some((one) => isSameSeries(one, seriesOfKey(source))));
  return all.find(isSkippedToo) ?? occurrence;
}

/** @param occurrence as it was before */
function skipEntry(api: Api, store: AppStore, occurrence: Occurrence, scope: SkipScope): UndoEntry {
  const { title, key, skipped } = occurrence;
  const before = scope === null ? (skipped?.scope ?? null) : null;
  const of = scope === null ? firstSkipped(occurrence, occurrencesOf(store.getState())).key : key;
  const words =
    scope === null
      ? { words: texts.unskipped(title), undone: texts.skippedAgain(title) }
      : {
          words: scope === 'one' ? texts.skippedOne(title) : texts.skippedAll(title),
          undone: texts.skipTakenBack(title),
        };
  return {
    ...words,
    takeBack: () => api.invoke('skips:choose', of, before),
    isStill: () => {
      const present = occurrenceOf(of)(store.getState());
      return present !== null && (present.skipped === null) === (before !== null);
    },
  };
}

/** The toast after a visit was undone. */
const visitUndone = (title: string, kind: 'joined' | 'opened'): string =>
  kind === 'joined' ? texts.joinTakenBack(title) : texts.openTakenBack(title);

/** The actions on a meeting, with their toasts. */
export function useMeeting(): MeetingActions {
  const [api, store] = [useApi(), useAppStore()];
  const { openFor } = useOpenNote();
  const isWide = useIsWide();
  const join = async ({ key, title }: Occurrence, url: string | null): Promise<void> => {
    const { problemReported, undoOffered } = store.getState();
    const answer = await api.invoke('join:open', key, url);
    const undo = {
      takeBack: () => api.invoke('join:undo', key),
      isStill: () => store.getState().visits.has(key),
    };
    if (!answer.ok) problemReported(answer.problem);
    else if (answer.value === 'joined')
      undoOffered({
        words: texts.joinedToast(title),
        undone: visitUndone(title, 'joined'),
        ...undo,
      });
    else if (answer.value === 'opened')
      undoOffered({
        words: texts.openedToast(title),
        undone: visitUndone(title, 'opened'),
        ...undo,
      });
  };
  const skip = async (occurrence: Occurrence, scope: SkipScope): Promise<void> => {
    const { problemReported, undoOffered } = store.getState();
    const entry = skipEntry(api, store, occurrence, scope);
    const answer = await api.invoke('skips:choose', occurrence.key, scope);
    if (answer.ok) undoOffered(entry);
    else problemReported(answer.problem);
  };
  const undoVisit = async ({ key, title }: Occurrence): Promise<void> => {
    const { problemReported, undoToastShown, visits } = store.getState();
    const kind = visits.get(key)?.kind ?? 'opened';
    const answer = await api.invoke('join:undo', key);
    // Replaces the toast that offers the same undo.
    if (answer.ok) undoToastShown(visitUndone(title, kind));
    else problemReported(answer.problem);
  };
  return {
    undoVisit: (occurrence) => void undoVisit(occurrence),
    skip: (occurrence, scope) => void skip(occurrence, scope),
    join: (occurrence, url) => void join(occurrence, url ?? null),
    openNote: (occurrence) => {
      // In a narrow window the details cover the agenda, and would do so again on the way back.
      if (!isWide) store.getState().occurrenceSelected(null);
      openFor(occurrence.key);
    },
  };
}
