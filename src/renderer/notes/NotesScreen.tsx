import { FolderOpen, NotebookPen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { GridList, GridListItem, ToggleButton } from 'react-aria-components';
import type { NoteSummary } from '../../shared/notes/note.ts';
import { useApi, useApp, useDesk, useTimeFormat } from '../frame/AppContext.tsx';
import { ScreenHead } from '../frame/ScreenHead.tsx';
import { Button } from '../widgets/Button.tsx';
import { Choice } from '../widgets/Choice.tsx';
import { EmptyState } from '../widgets/EmptyState.tsx';
import { SearchBox } from '../widgets/SearchBox.tsx';
import { SegmentedChoice } from '../widgets/SegmentedChoice.tsx';
import { ActionList } from './ActionList.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { seriesIn } from './actionFilter.ts';
import { newestFirst, noteDay } from './noteWords.ts';
import { SearchResults } from './SearchResults.tsx';
import { TranscriptList } from './TranscriptList.tsx';

const TranscriptView = lazy(() => import('./TranscriptView.tsx'));

interface NoteListProps {
  readonly notes: readonly NoteSummary[];
  readonly onOpen: (path: string) => void;
}

function NoteList({ notes, onOpen }: NoteListProps) {
  const format = useTimeFormat();
  const openPath = useApp((state) => state.openNote?.path ?? null);
  return (
    <GridList
      aria-label="Notes"
      className="note-list"
      disallowTypeAhead
      items={notes.map((note) => ({ ...note, id: note.path, isOpen: note.path === openPath }))}
      onAction={(path) => onOpen(String(path))}
    >
      {(note) => (
        <GridListItem
          id={note.path}
          textValue={note.title}
          className="note-item"
          data-open={note.isOpen || undefined}
        >
          <div className="note-item-head">
            <span className="note-item-title">{note.title}</span>
            <span className="note-item-day">{noteDay(note, format)}</span>
          </div>
          <p className="note-item-excerpt">{note.excerpt === '' ? 'Empty so far' : note.excerpt}</p>
        </GridListItem>
      )}
    </GridList>
  );
}

const ALL = 'all';

/** The notes, and a search in them and in the transcripts. */
function NoteFinder({ onOpenTranscript }: { readonly onOpenTranscript: (path: string) => void }) {
  const desk = useDesk();
  const [words, setWords] = useState('');
  const [series, setSeries] = useState(ALL);
  const [hasOpenItems, setHasOpenItems] = useState(false);
  const notes = useApp((state) => state.notes) ?? [];
  const isLoaded = useApp((state) => state.notes !== null);
  const choices = seriesIn(notes);
  return (
    <>
      <div className="notes-search">
        <SearchBox label="Search notes" value={words} onChange={setWords} />
        {words.trim() !== '' && (
          <div className="search-filters">
            {choices.length > 1 && (
              <Choice
                label="Series"
                value={series}
                options={[{ id: ALL, label: 'Every meeting' }, ...choices]}
                onChange={setSeries}
              />
            )}
            <ToggleButton
              className="button button-plain button-small search-filter"
              isSelected={hasOpenItems}
              onChange={setHasOpenItems}
            >
              With open items
            </ToggleButton>
          </div>
        )}
      </div>
      {isLoaded && notes.length === 0 && words.trim() === '' && (
        <EmptyState icon={NotebookPen} title="No notes yet">
          <p>
            Choose a meeting and press <kbd>N</kbd>. Each note is a Markdown file in a folder of yours.
          </p>
        </EmptyState>
      )}
      {words.trim() === '' ? (
        notes.length > 0 && <NoteList notes={newestFirst(notes)} onOpen={(path) => void desk.open(path)} />
      ) : (
        <SearchResults
          wish={{ words, series: series === ALL ? null : series, hasOpenItems }}
          onOpen={({ kind, path }) => (kind === 'note' ? void desk.open(path) : onOpenTranscript(path))}
        />
      )}
    </>
  );
}

/** All notes at the left, the open one at the right; in a narrow window one after the other. */
export function NotesScreen() {
  const api = useApi();
  const desk = useDesk();
  const [shown, setShown] = useState<'notes' | 'actions' | 'transcripts'>('notes');
  const transcript = useApp((state) => state.openTranscript);
  const setTranscript = useApp((state) => state.transcriptShown);
  const notes = useApp((state) => state.notes);
  const openNote = useApp((state) => state.openNote);
  const close = useApp((state) => state.noteClosed);
  return (
    <div className="notes" data-has-open={openNote !== null || transcript !== null || undefined}>
      <div className="notes-side">
        <ScreenHead title="Notes">
          <Button
            look="quiet"
            size="icon"
            aria-label="Open the folder of notes"
            onPress={() => api.perform('notes:showFolder')}
          >
            <FolderOpen aria-hidden size={16} />
          </Button>
        </ScreenHead>
        <div className="notes-search">
          <SegmentedChoice
            label="What to list"
            value={shown}
            options={[
              { value: 'notes', label: 'Notes' },
              { value: 'actions', label: 'To do' },
              { value: 'transcripts', label: 'Captions' },
            ]}
            onChange={setShown}
          />
        </div>
        {shown === 'notes' && <NoteFinder onOpenTranscript={setTranscript} />}
        {shown === 'actions' && <ActionList />}
        {shown === 'transcripts' && <TranscriptList onOpen={setTranscript} />}
      </div>
      <div className="notes-main">
        {transcript !== null ? (
          <Suspense>
            <TranscriptView path={transcript} onBack={() => setTranscript(null)} />
          </Suspense>
        ) : openNote ? (
          <NoteEditor
            key={openNote.occurrenceKey ?? openNote.path}
            note={openNote}
            onBack={() => void desk.flush().then(close)}
          />
        ) : (
          notes !== null &&
          notes.length > 0 && (
            <EmptyState icon={NotebookPen} title="No note is open">
              <p>Choose one at the left, or start one from a meeting.</p>
            </EmptyState>
          )
        )}
      </div>
    </div>
  );
}
