import type { SeriesName } from '#core/keys.ts';
import type { Result } from '#base';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { texts } from './texts.ts';

interface Meeting {
  readonly key: string;
  readonly title: string;
}

/** Answers about which room and which of two sources are right. */
export interface AnswerActions {
  /** @param url the room; null takes the answer back @param before the previous answer */
  readonly chooseRoom: (meeting: Meeting, url: string | null, before: string | null) => void;
  /** Uses the one series where the other disagrees. */
  readonly chooseSource: (title: string, use: SeriesName, over: SeriesName) => void;
  /** Takes that back. */
  readonly takeSourceBack: (title: string, use: SeriesName, over: SeriesName) => void;
}

/** Stores such answers, and offers to undo them. */
export function useAnswer(): AnswerActions {
  const [api, store] = [useApi(), useAppStore()];
  const answer = async (
    words: { readonly words: string; readonly undone: string },
    send: () => Promise<Result<unknown>>,
    takeBack: () => Promise<Result<unknown>>,
  ): Promise<void> => {
    const outcome = await send();
    const { problemReported, undoOffered } = store.getState();
    if (outcome.ok) undoOffered({ ...words, takeBack });
    else problemReported(outcome.problem);
  };
  const room =
    ({ key }: Meeting, url: string | null) =>
    () =>
      api.invoke('rooms:choose', key, url);
  const source = (what: 'use' | 'takeBack', use: SeriesName, over: SeriesName) => () =>
    api.invoke('sources:choose', what, use, over);
  return {
    chooseRoom: (meeting, url, before) =>
      void answer(
        url === null ? texts.roomForgotten(meeting.title) : texts.roomAnswered(meeting.title),
        room(meeting, url),
        room(meeting, before),
      ),
    chooseSource: (title, use, over) =>
      void answer(texts.sourceAnswered(title), source('use', use, over), source('takeBack', use, over)),
    takeSourceBack: (title, use, over) =>
      void answer(texts.sourceForgotten(title), source('takeBack', use, over), source('use', use, over)),
  };
}
