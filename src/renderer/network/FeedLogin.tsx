import { useState } from 'react';
import type { FeedLogin as FeedLoginTyped } from '#core/feeds/followOptions.ts';
import type { Problem } from '#base';
import { useApi } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { LoginForm } from './LoginForm.tsx';
import { texts } from './texts.ts';

export interface FeedLoginProps {
  readonly id: string;
  /** As the user calls the calendar. */
  readonly name: string;
  readonly onClose: () => void;
}

/** The dialog that asks for the login of a calendar which is followed. */
export function FeedLogin({ id, name, onClose }: FeedLoginProps) {
  const api = useApi();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const logIn = async (login: FeedLoginTyped): Promise<void> => {
    setBusy(true);
    const answer = await api.invoke('feeds:logIn', id, login);
    setBusy(false);
    if (answer.ok) onClose();
    else setProblem(answer.problem);
  };
  return (
    <Dialog title={texts.passwordOf(name)} isOpen onClose={onClose}>
      <LoginForm
        label={texts.passwordOf(name)}
        submit={texts.save}
        isBusy={isBusy}
        hasFocus
        other={<Button onPress={onClose}>{texts.cancel}</Button>}
        onSubmit={(login) => void logIn(login)}
      />
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
    </Dialog>
  );
}
