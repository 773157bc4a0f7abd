import { ArrowLeft, CalendarDays, ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { clockTime, type TimeFormat } from '#core/format/formatTime.ts';
import type { Note } from '#core/notes/note.ts';
import { useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { occurrenceOf } from '../store/agendaSlice.ts';
import { NoteMore } from './manage/NoteMore.tsx';
import { namedNotes } from './namedNotes.ts';
import { lastNoteBefore, noteDay } from './noteWords.ts';
import { texts } from './texts.ts';
import { useOpenNote } from './useOpenNote.ts';

interface Property {
  readonly name: string;
  readonly value: ReactNode;
}

/** The fields of the front matter that users know. */
function propertiesOf({ zone, agenda, minutes, recordings, template }: Note): Property[] {
  const link = (url: string): ReactNode => <OutLink url={url}>{url}</OutLink>;
  return [
    { name: texts.timeZone, value: zone },
    { name: texts.agendaDocument, value: agenda && link(agenda) },
    { name: texts.sharedNotes, value: minutes !== agenda && minutes ? link(minutes) : null },
    { name: texts.recordings, value: recordings && link(recordings) },
    { name: texts.template, value: template },
  ].filter(({ value }) => value !== null && value !== '');
}

/** `Tue, 24 Nov, 17:00`; empty without a meeting. */
function whenWords(start: string | null, format: TimeFormat): string {
  if (start === null) return '';
  const day = noteDay({ start, modified: 0 }, format);
  return start.includes('T') ? `${day}, ${clockTime(Date.parse(start), format)}` : day;
}

/** The path of the note of the meeting before, in the same series. */
function useLastNote({ path, series, start }: Note): string | null {
  const notes = useApp(namedNotes);
  return useMemo(
    () => lastNoteBefore({ path, series, start }, notes ?? [])?.path ?? null,
    [notes, path, series, start],
  );
}

/** The front matter in one line, which opens. */
function Properties({ note }: { readonly note: Note }) {
  const lastNote = useLastNote(note);
  const { open: openNote } = useOpenNote();
  const format = useTimeFormat();
  const [isOpen, open] = useState(false);
  const properties = propertiesOf(note);
  const when = whenWords(note.start, format);
  const count = properties.length === 0 ? '' : texts.properties(properties.length);
  const words = [when, count].filter((part) => part !== '').join(' · ');
  if (words === '' && lastNote === null) return null;
  const Mark = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <div className="note-props">
        {properties.length === 0 ? (
          <span>{words}</span>
        ) : (
          <Button look="quiet" size="small" aria-expanded={isOpen} onPress={() => open(!isOpen)}>
            <Mark aria-hidden size={14} />
            {words}
          </Button>
        )}
        {lastNote !== null && (
          <Link className="out-link" onPress={() => openNote(lastNote)}>
            {texts.lastNote}
          </Link>
        )}
        {note.agenda !== null && <OutLink url={note.agenda}>{texts.agendaDocument}</OutLink>}
      </div>
      {isOpen && (
        <dl className="note-prop-list">
          {properties.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Whether the text begins with its title, so that it needs none above. */
const hasTitle = (body: string, title: string): boolean => {
  const [, heading] = /^\s*#[ \t]+([^\n]{1,300})/.exec(body.slice(0, 400)) ?? [];
  return heading?.trim() === title.trim();
};

/** Title and front matter of a note. */
export function NoteHead({ note, onBack }: { readonly note: Note; readonly onBack: () => void }) {
  const meeting = useApp(occurrenceOf(note.occurrenceKey));
  const isTitleInText = useApp((state) => hasTitle(state.draft, note.title));
  const select = useApp((state) => state.occurrenceSelected);
  const goTo = useApp((state) => state.screenShown);
  return (
    <header className="note-head">
      <div className="note-back">
        <Button look="quiet" size="icon" aria-label={texts.backToList} onPress={onBack}>
          <ArrowLeft aria-hidden size={16} />
        </Button>
      </div>
      <div className="note-heading">
        <h2 className={isTitleInText ? 'visually-hidden' : 'note-title'} dir="auto">
          {note.title}
        </h2>
        <Properties note={note} />
      </div>
      {meeting && (
        <Button
          size="small"
          onPress={() => {
            select(meeting.key);
            goTo('agenda');
          }}
        >
          <CalendarDays aria-hidden size={14} />
          {texts.meeting}
        </Button>
      )}
      <NoteMore path={note.path} />
    </header>
  );
}
