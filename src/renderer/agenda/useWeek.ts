import { isSameSeries, seriesOfKey, type SeriesName } from '#core/keys.ts';
import { homeDate, type WeekSaying } from '#core/agenda/whichWeek.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { AnsweredRow } from '../store/answersSlice.ts';
import { useApi, useAppStore, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import type { AppStore } from '../store/store.ts';
import { dateWords, isNotOn, isOn, nextInstead } from './weekOptions.ts';
import { texts } from './texts.ts';

/** Answers about the dates of a meeting. */
export interface WeekActions {
  /** @param words the toast that offers an undo; null if the answer stays visible */
  readonly say: (occurrence: Occurrence, saying: WeekSaying, words: string | null) => void;
  readonly itIsOn: (occurrence: Occurrence) => void;
  readonly notThisWeek: (occurrence: Occurrence) => void;
  readonly takeBack: (occurrence: Occurrence) => void;
}

/** The row that the answer removes; null if its meeting stays on this date. */
function answeredRow(occurrence: Occurrence, saying: WeekSaying, format: TimeFormat): AnsweredRow | null {
  const date = homeDate(occurrence);
  const left = occurrence.week?.left ?? [];
  if (saying.says === 'on' || (saying.says === 'rule' && saying.date === date)) return null;
  const next = saying.says === 'rule' ? saying.date : nextInstead(left, date);
  return { occurrence, next: next === null ? null : dateWords(next, format) };
}

const seriesOf = ({ sources }: Occurrence): SeriesName[] => sources.map(seriesOfKey);

/** False if the answer was taken back in the details meanwhile; true for a series that has left the agenda. */
function isAnswered(store: AppStore, series: readonly SeriesName[]): boolean {
  const asked = occurrencesOf(store.getState()).flatMap(({ week }) =>
    week !== null && series.some((one) => isSameSeries(one, week)) ? [week] : [],
  );
  return asked.length === 0 || asked.some(({ saidAt }) => saidAt !== null);
}

/** Stores answers about a meeting's dates, and offers to undo them. */
export function useWeek(): WeekActions {
  const [api, store, format] = [useApi(), useAppStore(), useTimeFormat()];
  const send = async (occurrence: Occurrence, saying: WeekSaying, words: string | null): Promise<void> => {
    const { problemReported, undoOffered, rowAnswered } = store.getState();
    const row = answeredRow(occurrence, saying, format);
    // Before the agenda without it arrives, so that its row does not go in between.
    if (row !== null && words !== null) rowAnswered(row);
    const series = seriesOf(occurrence);
    const answer = await api.invoke('weeks:say', series, saying);
    if (!answer.ok) problemReported(answer.problem);
    else if (words !== null)
      undoOffered({
        words: `${occurrence.title}: ${words}`,
        undone: texts.answerTakenBack(occurrence.title),
        takeBack: () => api.invoke('weeks:takeBack', series, 'last'),
        isStill: () => isAnswered(store, series),
      });
  };
  const takeBack = async (occurrence: Occurrence): Promise<void> => {
    const { problemReported, undoOffered } = store.getState();
    const series = seriesOf(occurrence);
    const removed = await api.invoke('weeks:takeBack', series, 'all');
    if (!removed.ok) return problemReported(removed.problem);
    undoOffered({
      words: texts.answerTakenBack(occurrence.title),
      undone: texts.answeredAgain(occurrence.title),
      takeBack: () => api.invoke('weeks:restore', removed.value),
      isStill: () => !isAnswered(store, series),
    });
  };
  const say: WeekActions['say'] = (occurrence, saying, words) => void send(occurrence, saying, words);
  return {
    say,
    itIsOn: (occurrence) => {
      const date = homeDate(occurrence);
      say(occurrence, isOn(date), texts.isOnDay(dateWords(date, format)));
    },
    notThisWeek: (occurrence) => {
      const date = homeDate(occurrence);
      const next = nextInstead(occurrence.week?.left ?? [], date);
      say(occurrence, isNotOn(date), texts.notThisWeekBut(next === null ? null : dateWords(next, format)));
    },
    takeBack: (occurrence) => void takeBack(occurrence),
  };
}
