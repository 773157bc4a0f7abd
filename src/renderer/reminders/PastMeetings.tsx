import { useEffect, useState } from 'react';
import { dateOf } from '#core/agenda/agenda.ts';
import { clockTime, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import { happenedWords } from '#core/reminders/happenedWords.ts';
import type { PastMeeting } from '#core/reminders/pastMeetings.ts';
import { useApi, useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrenceOf } from '../store/agendaSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { texts } from './texts.ts';

/** Number of rows rendered at a time. */
const AT_ONCE = 50;

/** What happened, without duplicates: `Shown · You joined`. */
const storyOf = ({ happened }: PastMeeting, format: TimeFormat): string =>
  [...new Set(happened.map((event) => happenedWords(event, format)))].join(' · ');

/** All-day meetings have a date and no zone. */
const dayOf = ({ start, isAllDay }: PastMeeting, { zone }: TimeFormat): string =>
  dateOf(start, isAllDay ? 'UTC' : zone);

function Row({ meeting }: { readonly meeting: PastMeeting }) {
  const format = useTimeFormat();
  const occurrence = useApp(occurrenceOf(meeting.occurrenceKey));
  const show = useApp((state) => state.screenShown);
  const select = useApp((state) => state.occurrenceSelected);
  const close = useApp((state) => state.pastShown);
  const title = meeting.title || occurrence?.title || texts.aMeeting;
  const open = (): void => {
    close(false);
    show('agenda');
    select(meeting.occurrenceKey);
  };
  return (
    <li className="past-meeting">
      <time>{meeting.isAllDay ? texts.allDay : clockTime(meeting.start, format)}</time>
      <span className="past-meeting-text">
        <button type="button" className="missed-title" onClick={open}>
          {title}
        </button>{' '}
        <span className="quiet">{storyOf(meeting, format)}</span>
      </span>
    </li>
  );
}

function List() {
  const api = useApi();
  const format = useTimeFormat();
  const report = useApp((state) => state.problemReported);
  const [meetings, setMeetings] = useState<readonly PastMeeting[] | null>(null);
  const [rows, setRows] = useState(AT_ONCE);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const answer = await api.invoke('reminders:past');
      if (answer.ok) setMeetings(answer.value);
      else report(answer.problem);
    };
    void ask();
  }, [api, report]);
  if (meetings === null) return null;
  if (meetings.length === 0) return <p className="quiet">{texts.noPastMeetings}</p>;
  const days = Map.groupBy(meetings.slice(0, rows), (one) => dayOf(one, format));
  return (
    <div className="past-meetings">
      {[...days].map(([date, ofDay]) => (
        <section key={date} aria-label={date}>
          <h3 className="eyebrow">{shortDay(Date.parse(`${date}T12:00Z`), { ...format, zone: 'UTC' })}</h3>
          <ul>
            {ofDay.map((one) => (
              <Row key={`${one.occurrenceKey} ${one.start}`} meeting={one} />
            ))}
          </ul>
        </section>
      ))}
      {rows < meetings.length && (
        <Button look="quiet" size="small" onPress={() => setRows(rows + AT_ONCE)}>
          {texts.showEarlier}
        </Button>
      )}
    </div>
  );
}

/** The meetings of the last weeks and what happened to them, as far as the ledger goes back. */
export function PastMeetings() {
  const isOpen = useApp((state) => state.isPastOpen);
  const show = useApp((state) => state.pastShown);
  return (
    <Dialog title={texts.pastMeetings} isOpen={isOpen} onClose={() => show(false)}>
      {isOpen && <List />}
    </Dialog>
  );
}
