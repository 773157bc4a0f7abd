import { useState } from 'react';
import { chosenAtFirst, type FoundAccount } from '#core/accounts/account.ts';
import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import type { Problem } from '#base';
import { useApi } from '../kit/AppContext.tsx';

/** Adding an account: its login, then its calendars. */
export interface AccountSetup {
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  /** Null until the account is looked up. */
  readonly found: FoundAccount | null;
  /** URLs of the chosen calendars. */
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
  readonly lookUp: (server: string, user: string, password: string) => Promise<void>;
  /** Back to the login. */
  readonly goBack: () => void;
  /** Adds the account with the chosen calendars. @returns whether that succeeded */
  readonly add: (keep: KeepPassword | null) => Promise<boolean>;
}

export function useAccountSetup(): AccountSetup {
  const api = useApi();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [found, setFound] = useState<FoundAccount | null>(null);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  return {
    isBusy,
    problem,
    found,
    chosen,
    choose,
    lookUp: async (server, user, password) => {
      setBusy(true);
      setProblem(null);
      const answer = await api.invoke('accounts:find', server.trim(), user.trim(), password);
      setBusy(false);
      if (!answer.ok) return setProblem(answer.problem);
      const { calendars } = answer.value;
      const followed = calendars.filter(({ feedId }) => feedId !== null);
      choose(new Set([...followed, ...chosenAtFirst(calendars)].map(({ url }) => url)));
      setFound(answer.value);
    },
    goBack: () => {
      setProblem(null);
      setFound(null);
    },
    add: async (keep) => {
      if (found === null) return false;
      setBusy(true);
      setProblem(null);
      const answer = await api.invoke('accounts:add', found.id, [...chosen], keep);
      setBusy(false);
      if (!answer.ok) setProblem(answer.problem);
      return answer.ok;
    },
  };
}
