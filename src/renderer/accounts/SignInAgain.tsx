import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { AccountState } from '#core/accounts/account.ts';
import { useApi } from '../kit/AppContext.tsx';
import { useSubmission } from '../kit/useSubmission.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { emptyClient, GoogleFields, type TypedClient } from './GoogleFields.tsx';
import { texts } from './texts.ts';
import { useKeepChoice } from './useKeepChoice.tsx';

export interface SignInAgainProps {
  readonly account: AccountState;
  readonly onClose: () => void;
}

/** Signs in with Google again: with the client of the last time as long as it is known, or another one. */
export function SignInAgain({ account, onClose }: SignInAgainProps) {
  const api = useApi();
  const keep = useKeepChoice();
  const submission = useSubmission();
  const [client, setClient] = useState<TypedClient | null>(account.need === 'nothing' ? null : emptyClient);
  const isReady =
    keep.isReady && (client === null || (client.clientId.trim() !== '' && client.clientSecret.trim() !== ''));
  const signIn = async (): Promise<void> => {
    const done = await submission.run(() =>
      api.invoke('accounts:signInAgain', account.id, client, keep.value),
    );
    if (done !== null) onClose();
  };
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !submission.isBusy) void signIn();
      }}
    >
      {!submission.isBusy && <p className="quiet">{texts.signInAgainHint(account.user)}</p>}
      <GoogleFields
        submission={submission}
        isReady={isReady}
        email={null}
        onEmail={() => undefined}
        client={client}
        onChange={setClient}
        onStop={() => api.invokeAndReport('accounts:cancel')}
        onCancel={onClose}
      >
        {client === null && (
          <div>
            <Button look="quiet" size="small" onPress={() => setClient(emptyClient)}>
              {texts.otherClient}
            </Button>
          </div>
        )}
        {keep.question}
      </GoogleFields>
    </Form>
  );
}
