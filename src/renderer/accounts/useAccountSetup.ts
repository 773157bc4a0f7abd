import { useEffect, useRef, useState } from 'react';
import { chosenAtFirst, type FoundAccount } from '#core/accounts/account.ts';
import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import type { Result } from '#base';
import { useApi } from '../kit/AppContext.tsx';
import { useSubmission, type Submission } from '../kit/useSubmission.ts';
import type { TypedClient } from './GoogleFields.tsx';

/** Adding an account: its login, then its calendars. */
export interface AccountSetup extends Pick<Submission, 'isBusy' | 'problem'> {
  /** Null until the account is looked up. */
  readonly found: FoundAccount | null;
  /** URLs of the chosen calendars. */
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
  readonly lookUp: (server: string, user: string, password: string) => Promise<void>;
  /** Signs in with Google in the browser, and looks the account up. */
  readonly signIn: (email: string, client: TypedClient) => Promise<void>;
  /** Waits no longer for the browser. */
  readonly stop: () => void;
  /** Back to the login. */
  readonly goBack: () => void;
  /** Adds the account with the chosen calendars. @returns whether that succeeded */
  readonly add: (keep: KeepPassword | null) => Promise<boolean>;
}

export function useAccountSetup(): AccountSetup {
  const api = useApi();
  const { isBusy, problem, run, forget } = useSubmission();
  const [found, setFound] = useState<FoundAccount | null>(null);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  /** The user stopped the look-up: that it ended is no problem. */
  const isStopped = useRef(false);
  const look = async (ask: () => Promise<Result<FoundAccount>>): Promise<void> => {
    isStopped.current = false;
    const answer = await run(ask);
    if (isStopped.current) return forget();
    if (answer === null) return;
    const { calendars } = answer.value;
    const followed = calendars.filter(({ feedId }) => feedId !== null);
    choose(new Set([...followed, ...chosenAtFirst(calendars)].map(({ url }) => url)));
    setFound(answer.value);
  };
  // A closed dialog waits for no browser.
  useEffect(() => () => api.invokeAndReport('accounts:cancel'), [api]);
  return {
    isBusy,
    problem,
    found,
    chosen,
    choose,
    lookUp: (server, user, password) =>
      look(() => api.invoke('accounts:find', server.trim(), user.trim(), password)),
    signIn: (email, { clientId, clientSecret }) =>
      look(() =>
        api.invoke('accounts:findGoogle', email.trim(), {
          clientId: clientId.trim(),
          clientSecret: clientSecret.trim(),
        }),
      ),
    stop: () => {
      isStopped.current = true;
      api.invokeAndReport('accounts:cancel');
    },
    goBack: () => {
      forget();
      setFound(null);
    },
    add: async (keep) => {
      if (found === null) return false;
      return (await run(() => api.invoke('accounts:add', found.id, [...chosen], keep))) !== null;
    },
  };
}
