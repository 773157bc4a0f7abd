import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { AccountState } from '#core/accounts/account.ts';
import type { Result } from '#base';
import { useApi } from '../kit/AppContext.tsx';
import { useSubmission } from '../kit/useSubmission.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { FormProblem } from '../kit/widgets/FormProblem.tsx';
import { Secret } from './Secret.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { texts } from './texts.ts';
import { useKeepChoice } from './useKeepChoice.tsx';

interface SecretFormProps {
  readonly label: string;
  readonly submit: string;
  readonly isReady?: boolean;
  readonly children?: React.ReactNode;
  readonly onSubmit: (secret: string) => Promise<Result<null>>;
  readonly onClose: () => void;
}

function SecretForm({ label, submit, isReady = true, children, onSubmit, onClose }: SecretFormProps) {
  const [secret, setSecret] = useState('');
  const { isBusy, problem, run } = useSubmission();
  const save = async (): Promise<void> => {
    if ((await run(() => onSubmit(secret))) !== null) onClose();
  };
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (secret !== '' && isReady && !isBusy) void save();
      }}
    >
      <FormProblem problem={problem} />
      <Secret label={label} value={secret} onChange={setSecret} hasFocus />
      {children}
      <div className="dialog-actions">
        <Button onPress={onClose}>{texts.cancel}</Button>
        <Button look="primary" type="submit" isDisabled={secret === '' || !isReady} isPending={isBusy}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}

interface FormProps {
  readonly account: AccountState;
  readonly onClose: () => void;
}

function PasswordForm({ account, onClose }: FormProps) {
  const api = useApi();
  const keep = useKeepChoice();
  return (
    <SecretForm
      label={texts.password}
      submit={texts.savePassword}
      isReady={keep.isReady}
      onSubmit={(password) => api.invoke('accounts:password', account.id, password, keep.value)}
      onClose={onClose}
    >
      {keep.question}
    </SecretForm>
  );
}

interface PassphraseProps {
  /** Words of the other way. */
  readonly other: string;
  readonly onOther: () => void;
  readonly onClose: () => void;
}

function PassphraseForm({ other, onOther, onClose }: PassphraseProps) {
  const api = useApi();
  return (
    <SecretForm
      label={texts.passphrase}
      submit={texts.unlock}
      onSubmit={(passphrase) => api.invoke('accounts:unlock', passphrase)}
      onClose={onClose}
    >
      <p className="quiet">{texts.passphraseHint}</p>
      <Button look="quiet" size="small" onPress={onOther}>
        {other}
      </Button>
    </SecretForm>
  );
}

export interface EnterPasswordProps {
  /** Null while the dialog is closed. */
  readonly account: AccountState | null;
  readonly onClose: () => void;
}

/** Asks for the password of an account, for the passphrase that opens it, or to sign in with Google again. */
export function EnterPassword({ account, onClose }: EnterPasswordProps) {
  const [wantsPassword, setWantsPassword] = useState(false);
  const close = (): void => {
    setWantsPassword(false);
    onClose();
  };
  const isPassphrase = account?.need === 'passphrase' && !wantsPassword;
  const isGoogle = account?.signsInBy === 'google';
  const title =
    account === null
      ? ''
      : isPassphrase
        ? texts.passphraseTitle
        : isGoogle
          ? texts.signInAgainTitle
          : texts.passwordTitle(account.user, account.name);
  return (
    <Dialog title={title} isOpen={account !== null} onClose={close}>
      {account !== null &&
        (isPassphrase ? (
          <PassphraseForm
            other={isGoogle ? texts.signInInstead : texts.otherPassword}
            onClose={close}
            onOther={() => setWantsPassword(true)}
          />
        ) : isGoogle ? (
          <SignInAgain account={account} onClose={close} />
        ) : (
          <PasswordForm account={account} onClose={close} />
        ))}
    </Dialog>
  );
}
