import { FolderOpen, NotebookPen, SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { NoteSummary } from '#core/notes/note.ts';
import { useApi, useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { ActionList } from './ActionList.tsx';
import { ImportNotes } from './ImportNotes.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteRows } from './NoteRows.tsx';
import { seriesIn } from './actionFilter.ts';
import { newestFirst, noteDay } from './noteWords.ts';
import { isFiltered, noFilter, SearchFilters } from './SearchFilters.tsx';
import { SearchResults } from './SearchResults.tsx';
import { TranscriptList } from './TranscriptList.tsx';
import { texts } from './texts.ts';
import './notes.css';

const TranscriptView = lazy(() => import('./TranscriptView.tsx'));

/** The notes of the latest meetings first. */
function NoteList({ notes }: { readonly notes: readonly NoteSummary[] }) {
  const noteModel = useNoteModel();
  const { locale, zone, clock } = useTimeFormat();
  const openPath = useApp((state) => state.openNote?.path ?? null);
  const rows = useMemo(
    () =>
      newestFirst(notes).map((note) => ({
        id: note.path,
        title: note.title,
        day: noteDay(note, { locale, zone, clock }),
        isOpen: note.path === openPath,
        words: <p className="note-item-excerpt">{note.excerpt === '' ? texts.emptyNote : note.excerpt}</p>,
      })),
    [notes, locale, zone, clock, openPath],
  );
  return (
    <NoteRows label={texts.notes} rows={rows} rowHeight={56} onOpen={(path) => void noteModel.open(path)} />
  );
}

/** The first row of the list or of the results. */
const firstNote = (): HTMLElement | null => document.querySelector('.notes-side [role="row"]');

/** The list of notes, and the search in notes and transcripts. */
function NoteFinder({ onOpenTranscript }: { readonly onOpenTranscript: (path: string) => void }) {
  const noteModel = useNoteModel();
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState(noFilter);
  const [isFilterShown, showFilter] = useState(false);
  const notes = useApp((state) => state.notes);
  const isSearching = words.trim() !== '' || isFiltered(filter);
  return (
    <>
      <div className="notes-search">
        <div className="notes-search-row">
          <SearchBox label={texts.search} value={words} onChange={setWords} firstResult={firstNote} />
          <ToggleButton
            className="button button-quiet button-icon search-filter"
            aria-label={texts.filters}
            isSelected={isFilterShown}
            onChange={(isShown) => {
              showFilter(isShown);
              // A hidden filter would hide notes without explanation.
              if (!isShown) setFilter(noFilter);
            }}
          >
            <SlidersHorizontal aria-hidden size={16} />
          </ToggleButton>
        </div>
        {isFilterShown && (
          <SearchFilters filter={filter} series={seriesIn(notes ?? [])} onChange={setFilter} />
        )}
      </div>
      {notes !== null && notes.length === 0 && !isSearching && (
        <EmptyState icon={NotebookPen} title={texts.noNotes}>
          <p>
            {texts.noNotesHint[0]}
            <kbd>N</kbd>
            {texts.noNotesHint[1]}
          </p>
        </EmptyState>
      )}
      {isSearching ? (
        <SearchResults
          query={{ words, ...filter }}
          onOpen={({ kind, path }) =>
            kind === 'note' ? void noteModel.open(path, { kind: 'words', words }) : onOpenTranscript(path)
          }
        />
      ) : (
        notes !== null && notes.length > 0 && <NoteList notes={notes} />
      )}
    </>
  );
}

/** All notes on the left, the open one on the right; in a narrow window one at a time. */
export function NotesScreen() {
  const api = useApi();
  const noteModel = useNoteModel();
  const shown = useApp((state) => state.notesList);
  const setShown = useApp((state) => state.notesListShown);
  const transcript = useApp((state) => state.openTranscript);
  const setTranscript = useApp((state) => state.transcriptShown);
  const notes = useApp((state) => state.notes);
  const openNote = useApp((state) => state.openNote);
  const close = useApp((state) => state.noteClosed);
  return (
    <div className="notes" data-has-open={openNote !== null || transcript !== null || undefined}>
      <div className="notes-side">
        <ScreenHead title={texts.notes}>
          <ImportNotes />
          <Button
            look="quiet"
            size="icon"
            aria-label={texts.openFolder}
            onPress={() => api.invokeAndReport('notes:showFolder')}
          >
            <FolderOpen aria-hidden size={16} />
          </Button>
        </ScreenHead>
        <div className="notes-search">
          <SegmentedChoice
            label={texts.whatToList}
            value={shown}
            options={[
              { value: 'notes', label: texts.notes },
              { value: 'actions', label: texts.toDo },
              { value: 'transcripts', label: texts.captions },
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
            onBack={() => void noteModel.flush().then(close)}
          />
        ) : (
          notes !== null &&
          notes.length > 0 && (
            <EmptyState icon={NotebookPen} title={texts.noOpenNote}>
              <p>{texts.noOpenNoteHint}</p>
            </EmptyState>
          )
        )}
      </div>
    </div>
  );
}
