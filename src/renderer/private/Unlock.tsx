import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { SHORTEST_PASSPHRASE, type Protection } from '#core/notes/privateNote.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { texts } from './texts.ts';

interface PassphraseProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it; null for nothing. */
  readonly fault?: string | null;
}

const Passphrase = ({ label, value, onChange, fault = null }: PassphraseProps) => (
  <TextField
    value={value}
    onChange={onChange}
    type="password"
    autoComplete="off"
    isInvalid={fault !== null}
    validationBehavior="aria"
  >
    <Label className="field-label">{label}</Label>
    <Input className="input" maxLength={1024} />
    <FieldError className="field-error">{fault}</FieldError>
  </TextField>
);

export interface UnlockProps {
  readonly by: Protection;
  /** `first`: there are none yet. `unprotected`: there are, but a passphrase must be chosen to protect them. */
  readonly occasion: 'first' | 'unprotected' | 'locked';
  /** @param passphrase null if the system keeps the key */
  readonly onOpen: (passphrase: string | null) => Promise<void>;
}

/** Unlocks the private notes. */
export function Unlock({ by, occasion, onOpen }: UnlockProps) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isByPassphrase = by === 'passphrase';
  const isChosen = occasion !== 'locked';
  const isLong = passphrase.length >= (isChosen ? SHORTEST_PASSPHRASE : 1);
  const isReady = !isByPassphrase || (isLong && (!isChosen || again === passphrase));
  /** Not while the first one is still typed. */
  const fault =
    again === ''
      ? null
      : isLong
        ? again === passphrase
          ? null
          : texts.passphraseDiffers
        : texts.passphraseShort(SHORTEST_PASSPHRASE);
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
      <p>{texts.protection[by]}</p>
      {isByPassphrase && isChosen && <p>{texts.choosePassphrase[occasion]}</p>}
      {isByPassphrase && (
        <Passphrase
          label={isChosen ? texts.newPassphrase(SHORTEST_PASSPHRASE) : texts.passphrase}
          value={passphrase}
          onChange={setPassphrase}
        />
      )}
      {isByPassphrase && isChosen && (
        <Passphrase label={texts.repeatPassphrase} value={again} onChange={setAgain} fault={fault} />
      )}
      <div className="dialog-actions">
        <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
          <LockKeyhole aria-hidden size={14} />
          {isBusy ? texts.busy : texts.unlock[occasion]}
        </Button>
      </div>
    </Form>
  );
}
