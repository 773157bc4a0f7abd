import { agendaProblem } from '#core/agenda/problems.ts';
import { seriesKey, isSameSeries, type SeriesName, type OccurrenceKey, seriesKeyOf } from '#core/keys.ts';
import { weekAnswer, type WeekAnswer, type WeekSaying } from '#core/agenda/whichWeek.ts';
import { seriesToday } from '#core/catalogue/formerUids.ts';
import type { Instant } from '#base';
import { createProblems } from '../app/problems.ts';
import { openChoiceStore, type ChoiceStore } from './choiceStore.ts';

/** What the user said of the weeks of meetings, with the day it was said; kept also while a feed is not followed. */
export interface WeekChoices {
  /** In the order in which it was said. */
  all(): readonly WeekAnswer[];
  /** Of a meeting, by its series in each of its feeds. A rule takes the place of all that was said of it before. */
  say(series: readonly SeriesName[], saying: WeekSaying): void;
  /** Takes back the last thing that was said of a meeting, or all of it. */
  takeBack(series: readonly SeriesName[], what: 'last' | 'all'): void;
  /** Whether something was said of the series that an occurrence's key belongs to. */
  isAnswered(key: OccurrenceKey): boolean;
}

/** The answers over the facts. */
export function openWeekChoices(facts: ChoiceStore, now: () => Instant): WeekChoices {
  const answers = facts.list(
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
      answers.become(answers.all().filter((one) => !isTaken(one)));
    },
    isAnswered: (key) => {
      const series = seriesKeyOf(key);
      return answers.all().some((one) => seriesKey(one) === series);
    },
  };
}

/** The answers as they stand in a stored document, for who only reads them. */
export function storedWeekAnswers(raw: unknown): readonly WeekAnswer[] {
  const store = { problems: [], read: () => raw, write: () => undefined };
  return openWeekChoices(openChoiceStore(store, createProblems([])), () => 0).all();
}
