import { ArrowLeft, Lock, NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { shortDay } from '#core/format/formatTime.ts';
import { titleOf, type PrivateNote, type PrivateNotesState } from '#core/notes/privateNote.ts';
import { useApi, useApp, useTicker, useTimeFormat } from '../kit/AppContext.tsx';
import { communityForConduct, mailAddressOf } from '../communities/communityForConduct.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { PrivateNoteEditor } from './PrivateNoteEditor.tsx';
import { Unlock } from './Unlock.tsx';
import { usePrivateNotes, type PrivateNotes } from './usePrivateNotes.ts';
import { texts } from './texts.ts';
import './private.css';

interface OpenNotesProps {
  readonly state: Extract<PrivateNotesState, { kind: 'open' }>;
  readonly notes: PrivateNotes;
  /** The meeting that a new note is about; empty for none. */
  readonly about: string;
  readonly committee: string | null;
}

/** A note that can be restored until the dialog closes. */
interface Removed {
  readonly note: PrivateNote;
  readonly isReminded: boolean;
}

function OpenNotes({ state, notes, about, committee }: OpenNotesProps) {
  const api = useApi();
  const ticker = useTicker();
  const format = useTimeFormat();
  const newest = state.notes.toSorted((one, other) => other.changedAt - one.changedAt);
  const [chosen, choose] = useState(newest[0]?.id ?? null);
  const [begun, setBegun] = useState<string | null>(null);
  const note = state.notes.find(({ id }) => id === chosen) ?? null;
  const [removed, setRemoved] = useState<Removed | null>(null);
  const remove = (gone: PrivateNote): void => {
    setRemoved({ note: gone, isReminded: state.reminders[gone.id] !== undefined });
    notes.remove(gone.id);
    choose(newest.find(({ id }) => id !== gone.id)?.id ?? null);
  };
  const restore = ({ note: back, isReminded }: Removed): void => {
    notes.save(back);
    if (isReminded) notes.remind(back.id, true);
    choose(back.id);
    setRemoved(null);
  };
  const begin = (): void => {
    const now = ticker.now();
    const id = crypto.randomUUID();
    notes.save({ id, text: '', about, createdAt: now, changedAt: now });
    choose(id);
    setBegun(id);
  };
  return (
    <>
      <div className="private-bar">
        <Button size="small" onPress={begin}>
          <NotebookPen aria-hidden size={14} />
          {texts.newNote}
        </Button>
        <Button size="small" look="quiet" onPress={() => api.invokeAndReport('private:lock')}>
          <Lock aria-hidden size={14} />
          {texts.lock}
        </Button>
      </div>
      <div className="private-removed" aria-live="polite">
        {removed !== null && (
          <>
            <span>{texts.removed(titleOf(removed.note))}</span>
            <Button size="small" onPress={() => restore(removed)}>
              {texts.undo}
            </Button>
          </>
        )}
      </div>
      {newest.length === 0 ? (
        <EmptyState icon={Lock} title={texts.empty}>
          <p>{texts.emptyHint}</p>
        </EmptyState>
      ) : (
        <ListBox
          aria-label={texts.privateNotes}
          className="private-list"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => keys !== 'all' && choose(String([...keys][0] ?? chosen))}
        >
          {newest.map((one) => (
            <ListBoxItem key={one.id} id={one.id} textValue={titleOf(one)} className="private-item">
              <span className="private-title">{titleOf(one)}</span>
              <span className="quiet">{shortDay(one.changedAt, format)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      )}
      {note !== null && (
        <PrivateNoteEditor
          key={note.id}
          note={note}
          notes={notes}
          remindAt={state.reminders[note.id] ?? null}
          committee={committee}
          onRemove={() => remove(note)}
          isNew={note.id === begun}
        />
      )}
    </>
  );
}

function PrivateNotesBody({ about, committee }: Pick<OpenNotesProps, 'about' | 'committee'>) {
  const notes = usePrivateNotes();
  const { state, problem } = notes;
  return (
    <>
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
      {state?.kind === 'none' && <Unlock key="none" by={state.by} occasion="first" onOpen={notes.begin} />}
      {state?.kind === 'unprotected' && (
        <Unlock key="unprotected" by="passphrase" occasion="unprotected" onOpen={notes.begin} />
      )}
      {state?.kind === 'locked' && (
        <Unlock key="locked" by={state.by} occasion="locked" onOpen={notes.unlock} />
      )}
      {state?.kind === 'open' && (
        <OpenNotes state={state} notes={notes} about={about} committee={committee} />
      )}
    </>
  );
}

/** The private notes: encrypted, found by no search, and locked when the dialog closes. */
export function PrivateNotesDialog() {
  const conduct = useApp((state) => state.conductAbout);
  const show = useApp((state) => state.conductShown);
  const communities = useApp((state) => state.communities);
  if (conduct === null || !conduct.isPrivate) return null;
  const community = communityForConduct(communities ?? [], conduct.community);
  return (
    <Dialog title={texts.privateNotes} isOpen onClose={() => show(null)}>
      <div className="private">
        <PrivateNotesBody about={conduct.meeting} committee={mailAddressOf(community)} />
        <Button size="small" look="quiet" onPress={() => show({ ...conduct, isPrivate: false })}>
          <ArrowLeft aria-hidden size={14} />
          {texts.reportConcern}
        </Button>
      </div>
    </Dialog>
  );
}
