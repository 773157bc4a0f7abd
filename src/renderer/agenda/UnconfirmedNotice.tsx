import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { openWords } from './openMeetings.ts';
import { useAskedMeetings, WeekQuestions } from './WeekQuestions.tsx';
import { texts } from './texts.ts';

/** Says how many meetings have open questions, and opens these. */
export function UnconfirmedNotice() {
  const [isAsked, setAsked] = useState(false);
  const meetings = useAskedMeetings();
  const count = meetings.filter(({ isOpen }) => isOpen).length;
  const stated = meetings.filter(({ isUnconfirmed }) => isUnconfirmed).length;
  const title = stated > 0 ? texts.openQuestions : texts.whichWeek;
  return (
    <>
      {count + stated > 0 && (
        <section className="notice-strip" aria-label={texts.openQuestions}>
          <CircleHelp aria-hidden size={16} />
          <p>
            {[
              ...(count > 0 ? [texts.shownAsMaybe(openWords(count))] : []),
              ...(stated > 0 ? [texts.areUnconfirmed(stated)] : []),
            ].join(' ')}
          </p>
          <Button size="small" onPress={() => setAsked(true)}>
            {stated > 0 ? texts.answerQuestions : texts.whichWeek}
          </Button>
        </section>
      )}
      <Dialog title={title} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p className="quiet">{stated > 0 ? texts.unconfirmedHint : texts.whichWeekHint}</p>
        <WeekQuestions meetings={meetings} />
      </Dialog>
    </>
  );
}
