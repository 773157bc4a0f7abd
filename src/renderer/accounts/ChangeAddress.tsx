import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { AccountState, MovedAccount } from '#core/accounts/account.ts';
import { keepsPassword } from '#core/caldav/serverAddress.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { useAfterProxyLogin } from '../kit/useAfterProxyLogin.ts';
import { useSubmission } from '../kit/useSubmission.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { FormProblem } from '../kit/widgets/FormProblem.tsx';
import { ToNetworkSettings } from '../kit/widgets/ToNetworkSettings.tsx';
import { Field } from './Field.tsx';
import { MovedCalendars } from './MovedCalendars.tsx';
import { Secret } from './Secret.tsx';
import { texts } from './texts.ts';
import { Unprotected } from './Unprotected.tsx';
import { useKeepChoice, type KeepChoice } from './useKeepChoice.tsx';

interface Typed {
  readonly server: string;
  readonly user: string;
  /** Empty for the stored one. */
  readonly password: string;
}

interface AddressFormProps {
  readonly account: AccountState;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
  readonly onFound: (moved: MovedAccount) => void;
  readonly onCancel: () => void;
}

function AddressForm({ account, typed, onChange, onFound, onCancel }: AddressFormProps) {
  const api = useApi();
  const { isBusy, problem, run } = useSubmission();
  const [server, user] = [typed.server.trim(), typed.user.trim()];
  const isStored = keepsPassword(account, server, user) && account.need === 'nothing';
  const isReady = server !== '' && user !== '' && (typed.password !== '' || isStored);
  const lookUp = async (): Promise<void> => {
    const password = typed.password === '' ? null : typed.password;
    const found = await run(() => api.invoke('accounts:findAddress', account.id, server, user, password));
    if (found !== null) onFound(found.value);
  };
  useAfterProxyLogin(problem, () => void lookUp());
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) void lookUp();
      }}
    >
      <FormProblem problem={problem}>
        {problem !== null && <ToNetworkSettings problem={problem} />}
      </FormProblem>
      <Field
        label={texts.server}
        value={typed.server}
        onChange={(next) => onChange({ ...typed, server: next })}
        hasFocus
      />
      <Unprotected server={server} />
      <Field
        label={texts.name}
        value={typed.user}
        onChange={(next) => onChange({ ...typed, user: next })}
        hasFocus={false}
      />
      <div>
        <Secret
          label={texts.password}
          value={typed.password}
          onChange={(next) => onChange({ ...typed, password: next })}
        />
        <p className="quiet account-hint" aria-live="polite">
          {isStored ? texts.storedPassword : texts.passwordAgain(account.host)}
        </p>
      </div>
      <div className="dialog-actions">
        <Button onPress={onCancel}>{texts.cancel}</Button>
        <Button look="primary" type="submit" isDisabled={!isReady} isPending={isBusy}>
          {texts.lookUp}
        </Button>
      </div>
    </Form>
  );
}

interface ConfirmProps {
  readonly account: AccountState;
  readonly moved: MovedAccount;
  readonly keep: KeepChoice;
  /** A password was entered, which is to be stored. */
  readonly storesPassword: boolean;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

function ConfirmForm({ account, moved, keep, storesPassword, onBack, onDone }: ConfirmProps) {
  const [api, store] = [useApi(), useAppStore()];
  const { isBusy, problem, run } = useSubmission();
  const isReady = keep.isReady || !storesPassword;
  const { id, name } = account;
  const change = async (): Promise<void> => {
    const done = await run(() =>
      api.invoke('accounts:changeAddress', id, storesPassword ? keep.value : null),
    );
    if (done === null) return;
    store.getState().undoOffered({
      ...texts.addressChanged(name, moved.host),
      takeBack: () => api.invoke('accounts:takeBackAddress', id),
      // False if it was removed meanwhile.
      isStill: () => store.getState().accounts.some((one) => one.id === id),
    });
    onDone();
  };
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) void change();
      }}
    >
      <FormProblem problem={problem} />
      <MovedCalendars moved={moved} />
      {storesPassword && keep.question}
      <div className="dialog-actions">
        <Button onPress={onBack}>{texts.back}</Button>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- The look-up ends here: the next thing to do is to confirm. */}
        <Button look="primary" type="submit" autoFocus isDisabled={!isReady} isPending={isBusy}>
          {texts.saveAddress}
        </Button>
      </div>
    </Form>
  );
}

function Content({ account, onClose }: { readonly account: AccountState; readonly onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>({ server: account.server, user: account.user, password: '' });
  const [moved, setMoved] = useState<MovedAccount | null>(null);
  // Asked here, so that the button that gets the focus is ready when it appears.
  const keep = useKeepChoice();
  return moved === null ? (
    <AddressForm account={account} typed={typed} onChange={setTyped} onFound={setMoved} onCancel={onClose} />
  ) : (
    <ConfirmForm
      account={account}
      moved={moved}
      keep={keep}
      storesPassword={typed.password !== ''}
      onBack={() => setMoved(null)}
      onDone={onClose}
    />
  );
}

export interface ChangeAddressProps {
  /** Null while the dialog is closed. */
  readonly account: AccountState | null;
  readonly onClose: () => void;
}

/** Moves an account to another address: its server, name and password, then what was found there. */
export const ChangeAddress = ({ account, onClose }: ChangeAddressProps) => (
  <Dialog
    title={account === null ? '' : texts.changeAddressOf(account.name)}
    isOpen={account !== null}
    onClose={onClose}
  >
    {account !== null && <Content account={account} onClose={onClose} />}
  </Dialog>
);
