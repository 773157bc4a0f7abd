import { useState, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { ChoiceForm } from './ChoiceForm.tsx';
import { emptyClient, GoogleFields } from './GoogleFields.tsx';
import { texts } from './texts.ts';
import { useAccountSetup } from './useAccountSetup.ts';

export interface GoogleSetupProps {
  /** Above the form; goes when the calendars are found. */
  readonly head: ReactNode;
  readonly onDone: () => void;
  /** Back to the address of a calendar. */
  readonly onCancel: () => void;
}

/** Adds a Google account with an OAuth client of the user's own: signs in with the browser, and asks for calendars. */
export function GoogleSetup({ head, onDone, onCancel }: GoogleSetupProps) {
  const setup = useAccountSetup();
  const [email, setEmail] = useState('');
  const [client, setClient] = useState(emptyClient);
  if (setup.found !== null) return <ChoiceForm setup={setup} onDone={onDone} />;
  const { clientId, clientSecret } = client;
  const isReady = email.trim() !== '' && clientId.trim() !== '' && clientSecret.trim() !== '';
  return (
    <>
      {!setup.isBusy && head}
      <Form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !setup.isBusy) void setup.signIn(email, client);
        }}
      >
        {!setup.isBusy && (
          <p className="quiet">
            {texts.googleClient} <OutLink url={texts.googleConsole}>{texts.openGoogleConsole}</OutLink>
          </p>
        )}
        <GoogleFields
          submission={setup}
          isReady={isReady}
          email={email}
          onEmail={setEmail}
          client={client}
          onChange={setClient}
          onStop={setup.stop}
          onCancel={onCancel}
        />
      </Form>
    </>
  );
}
