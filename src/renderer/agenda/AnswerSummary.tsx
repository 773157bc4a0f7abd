import type { ReactNode } from 'react';
import { shortDay } from '#core/format/formatTime.ts';
import type { Instant } from '#base';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { texts } from './texts.ts';

export interface AnsweredProps {
  /** When the user answered (ms); null if the answer did not come from the user. */
  readonly at: Instant | null;
  /** Null if the user has no answer to take back. */
  readonly onTakeBack: (() => void) | null;
  readonly children: ReactNode;
}

/** The answer to a question about a meeting, with a button that takes it back. */
export function AnswerSummary({ at, onTakeBack, children }: AnsweredProps) {
  const format = useTimeFormat();
  return (
    <>
      <p>
        {children}
        {at !== null && <span className="quiet">{texts.said(shortDay(at, format))}</span>}
      </p>
      {onTakeBack !== null && (
        <div className="question-answers">
          <Button look="quiet" size="small" onPress={onTakeBack}>
            {texts.takeBack}
          </Button>
        </div>
      )}
    </>
  );
}
