import {
  accountOf as accountOfFeed,
  type Account,
  type AccountState,
  type FoundAccount,
} from '#core/accounts/account.ts';
import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import { accountName } from '#core/accounts/providers.ts';
import { accountFailure } from '#core/caldav/problems.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { nearestHue } from '#core/format/hue.ts';
import { success, type Result } from '#base';
import { nameOf } from '../feeds/caldav/davClient.ts';
import { discoverCalendars, type FoundCalendars } from '../feeds/caldav/discoverCalendars.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import type { Login } from '../ports/http.ts';
import type { Ports } from '../ports/ports.ts';
import { accountId, type AccountList } from './accountList.ts';
import type { Credentials } from './credentials.ts';
import {
  feedOfCalendar,
  feedsOf,
  followCalendars,
  renameCalendars,
  type FollowParts,
} from './followCalendars.ts';

/** The accounts on calendar servers. Each chosen calendar is a feed of its own. */
export interface Accounts {
  states(): Promise<readonly AccountState[]>;
  /** Looks an account up. Nothing is stored before `add`. @param given address, domain or email address */
  find(given: string, login: Login): Promise<Result<FoundAccount>>;
  /** Adds the account that was looked up last, and follows these calendars of it. */
  add(id: string, urls: readonly string[], keep: KeepPassword | null): Promise<Result<null>>;
  /** Looks the calendars of an account up again. */
  calendars(id: string): Promise<Result<FoundAccount>>;
  /** Stores another password, unless the server refuses it. */
  setPassword(id: string, password: string, keep: KeepPassword | null): Promise<Result<null>>;
  /** Removes an account with its calendars and its password. */
  remove(id: string): Promise<Result<null>>;
  /** Undoes `remove`, until the app ends. */
  restore(id: string): Promise<Result<null>>;
  /** A calendar of an account came back: so does its account, if it was removed meanwhile. */
  cameBack(feed: Feed): void;
  /** Takes the names of the calendars and the user's addresses from the server. Never rejects. */
  check(id: string): Promise<void>;
  /** As `check`, for the account of a feed; does nothing for other feeds. */
  checkOf(feed: Feed): Promise<void>;
}

export interface AccountParts extends FollowParts {
  readonly feeds: Pick<Feeds, 'list' | 'sources' | 'sync' | 'removed'>;
  readonly list: AccountList;
  readonly credentials: Credentials;
}

/** The server could not be asked, which says nothing about the password. */
const UNASKED: ReadonlySet<string> = new Set([
  'feed/unreachable',
  'feed/silent',
  'feed/serverTrouble',
  'feed/tooOften',
]);

interface LookedUp {
  readonly login: Login;
  readonly found: FoundCalendars;
}

interface Removed {
  readonly account: Account;
  /** Its place in the list. */
  readonly index: number;
  readonly feedIds: readonly string[];
  readonly restorePassword: () => void;
}

export function createAccounts(
  { http, dns }: Pick<Ports, 'http' | 'dns'>,
  { list, credentials, feeds, settings }: AccountParts,
): Accounts {
  /** What was looked up last, by the account's id. */
  let lookedUp: { readonly id: string; readonly up: LookedUp } | null = null;
  let looking = new AbortController();
  const removed = new Map<string, Removed>();

  const accountOf = (id: string, { login, found }: LookedUp): Account => ({
    id,
    server: found.server,
    user: login.user,
    name: accountName(found.server),
    addresses: found.addresses,
  });

  /** A newer look-up ends the older one. */
  async function lookUp(given: string, login: Login): Promise<Result<LookedUp>> {
    looking.abort();
    looking = new AbortController();
    const { signal } = looking;
    const found = await discoverCalendars({ http, dns }, given, login, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return accountFailure('account/lookAgain');
    });
    return found.ok ? success({ login, found: found.value }) : found;
  }

  async function viewOf(account: Account, { calendars }: FoundCalendars): Promise<FoundAccount> {
    return {
      id: account.id,
      name: account.name,
      user: account.user,
      host: nameOf(account.server),
      calendars: calendars.map(({ url, name, color, isReadOnly }) => ({
        url,
        name,
        hue: color === null ? null : nearestHue(color),
        isReadOnly,
        feedId: feedOfCalendar(feeds, account, url)?.id ?? null,
      })),
      keeping: await credentials.keeping(),
    };
  }

  async function check(id: string): Promise<void> {
    const [account, login] = [list.find(id), await credentials.get(id)];
    if (account === null || login === null) return;
    const { signal } = new AbortController();
    const found = await discoverCalendars({ http, dns }, account.server, login, signal);
    if (!found.ok || list.find(id) === null) return;
    const { addresses, calendars } = found.value;
    const now = { ...account, addresses };
    if (JSON.stringify(account) !== JSON.stringify(now)) list.put(now);
    renameCalendars(feeds, now, calendars);
  }

  /** The account itself and its password, without its calendars; null if it was not removed. */
  function bringBack(id: string): Removed | null {
    const known = removed.get(id) ?? null;
    removed.delete(id);
    if (known === null) return null;
    known.restorePassword();
    list.insert(known.account, known.index);
    return known;
  }

  /** Running checks: one for all calendars of an account. */
  const checks = new Map<string, Promise<void>>();
  const checkOnce = (id: string): Promise<void> => {
    const run =
      checks.get(id) ??
      check(id)
        .catch(() => undefined)
        .finally(() => checks.delete(id));
    checks.set(id, run);
    return run;
  };

  return {
    states: () =>
      Promise.all(
        list.all().map(async ({ id, server, user, name }) => ({
          id,
          server,
          user,
          name,
          host: nameOf(server),
          need: await credentials.needs(id),
        })),
      ),
    find: async (given, login) => {
      const up = await lookUp(given, login);
      if (!up.ok) return up;
      const id = accountId(up.value.found.server, login.user);
      lookedUp = { id, up: up.value };
      return success(await viewOf(accountOf(id, up.value), up.value.found));
    },
    add: async (id, urls, keep) => {
      if (lookedUp?.id !== id) return accountFailure('account/lookAgain');
      const { login, found } = lookedUp.up;
      const stored = await credentials.set(id, login.user, login.password, keep);
      if (!stored.ok) return stored;
      const account = accountOf(id, lookedUp.up);
      list.put(account);
      followCalendars(
        { feeds, settings },
        account,
        found.calendars.filter(({ url }) => urls.includes(url)),
      );
      return success(null);
    },
    calendars: async (id) => {
      const account = list.find(id);
      if (account === null) return accountFailure('account/unknown');
      const login = await credentials.get(id);
      if (login === null) return accountFailure('account/noPassword', account.user, nameOf(account.server));
      const up = await lookUp(account.server, login);
      if (!up.ok) return up;
      lookedUp = { id, up: up.value };
      return success(await viewOf(account, up.value.found));
    },
    setPassword: async (id, password, keep) => {
      const account = list.find(id);
      if (account === null) return accountFailure('account/unknown');
      const login = { user: account.user, password };
      const up = await lookUp(account.server, login);
      if (!up.ok && !UNASKED.has(up.problem.code)) return up;
      const stored = await credentials.set(id, account.user, password, keep);
      if (stored.ok && up.ok) list.put({ ...account, addresses: up.value.found.addresses });
      return stored;
    },
    remove: async (id) => {
      const account = list.find(id);
      if (account === null) return accountFailure('account/unknown');
      const followed = feedsOf(feeds, id);
      const index = list.all().indexOf(account);
      for (const feed of followed) await feeds.removed.remove(feed);
      list.remove(id);
      const restorePassword = credentials.remove(id);
      removed.set(id, { account, index, feedIds: followed.map((feed) => feed.id), restorePassword });
      return success(null);
    },
    restore: async (id) => {
      const known = bringBack(id);
      if (known === null) return accountFailure('account/unknown');
      // The last first: each was removed from the place that it had without those before it.
      for (const feedId of known.feedIds.toReversed()) await feeds.removed.restore(feedId);
      return success(null);
    },
    cameBack: (feed) => void bringBack(accountOfFeed(feed) ?? ''),
    check: checkOnce,
    checkOf: async (feed) => {
      const id = accountOfFeed(feed);
      if (id !== null) await checkOnce(id);
    },
  };
}
