import { agendaProblem } from '#core/agenda/problems.ts';
import { seriesKey, isSameSeries, type SeriesName, type OccurrenceKey, seriesKeyOf } from '#core/keys.ts';
import { weekAnswer, type WeekAnswer, type WeekSaying } from '#core/agenda/whichWeek.ts';
import { seriesToday } from '#core/catalogue/formerUids.ts';
import type { Instant } from '#base';
import { createProblems } from '../app/problems.ts';
import { openChoiceStore, type ChoiceStore } from './choiceStore.ts';

/** The user's answers about the weeks of meetings, with their dates; kept also while a feed is not followed. */
export interface WeekChoices {
  /** In the order of the answers. */
  all(): readonly WeekAnswer[];
  /** Answers for a meeting, by its series in each of its feeds. A rule replaces all earlier answers for it. */
  say(series: readonly SeriesName[], saying: WeekSaying): void;
  /** Removes the last answer for a meeting, or all of them. @returns what was removed */
  takeBack(series: readonly SeriesName[], what: 'last' | 'all'): readonly WeekAnswer[];
  /** Gives removed answers again; those whose meeting was answered meanwhile stay removed. */
  restore(removed: readonly WeekAnswer[]): void;
  /** Whether there is an answer for the series of an occurrence. */
  isAnswered(key: OccurrenceKey): boolean;
}

export function openWeekChoices(store: ChoiceStore, now: () => Instant): WeekChoices {
  const answers = store.list(
    'weeks',
    weekAnswer.transform(seriesToday),
    agendaProblem('choices/weeksDamaged'),
  );
  const isOf = (series: readonly SeriesName[], answer: WeekAnswer): boolean =>
    series.some((one) => isSameSeries(one, answer));
  return {
    all: () => answers.all(),
    say: (series, saying) => {
      const isReplaced = (one: WeekAnswer): boolean =>
        isOf(series, one) && (saying.says === 'rule' || one.says === 'rule' || one.date === saying.date);
      const { says, date } = saying;
      const rule = saying.says === 'rule' ? saying.rule : null;
      const said = series.map(({ feedId, uid }): WeekAnswer => ({
        feedId,
        uid,
        says,
        date,
        rule,
        source: 'you',
        at: now(),
      }));
      answers.become([...answers.all().filter((one) => !isReplaced(one)), ...said]);
    },
    takeBack: (series, what) => {
      const last = Math.max(...answers.all().map((one) => (isOf(series, one) ? one.at : -Infinity)));
      const isTaken = (one: WeekAnswer): boolean => isOf(series, one) && (what === 'all' || one.at === last);
      const removed = answers.all().filter(isTaken);
      answers.become(answers.all().filter((one) => !isTaken(one)));
      return removed;
    },
    restore: (removed) => {
      const present = answers.all();
      const isFree = (one: WeekAnswer): boolean => !present.some((other) => isSameSeries(one, other));
      answers.become([...present, ...removed.filter(isFree)]);
    },
    isAnswered: (key) => {
      const series = seriesKeyOf(key);
      return answers.all().some((one) => seriesKey(one) === series);
    },
  };
}

/** The answers of a stored document, for reading only. */
export function storedWeekAnswers(raw: unknown): readonly WeekAnswer[] {
  const store = { problems: [], read: () => raw, write: () => undefined };
  return openWeekChoices(openChoiceStore(store, createProblems([])), () => 0).all();
}
