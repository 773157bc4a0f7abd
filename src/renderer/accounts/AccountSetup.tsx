import { useState, type ReactNode } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import type { Provider, ProviderNeed } from '#core/accounts/providers.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { CalendarChoices } from './CalendarChoices.tsx';
import { Secret } from './Secret.tsx';
import { texts } from './texts.ts';
import { useAccountSetup, type AccountSetup as Setup } from './useAccountSetup.ts';
import { useKeepChoice } from './useKeepChoice.tsx';
import './accounts.css';

export interface AccountSetupProps {
  readonly provider: Provider;
  /** Above the login; goes when the calendars are found. */
  readonly head?: ReactNode;
  /** Initial address of the server, where the provider has no known one. */
  readonly address: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

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

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly example?: string;
  readonly hasFocus: boolean;
}

const Field = ({ label, value, onChange, example, hasFocus }: FieldProps) => (
  // The user has just chosen to fill this form.
  // oxlint-disable-next-line jsx-a11y/no-autofocus
  <TextField value={value} onChange={onChange} autoFocus={hasFocus} autoComplete="off">
    <Label className="field-label">{label}</Label>
    <Input className="input" maxLength={1000} spellCheck="false" {...(example && { placeholder: example })} />
  </TextField>
);

/** Others on the network could read the password. On this computer there is no network in between. */
const isUnprotected = (server: string): boolean =>
  /^http:\/\/(?!(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))./i.test(server.trim());

function LoginForm({ need, setup, login, onChange, onCancel }: LoginProps) {
  const { server, user, password } = login;
  const isReady = server.trim() !== '' && user.trim() !== '' && password !== '';
  const asksServer = need.serverExample !== null;
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !setup.isBusy) void setup.lookUp(server, user, password);
      }}
    >
      {asksServer && (
        <Field
          label={texts.server}
          value={server}
          onChange={(next) => onChange({ ...login, server: next })}
          example={need.serverExample}
          hasFocus={server === ''}
        />
      )}
      <div aria-live="polite">
        {isUnprotected(server) && <p className="account-warning">{texts.unprotected}</p>}
      </div>
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
      <div aria-live="polite">
        {setup.isBusy && <p className="quiet">{texts.lookingUp}</p>}
        {setup.problem !== null && <ProblemBox problem={setup.problem} />}
      </div>
      <div className="dialog-actions">
        <Button onPress={onCancel}>{texts.cancel}</Button>
        <Button look="primary" type="submit" isDisabled={!isReady} isPending={setup.isBusy}>
          {texts.lookUp}
        </Button>
      </div>
    </Form>
  );
}

function ChoiceForm({ setup, onDone }: { readonly setup: Setup; readonly onDone: () => void }) {
  const keep = useKeepChoice();
  const { found, chosen, problem, isBusy } = setup;
  if (found === null) return null;
  const count = found.calendars.filter(({ url, feedId }) => feedId === null && chosen.has(url)).length;
  const add = async (): Promise<void> => {
    if (await setup.add(keep.value)) onDone();
  };
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (keep.isReady && !isBusy) void add();
      }}
    >
      <CalendarChoices account={found} chosen={chosen} onChange={setup.choose} isAdding />
      {keep.question}
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
      <div className="dialog-actions">
        <Button onPress={setup.goBack}>{texts.back}</Button>
        <Button look="primary" type="submit" isDisabled={!keep.isReady} isPending={isBusy}>
          {texts.follow(count)}
        </Button>
      </div>
    </Form>
  );
}

/** Adds an account: how to log in, the login, and the choice of its calendars. */
export function AccountSetup({ provider, head, address, onDone, onCancel }: AccountSetupProps) {
  const { need, name, steps } = provider;
  const setup = useAccountSetup();
  const known = need.kind === 'account' ? need.server : null;
  const [login, setLogin] = useState<Login>({ server: known ?? address, user: '', password: '' });
  const { found } = setup;
  if (need.kind !== 'account') return null;
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {found !== null && texts.found(found.calendars.length, found.host)}
      </p>
      {found === null ? (
        <>
          {head}
          <ul className="provider-steps account-steps" aria-label={texts.steps(name)}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          <LoginForm need={need} setup={setup} login={login} onChange={setLogin} onCancel={onCancel} />
        </>
      ) : (
        <ChoiceForm setup={setup} onDone={onDone} />
      )}
    </>
  );
}
