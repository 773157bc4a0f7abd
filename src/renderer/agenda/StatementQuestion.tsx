import { doubtTextIn } from '#core/agenda/doubtText.ts';
import { seriesOfKey } from '#core/keys.ts';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { texts as statementTexts } from '../statements/texts.ts';
import { AnswerSummary } from './AnswerSummary.tsx';
import { StatementAnswers } from './StatementAnswers.tsx';
import { useStatement } from '../statements/useStatement.ts';
import type { QuestionProps } from './WeekQuestion.tsx';
import { texts } from './texts.ts';

/** Asks whether a meeting that only a text states still takes place, or shows the answer. */
export function StatementQuestion({ occurrence, isTitled }: QuestionProps) {
  const { takeBack } = useStatement();
  const textOf = doubtTextIn(useTimeFormat().locale);
  const { statement, doubts, sources } = occurrence;
  if (statement === null) return null;
  const asked = doubts.find(({ kind }) => kind === 'unconfirmed');
  return (
    <section className="question" aria-label={texts.stillOn}>
      {asked === undefined ? (
        <AnswerSummary at={statement.confirmedAt} onTakeBack={() => takeBack(sources.map(seriesOfKey))}>
          {statementTexts.stillOnYes}
        </AnswerSummary>
      ) : (
        <>
          {/* The heading of the card is the question itself. */}
          <p>{isTitled ? textOf(asked) : textOf(asked).replace(` ${texts.stillOn}`, '')}</p>
          <StatementAnswers occurrence={occurrence} />
        </>
      )}
    </section>
  );
}
