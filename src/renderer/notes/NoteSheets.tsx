import { lazy, Suspense, useCallback, useRef, type ReactNode, type RefObject } from 'react';
import { toggleBox } from '#core/notes/checkbox.ts';
import { parseTimeStamp, toRecordingTime, videoLinkAt } from '#captions';
import type { Note } from '#core/notes/note.ts';
import { useApp, useAppStore } from '../kit/AppContext.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import type { FieldHandle } from './MarkdownField.tsx';
import { OtherText } from './OtherText.tsx';
import type { ReadingHandle } from './reading/ReadingView.tsx';
import { useScrollInStep } from './reading/useScrollInStep.ts';
import { LinksContext } from './reading/NoteLink.tsx';
import { useDates } from './useDates.ts';
import { useLinks } from './useLinks.ts';
import { useOpenTarget } from './useOpenTarget.ts';
import { usePasting } from './usePasting.ts';
import { usePictures } from './usePictures.ts';
import { useSuggestions } from './useSuggestions.ts';
import { useTranscript, useTranscripts } from './useTranscripts.ts';

const MarkdownField = lazy(() => import('./MarkdownField.tsx'));
const ReadingView = lazy(() => import('./reading/ReadingView.tsx'));

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

export interface NoteSheetsProps {
  readonly note: Note;
  readonly field: RefObject<FieldHandle | null>;
  /** A time for a note; null if it has no clock. */
  readonly stamp: () => string | null;
  readonly isReading: boolean;
}

/** The text of a note, and the reading view or the other version beside it. */
export function NoteSheets({ note, field, stamp, isReading }: NoteSheetsProps) {
  const opening = useApp((state) => state.opening);
  const changeDraft = useApp((state) => state.draftChanged);
  const conflictPath = useApp((state) => state.conflictPath);
  const store = useAppStore();
  const sheets = useRef<HTMLDivElement>(null);
  const reading = useRef<ReadingHandle>(null);
  const inStep = useScrollInStep(field, reading, sheets);
  const drawStamp = useStamps(note.occurrenceKey);
  const pictures = usePictures(note.path);
  const pasting = usePasting(note.path);
  const suggestions = useSuggestions(note);
  const dates = useDates(note);
  const links = useLinks(note.path);
  const openTarget = useOpenTarget();
  const openByTitle = useCallback((title: string) => openTarget({ kind: 'note', title }), [openTarget]);
  const toggleLine = useCallback(
    (line: number) => {
      const lines = store.getState().readDraft().split('\n');
      changeDraft(lines.with(line - 1, toggleBox(lines[line - 1] ?? '')).join('\n'));
    },
    [store, changeDraft],
  );
  const isRead = isReading && conflictPath === null;
  return (
    <div
      ref={sheets}
      className="note-sheets"
      data-has-preview={isRead || conflictPath !== null || undefined}
      data-is-reading={isRead || undefined}
    >
      <Suspense fallback={<div className="note-text" />}>
        <MarkdownField
          ref={field}
          path={note.path}
          opening={opening}
          stamp={stamp}
          pictures={pictures}
          dates={dates}
          links={links}
          suggestions={suggestions}
          pasting={pasting}
          onScroll={inStep.onTextScroll}
          onOpen={openTarget}
        />
        {conflictPath !== null && <OtherText path={conflictPath} ownPath={note.path} />}
        {isRead && (
          <LinksContext value={links}>
            <ReadingView
              ref={reading}
              onToggle={toggleLine}
              drawStamp={drawStamp}
              pictures={pictures}
              onOpenNote={openByTitle}
              onScroll={inStep.onReadingScroll}
              onResize={inStep.onReadingResize}
            />
          </LinksContext>
        )}
      </Suspense>
    </div>
  );
}
