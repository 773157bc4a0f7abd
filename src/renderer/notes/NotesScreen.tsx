import { FolderInput, NotebookPen, SquarePen } from 'lucide-react';
import { lazy, Suspense, useState, type CSSProperties } from 'react';
import { useApp } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { useImportNotes } from './ImportNotes.tsx';
import { ListMore, NewNoteButton, SortMenu } from './manage/ListHead.tsx';
import { ListSplit } from './manage/ListSplit.tsx';
import { texts as manageTexts } from './manage/texts.ts';
import { NoteFinder } from './NoteFinder.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { ToDoList } from './toDo/ToDoList.tsx';
import { useOpenCount } from './toDo/useOpenCount.ts';
import { TranscriptList } from './TranscriptList.tsx';
import { useNewNote } from './useNewNote.ts';
import { shownNote } from './shownNote.ts';
import { texts } from './texts.ts';

const TranscriptView = lazy(() => import('./TranscriptView.tsx'));

/** What to do while no note is open. */
function NothingOpen({ hasNotes }: { readonly hasNotes: boolean }) {
  const newNote = useNewNote();
  const { importNotes, report } = useImportNotes();
  if (hasNotes)
    return (
      <EmptyState icon={NotebookPen} title={texts.noOpenNote}>
        <p>{texts.noOpenNoteHint}</p>
      </EmptyState>
    );
  return (
    <EmptyState icon={NotebookPen} title={manageTexts.noNotes}>
      <p>{manageTexts.noNotesHint}</p>
      <p className="notes-begin">
        <Button look="primary" aria-keyshortcuts="Control+N" onPress={newNote}>
          <SquarePen aria-hidden size={16} />
          {manageTexts.newNote}
        </Button>
        <Button onPress={importNotes}>
          <FolderInput aria-hidden size={16} />
          {manageTexts.importFolder}
        </Button>
      </p>
      <p>
        {manageTexts.aboutMeeting[0]}
        <kbd>N</kbd>
        {manageTexts.aboutMeeting[1]}
      </p>
      {report}
    </EmptyState>
  );
}

/** All notes on the left, the open one on the right; in a narrow window one at a time. */
export function NotesScreen() {
  const noteModel = useNoteModel();
  const { settings, change: changeSettings } = useSettings();
  const [movedWidth, setMovedWidth] = useState<number | null>(null);
  const width = movedWidth ?? settings.notesListWidth;
  const editorNumber = useApp((state) => state.editorNumber);
  const shown = useApp((state) => state.notesList);
  const openCount = useOpenCount();
  const setShown = useApp((state) => state.notesListShown);
  const transcript = useApp((state) => state.openTranscript);
  const setTranscript = useApp((state) => state.transcriptShown);
  const areListed = useApp(({ notes }) => notes !== null);
  const hasNotes = useApp(({ notes }) => notes !== null && notes.length > 0);
  const openNote = useApp(shownNote);
  const close = useApp((state) => state.noteClosed);
  const listWidth: CSSProperties & { readonly '--notes-list': string } = { '--notes-list': `${width}px` };
  return (
    <div
      className="notes"
      style={listWidth}
      data-list={shown}
      data-has-open={(shown !== 'actions' && (openNote !== null || transcript !== null)) || undefined}
      data-has-none={(areListed && !hasNotes && shown === 'notes') || undefined}
    >
      <div className="notes-side">
        <ScreenHead title={texts.notes}>
          <SortMenu />
          <ListMore />
          <NewNoteButton />
        </ScreenHead>
        <div className="notes-search">
          <SegmentedChoice
            label={texts.whatToList}
            value={shown}
            options={[
              { value: 'notes', label: texts.notes },
              {
                value: 'actions',
                label: texts.toDo,
                ...(openCount > 0 && { count: { number: openCount, words: texts.openItems } }),
              },
              { value: 'transcripts', label: texts.captions },
            ]}
            onChange={setShown}
            isNavigation
          />
        </div>
        {shown === 'notes' && <NoteFinder onOpenTranscript={setTranscript} />}
        {shown === 'actions' && <ToDoList />}
        {shown === 'transcripts' && <TranscriptList onOpen={setTranscript} />}
      </div>
      {shown !== 'actions' && (
        <>
          <ListSplit
            width={width}
            onMove={setMovedWidth}
            onChoose={(notesListWidth) => {
              setMovedWidth(notesListWidth);
              changeSettings({ notesListWidth });
            }}
          />
          <div className="notes-main">
            {transcript !== null ? (
              <Suspense>
                <TranscriptView path={transcript} onBack={() => setTranscript(null)} />
              </Suspense>
            ) : openNote ? (
              <NoteEditor
                key={editorNumber}
                note={openNote}
                onBack={() => void noteModel.flush().then(close)}
              />
            ) : (
              areListed && <NothingOpen hasNotes={hasNotes} />
            )}
          </div>
        </>
      )}
    </div>
  );
}
