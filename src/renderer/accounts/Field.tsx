import { Input, Label, TextField } from 'react-aria-components';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly example?: string;
  readonly hasFocus: boolean;
}

/** A field of one line in the form of an account. */
export const Field = ({ label, value, onChange, example, hasFocus }: FieldProps) => (
  // The user has just chosen to fill this form.
  // oxlint-disable-next-line jsx-a11y/no-autofocus
  <TextField value={value} onChange={onChange} autoFocus={hasFocus} autoComplete="off">
    <Label className="field-label">{label}</Label>
    <Input className="input" maxLength={1000} spellCheck="false" {...(example && { placeholder: example })} />
  </TextField>
);
