import { useState, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import type { Provider, ProviderNeed } from '#core/accounts/providers.ts';
import { useAfterProxyLogin } from '../kit/useAfterProxyLogin.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { FormProblem } from '../kit/widgets/FormProblem.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { ToNetworkSettings } from '../kit/widgets/ToNetworkSettings.tsx';
import { ChoiceForm } from './ChoiceForm.tsx';
import { Field } from './Field.tsx';
import { Secret } from './Secret.tsx';
import { texts } from './texts.ts';
import { Unprotected } from './Unprotected.tsx';
import { useAccountSetup, type AccountSetup as Setup } from './useAccountSetup.ts';

interface LoginProps {
  readonly need: Extract<ProviderNeed, { kind: 'account' }>;
  readonly setup: Setup;
  readonly login: Login;
  readonly onChange: (login: Login) => void;
  readonly onCancel: () => void;
}

interface Login {
  readonly server: string;
  readonly user: string;
  readonly password: string;
}

function LoginForm({ need, setup, login, onChange, onCancel }: LoginProps) {
  const { server, user, password } = login;
  const isReady = server.trim() !== '' && user.trim() !== '' && password !== '';
  const asksServer = need.serverExample !== null;
  const lookUp = (): void => void setup.lookUp(server, user, password);
  useAfterProxyLogin(setup.problem, lookUp);
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !setup.isBusy) lookUp();
      }}
    >
      <FormProblem problem={setup.problem}>
        {setup.problem !== null && <ToNetworkSettings problem={setup.problem} />}
      </FormProblem>
      {asksServer && (
        <Field
          label={texts.server}
          value={server}
          onChange={(next) => onChange({ ...login, server: next })}
          example={need.serverExample}
          hasFocus={server === ''}
        />
      )}
      <Unprotected server={server} />
      <Field
        label={need.login === 'email' ? texts.email : texts.name}
        value={user}
        onChange={(next) => onChange({ ...login, user: next })}
        hasFocus={!asksServer || server !== ''}
      />
      <Secret
        label={need.isAppPassword ? texts.appPassword : texts.password}
        value={password}
        onChange={(next) => onChange({ ...login, password: next })}
      />
      <p className="visually-hidden" aria-live="polite">
        {setup.isBusy && texts.lookingUp}
      </p>
      <div className="dialog-actions">
        <Button onPress={onCancel}>{texts.cancel}</Button>
        <Button look="primary" type="submit" isDisabled={!isReady} isPending={setup.isBusy}>
          {texts.lookUp}
        </Button>
      </div>
    </Form>
  );
}

const Steps = ({ provider: { name, steps, page } }: Pick<AccountSetupProps, 'provider'>) => (
  <ul className="provider-steps account-steps" aria-label={texts.steps(name)}>
    {steps.map((step, index) => (
      <li key={step}>
        {step} {index === 0 && page && <OutLink url={page.url}>{texts.openPage(page.name)}</OutLink>}
      </li>
    ))}
  </ul>
);

export interface AccountSetupProps {
  readonly provider: Provider;
  /** Above the login; goes when the calendars are found. */
  readonly head?: ReactNode;
  /** Initial address of the server, where the provider has no known one. */
  readonly address: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Adds an account: the login, and the choice of its calendars. */
export function AccountSetup({ provider, head, address, onDone, onCancel }: AccountSetupProps) {
  const { need } = provider;
  const setup = useAccountSetup();
  const known = need.kind === 'account' ? need.server : null;
  const [login, setLogin] = useState<Login>({ server: known ?? address, user: '', password: '' });
  if (need.kind !== 'account') return null;
  if (setup.found !== null) return <ChoiceForm setup={setup} onDone={onDone} />;
  return (
    <>
      {head}
      <Steps provider={provider} />
      <LoginForm need={need} setup={setup} login={login} onChange={setLogin} onCancel={onCancel} />
    </>
  );
}
