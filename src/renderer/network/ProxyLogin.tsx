import { useState } from 'react';
import type { FeedLogin } from '#core/feeds/followOptions.ts';
import type { ProxyQuestion } from '#core/network/networkState.ts';
import type { Problem } from '#base';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { LoginForm } from './LoginForm.tsx';
import { texts } from './texts.ts';

export interface ProxyLoginProps {
  readonly question: ProxyQuestion;
  /** The user closed it without an answer. */
  readonly onClose: () => void;
  /** The answer is stored; a proxy that refuses it asks again. */
  readonly onLoggedIn: () => void;
}

/** The dialog that asks for the login of a proxy. */
export function ProxyLogin({ question, onClose, onLoggedIn }: ProxyLoginProps) {
  const api = useApi();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { proxy, realm, wasRefused } = question;
  const logIn = async ({ user, password, keep }: FeedLogin): Promise<void> => {
    setBusy(true);
    const answer = await api.invoke('network:logIn', proxy, user, password, keep);
    setBusy(false);
    if (answer.ok) onLoggedIn();
    else setProblem(answer.problem);
  };
  return (
    <Dialog title={texts.proxyTitle(proxy)} isOpen onClose={onClose}>
      <div className="proxy-words">
        <p>{wasRefused ? texts.proxyRefused : texts.proxyAsks}</p>
        {realm !== '' && <p className="quiet">{texts.calledItself(realm)}</p>}
      </div>
      <LoginForm
        label={texts.proxyTitle(proxy)}
        submit={texts.logIn}
        isBusy={isBusy}
        hasFocus
        other={<Button onPress={onClose}>{texts.later}</Button>}
        onSubmit={(login) => void logIn(login)}
      />
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
    </Dialog>
  );
}

/** Asks for the login of a proxy as soon as one wants it. */
export function ProxyQuestionDialog() {
  const api = useApi();
  const question = useApp(({ network }) => network?.question ?? null);
  if (question === null) return null;
  return (
    <ProxyLogin
      key={`${question.proxy} ${question.wasRefused}`}
      question={question}
      onClose={() => api.invokeAndReport('network:later', question.proxy)}
      // “Later” would also silence the question after a refusal; the answered one is gone from the state.
      onLoggedIn={() => undefined}
    />
  );
}
