import type { Account, FoundAccount } from '#core/accounts/account.ts';
import { accountName } from '#core/accounts/providers.ts';
import { accountFailure } from '#core/caldav/problems.ts';
import { hueOf, nearestHue } from '#core/format/hue.ts';
import { success, type Result } from '#base';
import { nameOf } from '../feeds/caldav/davClient.ts';
import { discoverCalendars, type FoundCalendars } from '../feeds/caldav/discoverCalendars.ts';
import type { DavLogin } from '../ports/http.ts';
import type { Ports } from '../ports/ports.ts';
import type { Credentials } from './credentials.ts';
import { feedOfCalendar, idOfCalendar, type FollowParts } from './followCalendars.ts';
import type { Google } from './google/composeGoogle.ts';
import { secretOf } from './google/googleLogins.ts';
import { isGoogles, principalOf } from './google/googleServer.ts';
import type { GoogleClient } from './google/tokenRequests.ts';

/** An account that was looked up, and what is to be stored of its login. */
export interface LookedUp {
  readonly user: string;
  /** As `Credentials` keeps it: a password, or a consent of Google. */
  readonly secret: string;
  readonly found: FoundCalendars;
}

export interface SignedIn {
  readonly secret: string;
  readonly login: DavLogin;
}

/** Looks accounts up. A newer look-up ends the older one, also one that waits for a browser. */
export interface AccountLookUp {
  /** @param given address, domain or email address; @param secret to be stored */
  lookUp(given: string, user: string, login: DavLogin, secret: string): Promise<Result<LookedUp>>;
  /** Signs in with Google in the browser. */
  signIn(client: GoogleClient, email: string): Promise<Result<SignedIn>>;
  /** Signs in, and looks up what Google has. */
  lookUpGoogle(client: GoogleClient, email: string): Promise<Result<LookedUp>>;
  cancel(): void;
}

export interface LookUpParts {
  readonly ports: Pick<Ports, 'http' | 'dns' | 'clock'>;
  readonly google: Google;
}

export function createAccountLookUp({ ports: { http, dns, clock }, google }: LookUpParts): AccountLookUp {
  let looking = new AbortController();
  const begin = (): AbortSignal => {
    looking.abort();
    looking = new AbortController();
    return looking.signal;
  };

  async function discover(
    given: string,
    user: string,
    { login, secret }: SignedIn,
    signal: AbortSignal,
  ): Promise<Result<LookedUp>> {
    const found = await discoverCalendars(
      { http, dns, turn: () => clock.turn() },
      given,
      login,
      signal,
    ).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return accountFailure('account/lookAgain');
    });
    return found.ok ? success({ user, secret, found: withRights(found.value, google) }) : found;
  }

  async function signIn(client: GoogleClient, email: string, signal: AbortSignal): Promise<Result<SignedIn>> {
    const tokens = await google.signIn(client, email, signal);
    if (!tokens.ok) return tokens;
    const { refreshToken } = tokens.value;
    if (refreshToken === null) return accountFailure('account/signInRefused');
    return success({ login: google.logins.unstored(tokens.value), secret: secretOf(client, refreshToken) });
  }

  return {
    lookUp: (given, user, login, secret) => discover(given, user, { login, secret }, begin()),
    signIn: (client, email) => signIn(client, email, begin()),
    lookUpGoogle: async (client, email) => {
      const signal = begin();
      const signed = await signIn(client, email, signal);
      if (!signed.ok) return signed;
      const up = await discover(principalOf(google.server, email), email, signed.value, signal);
      // The token is good, so it is the client's project that may not.
      return !up.ok && up.problem.code === 'account/forbidden'
        ? accountFailure('account/clientForbidden')
        : up;
    },
    cancel: () => looking.abort(),
  };
}

/** Google’s calendars are read-only, whatever it says: the app asks for no right to change them. */
export const withRights = (found: FoundCalendars, { server }: Google): FoundCalendars =>
  isGoogles(server, found.server)
    ? { ...found, calendars: found.calendars.map((one) => ({ ...one, isReadOnly: true })) }
    : found;

/** The account that was looked up. */
export const accountOf = (id: string, { user, found }: LookedUp, { server }: Google): Account => ({
  id,
  server: found.server,
  user,
  name: isGoogles(server, found.server) ? 'Google' : accountName(found.server),
  addresses: found.addresses,
});

/** What the window shows of an account before the user chooses. */
export async function viewOf(
  account: Account,
  { calendars }: FoundCalendars,
  feeds: FollowParts['feeds'],
  credentials: Pick<Credentials, 'keeping'>,
): Promise<FoundAccount> {
  return {
    id: account.id,
    name: account.name,
    user: account.user,
    host: nameOf(account.server),
    calendars: calendars.map(({ url, name, color, isReadOnly }) => {
      const feedId = feedOfCalendar(feeds, account, url)?.id ?? null;
      // As it will look once it is followed.
      const hue = color === null ? hueOf(feedId ?? idOfCalendar(feeds, account, url)) : nearestHue(color);
      return { url, name, hue, isReadOnly, feedId };
    }),
    keeping: await credentials.keeping(),
  };
}
