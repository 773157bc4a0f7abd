import { lazy, Suspense, useMemo, useState, type RefObject } from 'react';
import { MARKED_LINES, type LineMark } from '#core/notes/markedLine.ts';
import type { Note } from '#core/notes/note.ts';
import type { FieldHandle } from '../MarkdownField.tsx';
import { AgendaColumn } from './AgendaColumn.tsx';
import { MeetingBar } from './MeetingBar.tsx';
import { useAgenda } from './useAgenda.ts';
import { useAtHand, type AtHand } from './useAtHand.ts';
import { useNoteKeys } from './useNoteKeys.ts';

const ShareDialog = lazy(() => import('./ShareDialog.tsx'));

export interface NoteBarProps {
  readonly note: Note;
  readonly field: RefObject<FieldHandle | null>;
  /** A time stamp of now; null if the note has no clock. */
  readonly stamp: () => string | null;
}

/** The bar above a note while its meeting is at hand; the keys for decisions and actions work at any time. */
export function NoteBar({ note, field, stamp }: NoteBarProps) {
  const atHand = useAtHand(note);
  const [mark, keys] = useMemo(() => {
    const insert = (kind: LineMark): void => field.current?.insertLine(MARKED_LINES[kind]);
    return [insert, { 'Mod+D': () => insert('decision'), 'Mod+Shift+A': () => insert('action') }];
  }, [field]);
  useNoteKeys(keys);
  if (atHand === null) return null;
  const onStamp = (): void => field.current?.insert(`${stamp() ?? ''} `);
  return <Bar note={note} atHand={atHand} onMark={mark} onStamp={onStamp} />;
}

/** The agenda beside a note while its meeting is at hand. */
export function NoteColumn({ note }: Pick<NoteBarProps, 'note'>) {
  const atHand = useAtHand(note);
  return atHand === null ? null : <Column atHand={atHand} />;
}

const Column = ({ atHand }: { readonly atHand: AtHand }) => <AgendaColumn agenda={useAgenda(atHand)} />;

interface BarProps {
  readonly note: Note;
  readonly atHand: AtHand;
  readonly onMark: (mark: LineMark) => void;
  readonly onStamp: () => void;
}

function Bar({ note, ...rest }: BarProps) {
  const agenda = useAgenda(rest.atHand);
  const [isShared, share] = useState(false);
  const { beginNext } = agenda;
  // Other keyboards have `]` on a third level, where Ctrl does not reach it.
  useNoteKeys(useMemo(() => ({ 'Mod+]': beginNext, F4: beginNext }), [beginNext]));
  return (
    <>
      <MeetingBar {...rest} agenda={agenda} onShare={() => share(true)} />
      {isShared && (
        <Suspense>
          <ShareDialog note={note} onClose={() => share(false)} />
        </Suspense>
      )}
    </>
  );
}
