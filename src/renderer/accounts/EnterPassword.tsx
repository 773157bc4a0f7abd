import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { AccountState } from '#core/accounts/account.ts';
import type { Problem, Result } from '#base';
import { useApi } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { Secret } from './Secret.tsx';
import { texts } from './texts.ts';
import { useKeepChoice } from './useKeepChoice.tsx';
import './accounts.css';

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
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer = await onSubmit(secret);
    setBusy(false);
    if (answer.ok) onClose();
    else setProblem(answer.problem);
  };
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (secret !== '' && isReady && !isBusy) void save();
      }}
    >
      <Secret label={label} value={secret} onChange={setSecret} hasFocus />
      {children}
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
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

function PassphraseForm({
  onClose,
  onOther,
}: {
  readonly onClose: () => void;
  readonly onOther: () => void;
}) {
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
        {texts.otherPassword}
      </Button>
    </SecretForm>
  );
}

export interface EnterPasswordProps {
  /** Null while the dialog is closed. */
  readonly account: AccountState | null;
  readonly onClose: () => void;
}

/** Asks for the password of an account, or for the passphrase that opens it. */
export function EnterPassword({ account, onClose }: EnterPasswordProps) {
  const [wantsPassword, setWantsPassword] = useState(false);
  const close = (): void => {
    setWantsPassword(false);
    onClose();
  };
  const isPassphrase = account?.need === 'passphrase' && !wantsPassword;
  const title = account === null ? '' : texts.passwordTitle(account.user, account.name);
  return (
    <Dialog title={isPassphrase ? texts.passphraseTitle : title} isOpen={account !== null} onClose={close}>
      {account !== null &&
        (isPassphrase ? (
          <PassphraseForm onClose={close} onOther={() => setWantsPassword(true)} />
        ) : (
          <PasswordForm account={account} onClose={close} />
        ))}
    </Dialog>
  );
}
