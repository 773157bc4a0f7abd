import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { toggleBox } from '#core/notes/checkbox.ts';
import { parseTimeStamp, toRecordingTime, videoLinkAt } from '#captions';
import { meetingStart, stampAt } from '#core/notes/meetingClock.ts';
import { useApp, useAppStore, useTicker, useTimeFormat } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import type { SaveState } from '../store/notesSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import type { FieldHandle } from './MarkdownField.tsx';
import type { ReadingHandle } from './reading/ReadingView.tsx';
import { useScrollInStep } from './reading/useScrollInStep.ts';
import { OtherText } from './OtherText.tsx';
import { NoteFoot } from './manage/NoteFoot.tsx';
import { NoteHead } from './NoteHead.tsx';
import { NoteTools } from './NoteTools.tsx';
import { useTranscript, useTranscripts } from './useTranscripts.ts';
import type { Note } from '#core/notes/note.ts';
import { useOpenTarget } from './useOpenTarget.ts';
import { useSuggestions } from './useSuggestions.ts';
import { usePasting } from './usePasting.ts';
import { usePictures } from './usePictures.ts';
import { texts } from './texts.ts';

const MarkdownField = lazy(() => import('./MarkdownField.tsx'));
const ReadingView = lazy(() => import('./reading/ReadingView.tsx'));

function SaveTrouble({ saveState }: { readonly saveState: SaveState }) {
  const noteModel = useNoteModel();
  return (
    // Only a failure is announced: a text that is saved at each pause must not interrupt its writer.
    <div role="alert">
      {saveState.kind === 'failed' && (
        <div className="note-trouble">
          <ProblemBox problem={saveState.problem} />
          <Button size="small" onPress={() => void noteModel.flush()}>
            {texts.tryAgain}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Renders stamps of the meeting's clock: as links into its recording, if a transcript has its address. */
function useStamps(occurrenceKey: string | null): (written: string) => ReactNode {
  const { value: transcripts } = useTranscripts();
  const own = transcripts?.find((one) => one.occurrenceKey !== null && one.occurrenceKey === occurrenceKey);
  const { value: stored } = useTranscript(own?.path ?? null);
  return useCallback(
    (written) => {
      const time = parseTimeStamp(written);
      const at = stored === null || time === null ? null : toRecordingTime(time, stored.offset);
      const link = at === null || !stored?.videoUrl ? null : videoLinkAt(stored.videoUrl, at);
      const stamp = <time className="note-stamp">{written}</time>;
      return link === null ? stamp : <OutLink url={link.url}>{stamp}</OutLink>;
    },
    [stored],
  );
}

/** The editor of one note: plain Markdown, saved automatically. */
export function NoteEditor({ note, onBack }: { readonly note: Note; readonly onBack: () => void }) {
  const { locale, zone, clock } = useTimeFormat();
  const format = useMemo(() => ({ locale, zone, clock }), [locale, zone, clock]);
  const draft = useApp((state) => state.draft);
  const opening = useApp((state) => state.opening);
  const changeDraft = useApp((state) => state.draftChanged);
  const saveState = useApp((state) => state.saveState);
  const conflictPath = useApp((state) => state.conflictPath);
  const store = useAppStore();
  const ticker = useTicker();
  const field = useRef<FieldHandle>(null);
  const sheets = useRef<HTMLDivElement>(null);
  const reading = useRef<ReadingHandle>(null);
  const inStep = useScrollInStep(field, reading, sheets);
  const drawStamp = useStamps(note.occurrenceKey);
  const pictures = usePictures(note.path);
  const pasting = usePasting(note.path);
  const suggestions = useSuggestions(note);
  const openTarget = useOpenTarget();
  const openByTitle = useCallback((title: string) => openTarget({ kind: 'note', title }), [openTarget]);
  const [isPreviewShown, showPreview] = useState(false);
  const stamp = useCallback(() => {
    // The ticker may be a minute old.
    ticker.refresh();
    return stampAt(note.start, ticker.now(), format);
  }, [note.start, ticker, format]);
  const toggleLine = useCallback(
    (line: number) => {
      const lines = store.getState().draft.split('\n');
      changeDraft(lines.with(line - 1, toggleBox(lines[line - 1] ?? '')).join('\n'));
    },
    [store, changeDraft],
  );
  return (
    <section className="note" aria-label={texts.note(note.title)}>
      <NoteHead note={note} onBack={onBack} />
      <NoteTools
        note={note}
        field={field}
        stamp={meetingStart(note.start) === null ? null : stamp}
        isPreviewShown={isPreviewShown}
        onPreview={showPreview}
      />
      <SaveTrouble saveState={saveState} />
      <div
        ref={sheets}
        className="note-sheets"
        data-has-preview={isPreviewShown || conflictPath !== null || undefined}
        data-is-reading={(isPreviewShown && conflictPath === null) || undefined}
      >
        <Suspense fallback={<div className="note-text" />}>
          <MarkdownField
            ref={field}
            path={note.path}
            value={draft}
            opening={opening}
            onChange={changeDraft}
            stamp={stamp}
            pictures={pictures}
            suggestions={suggestions}
            pasting={pasting}
            onScroll={inStep.onTextScroll}
            onOpen={openTarget}
          />
          {conflictPath !== null && <OtherText path={conflictPath} ownPath={note.path} own={draft} />}
          {isPreviewShown && conflictPath === null && (
            <ReadingView
              ref={reading}
              body={draft}
              onToggle={toggleLine}
              drawStamp={drawStamp}
              pictures={pictures}
              onOpenNote={openByTitle}
              onScroll={inStep.onReadingScroll}
              onResize={inStep.onReadingResize}
            />
          )}
        </Suspense>
      </div>
      <NoteFoot note={note} />
    </section>
  );
}
