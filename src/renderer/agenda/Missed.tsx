import { Moon, NotebookPen, X } from 'lucide-react';
import { dateOf } from '#core/agenda/agenda.ts';
import { isUncertain } from '#core/agenda/statements.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import type { MissedMeeting } from '#core/reminders/missedMeetings.ts';
import { useApp, useTimeFormat, useToday } from '../kit/AppContext.tsx';
import { occurrenceOf } from '../store/agendaSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { useDismissNews } from './useDismissNews.ts';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

/** A meeting that was missed, until it is dismissed. */
export function MissedLine({ meeting }: { readonly meeting: MissedMeeting }) {
  const dismiss = useDismissNews();
  const format = useTimeFormat();
  const { openNote } = useMeeting();
  const occurrence = useApp(occurrenceOf(meeting.occurrenceKey));
  const select = useApp((state) => state.occurrenceSelected);
  const isToday = useToday() === dateOf(meeting.start, format.zone);
  const { notes = null, recordings = null } = occurrence?.links ?? {};
  return (
    <li className="missed-line">
      <Moon aria-hidden size={16} className="missed-icon" />
      <time className="missed-time">
        {!isToday && `${shortDay(meeting.start, format)} `}
        {clockTime(meeting.start, format)}
      </time>
      <span className="missed-text">
        {occurrence === null ? (
          meeting.title
        ) : (
          <button type="button" className="missed-title" onClick={() => select(occurrence.key)}>
            {meeting.title}
          </button>
        )}{' '}
        <span className="quiet">
          {occurrence !== null && isUncertain(occurrence) && texts.mayHaveBeenOn}
          {texts.missedWhy[meeting.why]}
        </span>
      </span>
      <span className="missed-links">
        {notes !== null && <OutLink url={notes}>{texts.meetingNotes}</OutLink>}
        {recordings !== null && <OutLink url={recordings}>{texts.recordings}</OutLink>}
        {occurrence !== null && (
          <Button
            look="quiet"
            size="icon"
            aria-label={texts.writeNoteAbout(meeting.title)}
            onPress={() => openNote(occurrence)}
          >
            <NotebookPen aria-hidden size={14} />
          </Button>
        )}
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.dismissMissed(meeting.title)}
          onPress={() => dismiss({ missed: [meeting], changes: [] })}
        >
          <X aria-hidden size={14} />
        </Button>
      </span>
    </li>
  );
}
