import type { AccountState } from '#core/accounts/account.ts';
import { texts } from './texts.ts';

/** What the button says that asks for the login of an account. */
export function loginWords({ need, signsInBy }: AccountState): string {
  if (need === 'passphrase') return texts.enterPassphrase;
  if (signsInBy === 'google') return texts.signInAgain;
  return texts.enterPassword;
}
