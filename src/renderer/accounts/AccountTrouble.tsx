import { useState } from 'react';
import type { AccountState } from '#core/accounts/account.ts';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { hasCode } from '#core/problemCodes.ts';
import type { Problem } from '#base';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { EnterPassword } from './EnterPassword.tsx';
import { loginWords } from './loginWords.ts';

/** Logging in anew may help, and helps all calendars of the account. */
export const wantsAccountLogin = (failure: Problem | null): boolean =>
  hasCode(failure, 'account/noPassword') ||
  hasCode(failure, 'account/noPassphrase') ||
  hasCode(failure, 'account/signInAgain') ||
  hasCode(failure, 'account/wrongPassword');

export interface AccountTroubleProps {
  readonly account: AccountState;
  /** Its calendars. */
  readonly feeds: readonly FeedStatus[];
}

/** Asks for the login of an account, once for all of its calendars. */
export function AccountTrouble({ account, feeds }: AccountTroubleProps) {
  const [isEntering, setEntering] = useState(false);
  const failure = feeds.map(({ health }) => health.failure).find(wantsAccountLogin) ?? null;
  if (failure === null) return null;
  return (
    <tr className="feed-trouble">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text comes from the problem */}
      <td colSpan={6}>
        <ProblemBox problem={failure}>
          <div className="feed-remedy">
            <Button size="small" onPress={() => setEntering(true)}>
              {loginWords(account)}
            </Button>
            <EnterPassword account={isEntering ? account : null} onClose={() => setEntering(false)} />
          </div>
        </ProblemBox>
      </td>
    </tr>
  );
}
