import { accountFailure } from '#core/caldav/problems.ts';
import { mayLogIn } from '#core/caldav/serverAddress.ts';
import { success } from '#base';
import { nameOf } from '../feeds/caldav/davClient.ts';
import type { CalendarLogins } from '../feeds/caldav/logins.ts';
import type { Credentials } from './credentials.ts';
import type { GoogleLogins } from './google/googleLogins.ts';
import { isGoogles, type GoogleServer } from './google/googleServer.ts';

interface LoginParts {
  readonly credentials: Pick<Credentials, 'get' | 'needs'>;
  /** URL of the server of an account; null if it is not known. */
  readonly serverOf: (account: string) => string | null;
  readonly google: { readonly server: GoogleServer; readonly logins: Pick<GoogleLogins, 'login'> };
}

/** The logins for the calendars of accounts, or what the user has to do for them. */
export const accountLogins =
  ({ credentials, serverOf, google }: LoginParts): CalendarLogins =>
  async ({ account, user, url }) => {
    const server = nameOf(url);
    const isGoogle = isGoogles(google.server, url);
    const unknown = () =>
      isGoogle ? accountFailure('account/signInAgain') : accountFailure('account/noPassword', user, server);
    if (account === undefined) return unknown();
    const login = await credentials.get(account);
    if (login !== null) {
      if (isGoogle) return google.logins.login(account);
      // After its account has moved, a calendar that was not found there still has its former address.
      const own = serverOf(account);
      return own === null || mayLogIn(own, url)
        ? success({ user, password: login.password })
        : accountFailure('account/notMoved', nameOf(own));
    }
    const need = await credentials.needs(account);
    if (need === 'keyring') return accountFailure('account/keyringLocked', user, server);
    return need === 'passphrase' ? accountFailure('account/noPassphrase', user, server) : unknown();
  };
