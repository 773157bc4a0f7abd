import { useCallback, useMemo, useRef, useState } from 'react';
import { meetingStart, stampAt } from '#core/notes/meetingClock.ts';
import type { Note } from '#core/notes/note.ts';
import { useApp, useTicker, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { NoteBar, NoteColumn } from './atHand/NoteAtHand.tsx';
import type { FieldHandle } from './MarkdownField.tsx';
import { NoteFoot } from './manage/NoteFoot.tsx';
import { NoteHead } from './NoteHead.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { NoteSheets } from './NoteSheets.tsx';
import { OtherVersions } from './OtherVersions.tsx';
import { NoteTools } from './NoteTools.tsx';
import { texts } from './texts.ts';

function SaveTrouble() {
  const noteModel = useNoteModel();
  const saveState = useApp((state) => state.saveState);
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

/** The editor of one note: plain Markdown, saved automatically. */
export function NoteEditor({ note, onBack }: { readonly note: Note; readonly onBack: () => void }) {
  const { locale, zone, clock } = useTimeFormat();
  const format = useMemo(() => ({ locale, zone, clock }), [locale, zone, clock]);
  const ticker = useTicker();
  const field = useRef<FieldHandle>(null);
  const [isReading, setReading] = useState(false);
  // The other version takes the place of the reading view.
  const settle = useApp((state) => state.conflictSettled);
  const isCompared = useApp((state) => state.conflictPath !== null);
  const stamp = useCallback(() => {
    // The ticker may be a minute old.
    ticker.refresh();
    return stampAt(note.start, ticker.now(), format);
  }, [note.start, ticker, format]);
  return (
    <section className="note" aria-label={texts.note(note.title)}>
      <NoteBar note={note} field={field} stamp={stamp} />
      <NoteHead note={note} onBack={onBack} />
      <NoteTools
        note={note}
        field={field}
        stamp={meetingStart(note.start) === null ? null : stamp}
        isPreviewShown={isReading && !isCompared}
        onPreview={(isShown) => {
          if (isShown) settle();
          setReading(isShown);
        }}
      />
      <SaveTrouble />
      <OtherVersions path={note.path} />
      <div className="at-hand-body">
        <NoteSheets note={note} field={field} stamp={stamp} isReading={isReading} />
        <NoteColumn note={note} />
      </div>
      <NoteFoot note={note} />
    </section>
  );
}
