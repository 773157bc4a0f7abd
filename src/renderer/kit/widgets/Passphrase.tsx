import { useState, type ReactNode } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { SHORTEST_PASSPHRASE } from '#core/notes/privateNote.ts';
import { focusUnlessChosen } from '../focusAtOnce.ts';
import { texts } from '../texts.ts';

interface PassphraseProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it; null for nothing. */
  readonly fault?: string | null;
  /** Focuses it when it appears. */
  readonly isFirst?: boolean;
}

export const Passphrase = ({ label, value, onChange, fault = null, isFirst = false }: PassphraseProps) => (
  <TextField
    value={value}
    onChange={onChange}
    type="password"
    autoComplete="off"
    isInvalid={fault !== null}
    validationBehavior="aria"
  >
    <Label className="field-label">{label}</Label>
    <Input ref={isFirst ? focusUnlessChosen : null} className="input" maxLength={1024} />
    <FieldError className="field-error">{fault}</FieldError>
  </TextField>
);

/** A passphrase that is being chosen: typed twice, and not too short. */
export interface NewPassphrase {
  readonly value: string;
  readonly isReady: boolean;
  readonly fields: ReactNode;
}

/** @param isFirst nothing is asked before it: its field is focused when it appears */
export function useNewPassphrase({ isFirst }: { readonly isFirst: boolean }): NewPassphrase {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const isLong = value.length >= SHORTEST_PASSPHRASE;
  const wrong = isLong ? texts.passphraseDiffers : texts.passphraseShort(SHORTEST_PASSPHRASE);
  const isReady = isLong && again === value;
  return {
    value,
    isReady,
    fields: (
      <>
        <Passphrase
          label={texts[isFirst ? 'firstPassphrase' : 'nextPassphrase'](SHORTEST_PASSPHRASE)}
          value={value}
          onChange={setValue}
          isFirst={isFirst}
        />
        <Passphrase
          label={texts.repeatPassphrase}
          value={again}
          onChange={setAgain}
          // Not while the first one is still typed.
          fault={again === '' || isReady ? null : wrong}
        />
      </>
    ),
  };
}
