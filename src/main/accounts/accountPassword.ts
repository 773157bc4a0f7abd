import { accountFailure } from '#core/caldav/problems.ts';
import { success } from '#base';
import { nameOf } from '../feeds/caldav/davClient.ts';
import type { Passwords } from '../feeds/caldav/passwords.ts';
import type { Credentials } from './credentials.ts';

/** The passwords of the calendars of accounts, or what the user has to do for them. */
export const accountPasswords =
  (credentials: Pick<Credentials, 'get' | 'needs'>): Passwords =>
  async ({ account, user, url }) => {
    const server = nameOf(url);
    if (account === undefined) return accountFailure('account/noPassword', user, server);
    const login = await credentials.get(account);
    if (login !== null) return success(login.password);
    const need = await credentials.needs(account);
    if (need === 'keyring') return accountFailure('account/keyringLocked', user, server);
    return accountFailure(
      need === 'passphrase' ? 'account/noPassphrase' : 'account/noPassword',
      user,
      server,
    );
  };
