import { Video } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { timeRange } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

/** One digit for each meeting. */
const MOST = 9;

function Choices({ meetings }: { readonly meetings: readonly Occurrence[] }) {
  const format = useTimeFormat();
  const { join } = useMeeting();
  const ask = useApp((state) => state.whichMeetingAsked);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      const meeting = meetings[Number(event.key) - 1];
      if (meeting === undefined) return;
      event.preventDefault();
      ask(null);
      join(meeting);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [meetings, join, ask]);
  return (
    <ol className="meeting-choices">
      {meetings.map((meeting, index) => (
        <li key={meeting.key}>
          <Button
            {...(index === 0 && { ref: first })}
            onPress={() => {
              ask(null);
              join(meeting);
            }}
          >
            <kbd aria-hidden>{index + 1}</kbd>
            <span className="meeting-choice-title" dir="auto">
              {meeting.title}
            </span>
            <span className="quiet">
              {timeRange(meeting, format)} · {meeting.joinLinks[0]?.serviceName ?? texts.theWeb}
            </span>
            <Video aria-hidden size={16} />
          </Button>
        </li>
      ))}
    </ol>
  );
}

/** Asks which meeting to join if several begin at once. Tab and Enter choose, or the digit in front. */
export function WhichMeeting() {
  const keys = useApp((state) => state.whichMeeting);
  const occurrences = useApp(occurrencesOf);
  const ask = useApp((state) => state.whichMeetingAsked);
  const meetings = occurrences.filter(({ key }) => keys?.includes(key) ?? false).slice(0, MOST);
  return (
    <Dialog title={texts.joinWhich} isOpen={meetings.length > 0} onClose={() => ask(null)}>
      <Choices meetings={meetings} />
    </Dialog>
  );
}
