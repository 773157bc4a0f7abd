import { seriesKey, seriesOfKey } from '../keys.ts';
import type { StatementAnswer } from './meetingChoices.ts';
import type { Occurrence } from './occurrence.ts';

/** Meetings that only a text states, and the user's answers whether they still take place. */

/** True until the user, or a calendar, confirms what a text states. */
export const isUnconfirmed = ({ statement }: Pick<Occurrence, 'statement'>): boolean =>
  statement !== null && statement.confirmedAt === null;

/** True while it is open whether it takes place on its date. */
export const isUncertain = (one: Pick<Occurrence, 'statement' | 'isWeekUnknown'>): boolean =>
  one.isWeekUnknown || isUnconfirmed(one);

/** Without the meetings that no longer take place, and without the question about those that do. */
export function settleStatements(
  occurrences: readonly Occurrence[],
  answers: readonly StatementAnswer[],
): readonly Occurrence[] {
  if (answers.length === 0) return occurrences;
  const answerOf = new Map(answers.map((one) => [seriesKey(one), one]));
  return occurrences.flatMap((one) => {
    if (one.statement === null) return [one];
    const answer = one.sources
      .map((source) => answerOf.get(seriesKey(seriesOfKey(source))))
      .find((known) => known !== undefined);
    if (answer === undefined) return [one];
    if (answer.says === 'no') return [];
    const doubts = one.doubts.filter(({ kind }) => kind !== 'unconfirmed');
    return [{ ...one, doubts, statement: { confirmedAt: answer.at } }];
  });
}
