import { Download, KeyRound, Lock, NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { shortDay } from '#core/format/formatTime.ts';
import { titleOf, type PrivateNote, type PrivateNotesState } from '#core/notes/privateNote.ts';
import { useApi, useTicker, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { ExportNotes } from './ExportNotes.tsx';
import { focusAtOnce, focusUnlessChosen } from '../kit/focusAtOnce.ts';
import { PrivateNoteEditor } from './PrivateNoteEditor.tsx';
import { ProtectNotes } from './ProtectNotes.tsx';
import type { PrivateNotes } from './usePrivateNotes.ts';
import { texts } from './texts.ts';

export interface OpenNotesProps {
  readonly state: Extract<PrivateNotesState, { kind: 'open' }>;
  readonly notes: PrivateNotes;
  /** The meeting that a new note is about; empty for none. */
  readonly about: string;
  readonly committee: string | null;
}

type Task = 'protect' | 'export';

const TASKS = [
  { name: 'protect', Icon: KeyRound },
  { name: 'export', Icon: Download },
] as const;

/** A note that can be restored until the dialog closes. */
interface Removed {
  readonly note: PrivateNote;
  readonly isReminded: boolean;
}

/** The unlocked notes. */
export function OpenNotes({ state, notes, about, committee }: OpenNotesProps) {
  const api = useApi();
  const ticker = useTicker();
  const format = useTimeFormat();
  const newest = state.notes.toSorted((one, other) => other.changedAt - one.changedAt);
  const [chosen, choose] = useState(newest[0]?.id ?? null);
  const [begun, setBegun] = useState<string | null>(null);
  const note = state.notes.find(({ id }) => id === chosen) ?? null;
  const [task, setTask] = useState<Task | null>(null);
  /** The task whose button gets the focus again. */
  const [isBackFrom, setBackFrom] = useState<Task | null>(null);
  const [said, setSaid] = useState('');
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
  const done = (words: string): void => {
    setBackFrom(task);
    setTask(null);
    setSaid(words);
  };
  if (task === 'protect') return <ProtectNotes by={state.by} notes={notes} onDone={done} />;
  if (task === 'export') return <ExportNotes notes={notes} onDone={done} />;
  return (
    <>
      <div className="private-bar">
        {/* The form that opened the notes had the focus, and is gone. */}
        <Button ref={isBackFrom === null ? focusUnlessChosen : null} size="small" onPress={begin}>
          <NotebookPen aria-hidden size={14} />
          {texts.newNote}
        </Button>
        <div className="private-tools">
          {TASKS.map(({ name, Icon }) => (
            <Button
              key={name}
              ref={isBackFrom === name ? focusAtOnce : null}
              size="small"
              look="quiet"
              onPress={() => setTask(name)}
            >
              <Icon aria-hidden size={14} />
              {texts.tasks[name]}
            </Button>
          ))}
          <Button size="small" look="quiet" onPress={() => api.invokeAndReport('private:lock')}>
            <Lock aria-hidden size={14} />
            {texts.lock}
          </Button>
        </div>
      </div>
      <p className="quiet private-said" aria-live="polite">
        {said}
      </p>
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
