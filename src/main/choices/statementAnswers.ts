import { agendaProblem } from '#core/agenda/problems.ts';
import { statementAnswer, type StatementAnswer } from '#core/agenda/meetingChoices.ts';
import { isSameSeries, seriesKey, seriesKeyOf, type OccurrenceKey, type SeriesName } from '#core/keys.ts';
import type { Instant } from '#base';
import { createProblems } from '../app/problems.ts';
import { openChoiceStore, type ChoiceStore } from './choiceStore.ts';

/** The user's answers whether stated meetings still take place; kept also while they are not followed. */
export interface StatementAnswers {
  all(): readonly StatementAnswer[];
  /** Whether the user said that the series of this date no longer takes place. */
  isDenied(key: OccurrenceKey): boolean;
  /** Answers for a meeting, by its series in each of its feeds; null takes the answer back. */
  say(series: readonly SeriesName[], says: StatementAnswer['says'] | null): void;
}

export function openStatementAnswers(store: ChoiceStore, now: () => Instant): StatementAnswers {
  const answers = store.list('statements', statementAnswer, agendaProblem('choices/statementsDamaged'));
  return {
    all: () => answers.all(),
    isDenied: (key) => {
      const series = seriesKeyOf(key);
      return answers.all().some((one) => one.says === 'no' && seriesKey(one) === series);
    },
    say: (series, says) => {
      const others = answers.all().filter((known) => !series.some((one) => isSameSeries(one, known)));
      const said = says === null ? [] : series.map(({ feedId, uid }) => ({ feedId, uid, says, at: now() }));
      answers.become([...others, ...said]);
    },
  };
}

/** The answers of a stored document, for reading only. */
export function storedStatementAnswers(raw: unknown): readonly StatementAnswer[] {
  const store = { problems: [], read: () => raw, write: () => undefined };
  return openStatementAnswers(openChoiceStore(store, createProblems([])), () => 0).all();
}
