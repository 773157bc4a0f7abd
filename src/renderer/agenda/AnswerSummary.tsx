import type { ReactNode } from 'react';
import { shortDay } from '#core/format/formatTime.ts';
import type { Instant } from '#base';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { texts } from './texts.ts';

export interface AnsweredProps {
  /** When the user said so, ms; null where it was not the user. */
  readonly at: Instant | null;
  /** Null where there is nothing of the user's to take back. */
  readonly onTakeBack: (() => void) | null;
  readonly children: ReactNode;
}

/** What answered a question about a meeting, and the way to ask it again. */
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
