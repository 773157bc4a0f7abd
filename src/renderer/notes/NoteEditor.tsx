import { ArrowLeft, CalendarDays } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useApp, useDesk, useTimeFormat } from '../frame/AppContext.tsx';
import { occurrenceOf } from '../store/agendaSlice.ts';
import { isUnsaved, type SaveState } from '../store/notesSlice.ts';
import { Button } from '../widgets/Button.tsx';
import { ProblemBox } from '../widgets/ProblemBox.tsx';
import { noteDay, saveWords } from './noteWords.ts';
import type { Note } from '../../shared/notes/note.ts';

function SaveTrouble({ saveState, path }: { readonly saveState: SaveState; readonly path: string }) {
  const desk = useDesk();
  if (saveState.kind === 'failed')
    return (
      <div className="note-trouble">
        <ProblemBox problem={saveState.problem} />
        <Button size="small" onPress={() => void desk.flush()}>
          Try again
        </Button>
      </div>
    );
  if (saveState.kind === 'conflict')
    return (
      <div className="note-trouble">
        <ProblemBox
          problem={{
            code: 'notes/conflict',
            title: 'This note was also changed outside of Office Hours',
            detail: `Nothing is lost: your text is now in “${path}”, and you are writing there. The other text is still in “${saveState.otherPath}”.`,
          }}
        />
        <Button size="small" onPress={() => void desk.open(saveState.otherPath)}>
          Open the other text
        </Button>
      </div>
    );
  return null;
}

/** The editor of one note: plain Markdown, saved while one writes. */
export function NoteEditor({ note, onBack }: { readonly note: Note; readonly onBack: () => void }) {
  const format = useTimeFormat();
  const draft = useApp((state) => state.draft);
  const changeDraft = useApp((state) => state.draftChanged);
  const saveState = useApp((state) => state.saveState);
  const unsaved = useApp(isUnsaved);
  const meeting = useApp(occurrenceOf(note.occurrenceKey));
  const select = useApp((state) => state.occurrenceSelected);
  const goTo = useApp((state) => state.screenShown);
  const field = useRef<HTMLTextAreaElement>(null);
  // Opening a note means to write in it; the key below in NotesScreen makes this run once for each.
  useEffect(() => {
    field.current?.focus();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, []);
  return (
    <section className="note" aria-label={`Note: ${note.title}`}>
      <header className="note-head">
        <div className="note-back">
          <Button look="quiet" size="icon" aria-label="Back to the list" onPress={onBack}>
            <ArrowLeft aria-hidden size={16} />
          </Button>
        </div>
        <div className="note-heading">
          <h2 className="note-title">{note.title}</h2>
          <p className="quiet">
            {note.start !== null && noteDay({ start: note.start, modified: 0 }, format)}
            <span className="note-path">{note.path}</span>
          </p>
        </div>
        <output className="note-state">{saveWords(saveState, unsaved)}</output>
        {meeting && (
          <Button
            size="small"
            onPress={() => {
              select(meeting.key);
              goTo('agenda');
            }}
          >
            <CalendarDays aria-hidden size={14} />
            Meeting
          </Button>
        )}
      </header>
      <SaveTrouble saveState={saveState} path={note.path} />
      <textarea
        ref={field}
        className="note-text"
        aria-label="Text of the note, in Markdown"
        placeholder="Write in Markdown. It is saved as you type."
        spellCheck
        value={draft}
        onChange={(event) => changeDraft(event.target.value)}
      />
    </section>
  );
}
