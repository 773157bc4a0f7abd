import { Copy, Mail, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import { shortDay } from '#core/format/formatTime.ts';
import type { PrivateNote } from '#core/notes/privateNote.ts';
import { useTicker, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { focusAtOnce } from '../kit/focusAtOnce.ts';
import type { PrivateNotes } from './usePrivateNotes.ts';
import { texts } from './texts.ts';

export interface PrivateNoteEditorProps {
  readonly note: PrivateNote;
  readonly notes: PrivateNotes;
  /** When the user is reminded (ms); null for never. */
  readonly remindAt: number | null;
  /** Email address of the committee; null if the user fills it in. */
  readonly committee: string | null;
  readonly onRemove: () => void;
  /** Just created: focus its text. */
  readonly isNew: boolean;
}

/** One private note: text and actions. Nothing leaves the app automatically. */
export function PrivateNoteEditor({
  note,
  notes,
  remindAt,
  committee,
  onRemove,
  isNew,
}: PrivateNoteEditorProps) {
  const ticker = useTicker();
  const format = useTimeFormat();
  const [said, setSaid] = useState<'mail' | 'copy' | null>(null);
  const isEmpty = note.text.trim() === '';
  return (
    <div className="private-editor">
      <p className="quiet">
        {note.about === '' ? texts.begun(shortDay(note.createdAt, format)) : note.about}
      </p>
      <TextField
        aria-label={texts.noteText}
        className="private-text"
        value={note.text}
        // A spell checker would learn its words.
        spellCheck="false"
        onChange={(text) => notes.save({ ...note, text, changedAt: ticker.now() })}
      >
        <TextArea
          ref={isNew ? focusAtOnce : null}
          className="input"
          maxLength={200_000}
          placeholder={texts.noteTextHint}
        />
      </TextField>
      <Switch isSelected={remindAt !== null} onChange={(isOn) => notes.remind(note.id, isOn)}>
        <span>
          {texts.remind}
          {remindAt !== null && <span className="quiet"> · {shortDay(remindAt, format)}</span>}
        </span>
      </Switch>
      <div className="dialog-actions">
        <Button onPress={onRemove}>
          <Trash2 aria-hidden size={14} />
          {texts.remove}
        </Button>
        <Button
          isDisabled={isEmpty}
          onPress={() => void notes.copy(note.id).then((isDone) => setSaid(isDone ? 'copy' : null))}
        >
          <Copy aria-hidden size={14} />
          {texts.copyText}
        </Button>
        <Button
          look="primary"
          onPress={() => void notes.compose(committee).then((isDone) => setSaid(isDone ? 'mail' : null))}
        >
          <Mail aria-hidden size={14} />
          {texts.makeMail}
        </Button>
      </div>
      <p className="quiet" aria-live="polite">
        {said === null ? texts.mailHint(committee) : texts.said[said]}
      </p>
    </div>
  );
}
