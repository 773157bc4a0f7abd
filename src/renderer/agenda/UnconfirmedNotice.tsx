import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { openWords } from './openMeetings.ts';
import { useAskedMeetings, WeekQuestions } from './WeekQuestions.tsx';
import { texts } from './texts.ts';
import './banners.css';
import './questions.css';

/** Says how many meetings have an unknown week, and opens the questions. */
export function UnconfirmedNotice() {
  const [isAsked, setAsked] = useState(false);
  const meetings = useAskedMeetings();
  const count = meetings.filter(({ isOpen }) => isOpen).length;
  return (
    <>
      {count > 0 && (
        <section className="notice-strip" aria-label={texts.openQuestions}>
          <CircleHelp aria-hidden size={16} />
          <p>{texts.shownAsMaybe(openWords(count))}</p>
          <Button size="small" onPress={() => setAsked(true)}>
            {texts.whichWeek}
          </Button>
        </section>
      )}
      <Dialog title={texts.whichWeek} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p className="quiet">{texts.whichWeekHint}</p>
        <WeekQuestions meetings={meetings} />
      </Dialog>
    </>
  );
}
