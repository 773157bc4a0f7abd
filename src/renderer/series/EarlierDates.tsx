import { FileText, MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { clockTime, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import type { PastDate, SeriesPage } from '#core/series/seriesPage.ts';
import { useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { useOpenNote } from '../notes/useOpenNote.ts';
import { OutcomeIcon } from './OutcomeIcon.tsx';
import { ShowAll } from './ShowAll.tsx';
import { SeriesPart } from './SeriesPart.tsx';
import { useOpenDate } from './useOpenDate.ts';
import { texts } from './texts.ts';

const AT_FIRST = 6;

const dayOf = ({ start, isAllDay }: PastDate, format: TimeFormat): string =>
  shortDay(start, isAllDay ? { ...format, zone: 'UTC' } : format);

/** `Joined 17:01`, or the outcome alone. */
function outcomeWords({ outcome, happened }: PastDate, format: TimeFormat): string {
  const joined = happened.find(({ kind }) => kind === 'joined');
  return outcome === 'joined' && joined !== undefined
    ? texts.joinedAt(clockTime(joined.at, format))
    : texts.outcomes[outcome];
}

function EarlierDate({ date }: { readonly date: PastDate }) {
  const format = useTimeFormat();
  const { open: openNote, openFor } = useOpenNote();
  const goTo = useApp((state) => state.screenShown);
  const showTranscript = useApp((state) => state.transcriptShown);
  const open = useOpenDate();
  const day = dayOf(date, format);
  const { note, transcript, recording, occurrenceKey } = date;
  return (
    <li className="series-date" data-off={date.outcome === 'cancelled' || undefined}>
      <button
        type="button"
        className="series-day"
        aria-label={texts.detailsOf(day)}
        onClick={() => open(occurrenceKey)}
      >
        {day}
      </button>
      <OutcomeIcon outcome={date.outcome} />
      <span className="series-date-words">{outcomeWords(date, format)}</span>
      <span className="series-date-files">
        {recording !== null && <OutLink url={recording}>{texts.recording}</OutLink>}
        {transcript !== null && (
          <Button
            look="quiet"
            size="small"
            aria-label={texts.transcriptOf(day)}
            onPress={() => {
              goTo('notes');
              showTranscript(transcript);
            }}
          >
            <MessageSquareText aria-hidden size={14} />
            {texts.transcript}
          </Button>
        )}
        <Button
          look={note === null ? 'plain' : 'quiet'}
          size="small"
          aria-label={note === null ? texts.addNoteOf(day) : texts.noteOf(day)}
          onPress={() => (note === null ? openFor(occurrenceKey) : openNote(note))}
        >
          {note !== null && <FileText aria-hidden size={14} />}
          {note === null ? texts.addNote : texts.note}
        </Button>
      </span>
    </li>
  );
}

/** The past dates of a series, and what the app knows about each. */
export function EarlierDates({ page: { earlier } }: { readonly page: SeriesPage }) {
  const [isAllShown, showAll] = useState(false);
  const joined = earlier.filter(({ outcome }) => outcome === 'joined').length;
  return (
    <SeriesPart
      title={texts.earlier}
      {...(earlier.length > 0 && { note: texts.earlierCount(earlier.length, joined) })}
      tool={
        earlier.length > AT_FIRST && <ShowAll of={texts.earlier} isAllShown={isAllShown} onChange={showAll} />
      }
    >
      {earlier.length === 0 ? (
        <p className="quiet series-none">{texts.noneEarlier}</p>
      ) : (
        <ul className="series-dates">
          {earlier.slice(0, isAllShown ? undefined : AT_FIRST).map((date) => (
            <EarlierDate key={date.occurrenceKey} date={date} />
          ))}
        </ul>
      )}
    </SeriesPart>
  );
}
