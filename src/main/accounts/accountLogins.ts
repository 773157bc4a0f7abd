import { accountFailure } from '#core/caldav/problems.ts';
import { success } from '#base';
import { nameOf } from '../feeds/caldav/davClient.ts';
import type { CalendarLogins } from '../feeds/caldav/logins.ts';
import type { Credentials } from './credentials.ts';
import type { GoogleLogins } from './google/googleLogins.ts';
import { isGoogles, type GoogleServer } from './google/googleServer.ts';

interface LoginParts {
  readonly credentials: Pick<Credentials, 'get' | 'needs'>;
  readonly google: { readonly server: GoogleServer; readonly logins: Pick<GoogleLogins, 'login'> };
}

/** The logins for the calendars of accounts, or what the user has to do for them. */
export const accountLogins =
  ({ credentials, google }: LoginParts): CalendarLogins =>
  async ({ account, user, url }) => {
    const server = nameOf(url);
    const isGoogle = isGoogles(google.server, url);
    const unknown = () =>
      isGoogle ? accountFailure('account/signInAgain') : accountFailure('account/noPassword', user, server);
    if (account === undefined) return unknown();
    const login = await credentials.get(account);
    if (login !== null)
      return isGoogle ? google.logins.login(account) : success({ user, password: login.password });
    const need = await credentials.needs(account);
    if (need === 'keyring') return accountFailure('account/keyringLocked', user, server);
    return need === 'passphrase' ? accountFailure('account/noPassphrase', user, server) : unknown();
  };
