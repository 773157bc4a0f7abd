import type { ProxyQuestion } from '#core/network/networkState.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { LoginDialog } from './LoginDialog.tsx';
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
  const { proxy, realm, wasRefused } = question;
  return (
    <LoginDialog
      title={texts.proxyTitle(proxy)}
      submit={texts.logIn}
      close={texts.later}
      onSubmit={({ user, password, keep }) => api.invoke('network:logIn', proxy, user, password, keep)}
      onDone={onLoggedIn}
      onClose={onClose}
    >
      <div className="proxy-words">
        <p>{wasRefused ? texts.proxyRefused : texts.proxyAsks}</p>
        {realm !== '' && <p className="quiet">{texts.calledItself(realm)}</p>}
      </div>
    </LoginDialog>
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
