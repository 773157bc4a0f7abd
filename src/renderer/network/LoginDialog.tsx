import type { ReactNode } from 'react';
import type { FeedLogin } from '#core/feeds/followOptions.ts';
import type { Result } from '#base';
import { useSubmission } from '../kit/useSubmission.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { FormProblem } from '../kit/widgets/FormProblem.tsx';
import { LoginForm } from './LoginForm.tsx';

export interface LoginDialogProps {
  readonly title: string;
  /** Words of the button that submits. */
  readonly submit: string;
  /** Words of the button that closes it without an answer. */
  readonly close: string;
  /** Above the fields. */
  readonly children?: ReactNode;
  /** Stores the answer, or says why not. */
  readonly onSubmit: (login: FeedLogin) => Promise<Result<null>>;
  /** The answer is stored. */
  readonly onDone: () => void;
  /** The user closed it without an answer. */
  readonly onClose: () => void;
}

/** A dialog that asks for a name and a password. */
export function LoginDialog(props: LoginDialogProps) {
  const { title, submit, close, children, onSubmit, onDone, onClose } = props;
  const { isBusy, problem, run } = useSubmission();
  const logIn = async (login: FeedLogin): Promise<void> => {
    if ((await run(() => onSubmit(login))) !== null) onDone();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {children}
      <FormProblem problem={problem} />
      <LoginForm
        label={title}
        submit={submit}
        isBusy={isBusy}
        hasFocus
        other={<Button onPress={onClose}>{close}</Button>}
        onSubmit={(login) => void logIn(login)}
      />
    </Dialog>
  );
}
