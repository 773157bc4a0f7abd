import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { SHORTEST_PASSPHRASE, type Protection } from '#core/notes/privateNote.ts';
import { Button } from '../kit/widgets/Button.tsx';

interface PassphraseProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Passphrase = (props: PassphraseProps) => (
  <TextField value={props.value} onChange={props.onChange} type="password" autoComplete="off">
    <Label className="field-label">{props.label}</Label>
    <Input className="input" maxLength={1024} />
  </TextField>
);

export interface UnlockProps {
  readonly by: Protection;
  /** `first`: there are none yet. `unprotected`: there are, but a passphrase must be chosen to protect them. */
  readonly occasion: 'first' | 'unprotected' | 'locked';
  /** @param passphrase null where the system keeps the key */
  readonly onOpen: (passphrase: string | null) => Promise<void>;
}

const WORDS = {
  system:
    'Private notes are encrypted under a key that your system keeps for you. They stay on this computer, and no search, list or export shows them.',
  passphrase:
    'Private notes are encrypted under your passphrase. They stay on this computer, and no search, list or export shows them.',
  first:
    'This computer has no keyring that could keep a key, so you choose a passphrase. It is stored nowhere: without it nobody can open the notes again.',
  unprotected:
    'Your notes are here, but not protected: this computer has no keyring, and an earlier version of Office Hours relied on one. Choose a passphrase to protect them now. It is stored nowhere: without it nobody can open the notes again.',
} as const;

const LABELS = { first: 'Begin', unprotected: 'Protect', locked: 'Unlock' } as const;

/** The door to the private notes. */
export function Unlock({ by, occasion, onOpen }: UnlockProps) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isByPassphrase = by === 'passphrase';
  const isChosen = occasion !== 'locked';
  const isLong = passphrase.length >= (isChosen ? SHORTEST_PASSPHRASE : 1);
  const isReady = !isByPassphrase || (isLong && (!isChosen || again === passphrase));
  const open = async (): Promise<void> => {
    setBusy(true);
    await onOpen(isByPassphrase ? passphrase : null);
    setBusy(false);
  };
  return (
    <Form
      className="private-door"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) void open();
      }}
    >
      <p>{WORDS[by]}</p>
      {isByPassphrase && isChosen && <p>{WORDS[occasion]}</p>}
      {isByPassphrase && (
        <Passphrase
          label={isChosen ? `Passphrase, at least ${SHORTEST_PASSPHRASE} characters` : 'Passphrase'}
          value={passphrase}
          onChange={setPassphrase}
        />
      )}
      {isByPassphrase && isChosen && <Passphrase label="Once more" value={again} onChange={setAgain} />}
      <div className="dialog-actions">
        <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
          <LockKeyhole aria-hidden size={14} />
          {isBusy ? 'One moment…' : LABELS[occasion]}
        </Button>
      </div>
    </Form>
  );
}
