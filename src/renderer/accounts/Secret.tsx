import { Input, Label, TextField } from 'react-aria-components';

export interface SecretProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hasFocus?: boolean;
}

/** A field for a password, which is not shown. */
export const Secret = ({ label, value, onChange, hasFocus = false }: SecretProps) => (
  <TextField
    value={value}
    onChange={onChange}
    type="password"
    autoComplete="off"
    // The dialog was opened to fill this field.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    autoFocus={hasFocus}
  >
    <Label className="field-label">{label}</Label>
    <Input className="input" maxLength={1024} />
  </TextField>
);
