import { useState } from 'react';
import type { Protection } from '#core/notes/privateNote.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { texts } from './texts.ts';

export interface LeaveNotesProps {
  readonly by: Protection;
  readonly onLeave: () => Promise<void>;
}

/** For those who lost the passphrase or the keyring: keeps the file of the notes aside, and starts anew. */
export function LeaveNotes({ by, onLeave }: LeaveNotesProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="private-leave">
      <Button size="small" look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {texts.lost[by]}
      </Button>
      {isOpen && (
        <>
          <p>{texts.leaveHint[by]}</p>
          <Button onPress={() => void onLeave()}>{texts.leave}</Button>
        </>
      )}
    </div>
  );
}
