import {
  accountOf as accountOfFeed,
  type Account,
  type AccountState,
  type FoundAccount,
} from '#core/accounts/account.ts';
import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import { accountFailure } from '#core/caldav/problems.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { success, type Result } from '#base';
import type { CalendarLogins } from '../feeds/caldav/logins.ts';
import { nameOf } from '../feeds/caldav/davClient.ts';
import { discoverCalendars } from '../feeds/caldav/discoverCalendars.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import type { Login } from '../ports/http.ts';
import type { Ports } from '../ports/ports.ts';
import { createAddressChanges, type AddressChanges } from './addressChanges.ts';
import { idFor, type AccountList } from './accountList.ts';
import { accountOf, createAccountLookUp, viewOf, withRights, type LookedUp } from './accountLookUp.ts';
import type { Credentials } from './credentials.ts';
import { followCalendars, renameCalendars, type FollowParts } from './followCalendars.ts';
import type { Google } from './google/composeGoogle.ts';
import { readConsent } from './google/googleLogins.ts';
import { isGoogles } from './google/googleServer.ts';
import type { GoogleClient } from './google/tokenRequests.ts';
import { createRemovedAccounts, type RemovedAccounts } from './removedAccounts.ts';

/** The accounts on calendar servers. Each chosen calendar is a feed of its own. */
export interface Accounts extends Pick<RemovedAccounts, 'restore' | 'cameBack'> {
  states(): Promise<readonly AccountState[]>;
  /** Looks an account up. Nothing is stored before `add`. @param given address, domain or email address */
  find(given: string, login: Login): Promise<Result<FoundAccount>>;
  /** Signs in with Google in the browser, and looks the account up; stores nothing. */
  findGoogle(email: string, client: GoogleClient): Promise<Result<FoundAccount>>;
  /** Adds the account that was looked up last, and follows these calendars of it. */
  add(id: string, urls: readonly string[], keep: KeepPassword | null): Promise<Result<null>>;
  /** Looks the calendars of an account up again. */
  calendars(id: string): Promise<Result<FoundAccount>>;
  /** Moves accounts to another address. */
  readonly address: AddressChanges;
  /** URL of the server of an account; null if there is no such account. */
  serverOf(id: string): string | null;
  /** Stores another password, unless the server refuses it. */
  setPassword(id: string, password: string, keep: KeepPassword | null): Promise<Result<null>>;
  /** Signs in with Google again. @param client null for the one of the last time */
  signInAgain(id: string, client: GoogleClient | null, keep: KeepPassword | null): Promise<Result<null>>;
  /** Ends a look-up, also one that waits for a browser. */
  cancel(): void;
  /** Removes an account with its calendars and its password, and ends a consent at Google. */
  remove(id: string): Promise<Result<null>>;
  /** Takes the names of the calendars and the user's addresses from the server. Never rejects. */
  check(id: string): Promise<void>;
  /** As `check`, for the account of a feed; does nothing for other feeds. */
  checkOf(feed: Feed): Promise<void>;
}

export interface AccountParts extends FollowParts {
  readonly feeds: Pick<Feeds, 'list' | 'sources' | 'sync' | 'removed'>;
  readonly list: AccountList;
  readonly credentials: Credentials;
  readonly logins: CalendarLogins;
  readonly google: Google;
}

/** The server could not be asked, which says nothing about the password. */
const UNASKED: ReadonlySet<string> = new Set([
  'feed/unreachable',
  'feed/silent',
  'feed/serverTrouble',
  'feed/tooOften',
]);

export function createAccounts(ports: Pick<Ports, 'http' | 'dns' | 'clock'>, parts: AccountParts): Accounts {
  const { list, credentials, feeds, settings, logins, google } = parts;
  const looking = createAccountLookUp({ ports, google });
  const removed = createRemovedAccounts(parts);
  const checks = createAccountChecks(ports, parts);
  const address = createAddressChanges({ ...parts, looking });
  /** What was looked up last, by the account's id. */
  let lookedUp: { readonly id: string; readonly up: LookedUp } | null = null;

  /** What was looked up, for the user to choose from. */
  async function offer(up: Result<LookedUp>): Promise<Result<FoundAccount>> {
    if (!up.ok) return up;
    const id = idFor(up.value.found.server, up.value.user, list.all());
    lookedUp = { id, up: up.value };
    return success(await viewOf(accountOf(id, up.value, google), up.value.found, feeds, credentials));
  }

  return {
    address,
    serverOf: (id) => list.find(id)?.server ?? null,
    restore: (id) => removed.restore(id),
    cameBack: (feed) => removed.cameBack(feed),
    check: (id) => checks.check(id),
    checkOf: (feed) => checks.checkOf(feed),
    cancel: () => looking.cancel(),
    states: () => Promise.all(list.all().map((account) => stateOf(account, parts))),
    find: async (given, login) => offer(await looking.lookUp(given, login.user, login, login.password)),
    findGoogle: async (email, client) => offer(await looking.lookUpGoogle(client, email)),
    add: async (id, urls, keep) => {
      if (lookedUp?.id !== id) return accountFailure('account/lookAgain');
      const { user, secret, found } = lookedUp.up;
      google.logins.forget(id);
      const stored = await credentials.set(id, user, secret, keep);
      if (!stored.ok) return stored;
      const account = accountOf(id, lookedUp.up, google);
      list.put(account);
      const chosen = found.calendars.filter(({ url }) => urls.includes(url));
      followCalendars({ feeds, settings }, account, chosen);
      return success(null);
    },
    calendars: async (id) => {
      const account = list.find(id);
      if (account === null) return accountFailure('account/unknown');
      const { server, user } = account;
      const [login, stored] = [await logins({ account: id, user, url: server }), await credentials.get(id)];
      if (!login.ok) return login;
      const up = await looking.lookUp(server, user, login.value, stored?.password ?? '');
      if (!up.ok) return up;
      lookedUp = { id, up: up.value };
      return success(await viewOf(account, up.value.found, feeds, credentials));
    },
    setPassword: async (id, password, keep) => {
      const account = list.find(id);
      if (account === null) return accountFailure('account/unknown');
      const { user, server } = account;
      const up = await looking.lookUp(server, user, { user, password }, password);
      if (!up.ok && !UNASKED.has(up.problem.code)) return up;
      const stored = await credentials.set(id, user, password, keep);
      if (stored.ok && up.ok) list.put({ ...account, addresses: up.value.found.addresses });
      return stored;
    },
    signInAgain: async (id, client, keep) => {
      const account = list.find(id);
      if (account === null) return accountFailure('account/unknown');
      const own = client ?? readConsent((await credentials.get(id))?.password ?? '');
      if (own === null) return accountFailure('account/badClient');
      const { clientId, clientSecret } = own;
      const signed = await looking.signIn({ clientId, clientSecret }, account.user);
      if (!signed.ok) return signed;
      google.logins.forget(id);
      return credentials.set(id, account.user, signed.value.secret, keep);
    },
    remove: async (id) => {
      const account = list.find(id);
      return account === null ? accountFailure('account/unknown') : removed.remove(account);
    },
  };
}

const stateOf = async (
  { id, server, user, name }: Account,
  { credentials, google }: Pick<AccountParts, 'credentials' | 'google'>,
): Promise<AccountState> => ({
  id,
  server,
  user,
  name,
  host: nameOf(server),
  need: await credentials.needs(id),
  signsInBy: isGoogles(google.server, server) ? 'google' : 'password',
});

/** Takes what the servers say about accounts. */
function createAccountChecks(
  { http, dns, clock }: Pick<Ports, 'http' | 'dns' | 'clock'>,
  { list, logins, feeds, google }: AccountParts,
): Pick<Accounts, 'check' | 'checkOf'> {
  async function ask(id: string): Promise<void> {
    const account = list.find(id);
    if (account === null) return;
    const { user, server } = account;
    const login = await logins({ account: id, user, url: server });
    if (!login.ok) return;
    const { signal } = new AbortController();
    const found = await discoverCalendars(
      { http, dns, turn: () => clock.turn() },
      server,
      login.value,
      signal,
    );
    // It was removed or moved meanwhile.
    if (!found.ok || list.find(id)?.server !== server) return;
    const { addresses, calendars } = withRights(found.value, google);
    const now = { ...account, addresses };
    if (JSON.stringify(account) !== JSON.stringify(now)) list.put(now);
    renameCalendars(feeds, now, calendars);
  }

  /** Running checks: one for all calendars of an account. */
  const running = new Map<string, Promise<void>>();
  const check = (id: string): Promise<void> => {
    const run =
      running.get(id) ??
      ask(id)
        .catch(() => undefined)
        .finally(() => running.delete(id));
    running.set(id, run);
    return run;
  };
  return {
    check,
    checkOf: async (feed) => {
      const id = accountOfFeed(feed);
      if (id !== null) await check(id);
    },
  };
}
