import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { openWords } from './openMeetings.ts';
import { useAskedMeetings, WeekQuestions } from './WeekQuestions.tsx';
import './questions.css';

/** How many meetings ask for their dates, and the way to answer them all. */
export function UnconfirmedNotice() {
  const [isAsked, setAsked] = useState(false);
  const meetings = useAskedMeetings();
  const count = meetings.filter(({ isOpen }) => isOpen).length;
  return (
    <>
      {count > 0 && (
        <section className="notice-strip" aria-label="Open questions">
          <CircleHelp aria-hidden size={16} />
          <p>{openWords(count)} shown as “maybe”: on which dates are they held?</p>
          <Button size="small" onPress={() => setAsked(true)}>
            Which week?
          </Button>
        </section>
      )}
      <Dialog title="Which week?" isOpen={isAsked} onClose={() => setAsked(false)}>
        <p className="quiet">The sources of these meetings do not say. What you leave open stays a maybe.</p>
        <WeekQuestions meetings={meetings} />
      </Dialog>
    </>
  );
}
