import type { ReactNode } from 'react';
import { Button } from '../kit/widgets/Button.tsx';
import { FormProblem } from '../kit/widgets/FormProblem.tsx';
import type { Submission } from '../kit/useSubmission.ts';
import { Field } from './Field.tsx';
import { Secret } from './Secret.tsx';
import { texts } from './texts.ts';

/** An OAuth client as the user types it. */
export interface TypedClient {
  readonly clientId: string;
  readonly clientSecret: string;
}
export const emptyClient: TypedClient = { clientId: '', clientSecret: '' };

export interface GoogleFieldsProps {
  readonly submission: Pick<Submission, 'isBusy' | 'problem'>;
  readonly isReady: boolean;
  /** Null if the account is known. */
  readonly email: string | null;
  readonly onEmail: (email: string) => void;
  /** Null if the one of the last time is used. */
  readonly client: TypedClient | null;
  readonly onChange: (client: TypedClient) => void;
  readonly children?: ReactNode;
  /** The user does not want to wait for the browser any more. */
  readonly onStop: () => void;
  readonly onCancel: () => void;
}

/** What signing in with Google needs; while the browser has it, only how to stop waiting. */
export function GoogleFields(props: GoogleFieldsProps) {
  const { submission, isReady, email, onEmail, client, onChange, children, onStop, onCancel } = props;
  if (submission.isBusy)
    return (
      <>
        <p aria-live="polite">{texts.googleWaits}</p>
        <div className="dialog-actions">
          {/* The user looks at the browser; whoever comes back without an answer wants to stop. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Button autoFocus onPress={onStop}>
            {texts.cancel}
          </Button>
        </div>
      </>
    );
  return (
    <>
      <FormProblem problem={submission.problem} />
      {email !== null && <Field label={texts.email} value={email} onChange={onEmail} hasFocus />}
      {client !== null && (
        <>
          <Field
            label={texts.clientId}
            value={client.clientId}
            onChange={(clientId) => onChange({ ...client, clientId })}
            example="….apps.googleusercontent.com"
            hasFocus={email === null}
          />
          <Secret
            label={texts.clientSecret}
            value={client.clientSecret}
            onChange={(clientSecret) => onChange({ ...client, clientSecret })}
          />
        </>
      )}
      {children}
      <div className="dialog-actions">
        <Button onPress={onCancel}>{texts.cancel}</Button>
        <Button look="primary" type="submit" isDisabled={!isReady}>
          {texts.signIn}
        </Button>
      </div>
    </>
  );
}
