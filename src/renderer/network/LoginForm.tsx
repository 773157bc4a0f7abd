import { useState, type ReactNode } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import type { FeedLogin } from '#core/feeds/followOptions.ts';
import { Secret } from '../accounts/Secret.tsx';
import { useKeepChoice } from '../accounts/useKeepChoice.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { texts } from './texts.ts';

export interface LoginFormProps {
  /** Of the form, for screen readers. */
  readonly label: string;
  /** Words of the button; “Log in” if left out. */
  readonly submit?: string;
  readonly isBusy: boolean;
  /** A further button, before the one that submits. */
  readonly other?: ReactNode;
  readonly hasFocus?: boolean;
  readonly onSubmit: (login: FeedLogin) => void;
}

/** Asks for a name and a password. */
export function LoginForm({
  label,
  submit = texts.logIn,
  isBusy,
  other,
  hasFocus = false,
  onSubmit,
}: LoginFormProps) {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const keep = useKeepChoice();
  const isReady = user !== '' && password !== '' && keep.isReady;
  return (
    <Form
      className="login-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        // React passes it on to the form around the dialog.
        event.stopPropagation();
        if (isReady && !isBusy) onSubmit({ user, password, keep: keep.value });
      }}
    >
      <div className="login-fields">
        <TextField
          value={user}
          onChange={setUser}
          autoComplete="off"
          // The dialog was opened to fill this field.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={hasFocus}
        >
          <Label className="field-label">{texts.name}</Label>
          <Input className="input" maxLength={500} spellCheck="false" />
        </TextField>
        <Secret label={texts.password} value={password} onChange={setPassword} />
      </div>
      {keep.question}
      <div className="dialog-actions">
        {other}
        <Button look="primary" type="submit" isDisabled={!isReady} isPending={isBusy}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}
