import { accountOf, type Account } from '#core/accounts/account.ts';
import { accountFailure } from '#core/caldav/problems.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { success, type Result } from '#base';
import type { Feeds } from '../feeds/composeFeeds.ts';
import type { AccountList } from './accountList.ts';
import type { Credentials } from './credentials.ts';
import { feedsOf } from './followCalendars.ts';
import type { Google } from './google/composeGoogle.ts';
import { isGoogles } from './google/googleServer.ts';

/** Removes accounts. What it deletes stays in memory until the app ends, so that it can be undone. */
export interface RemovedAccounts {
  remove(account: Account): Promise<Result<null>>;
  restore(id: string): Promise<Result<null>>;
  /** A calendar of an account came back: so does its account. */
  cameBack(feed: Feed): void;
}

interface Removed {
  readonly account: Account;
  /** Its place in the list. */
  readonly index: number;
  readonly feedIds: readonly string[];
  readonly restorePassword: () => void;
}

export interface RemovedAccountsParts {
  readonly feeds: Pick<Feeds, 'list' | 'removed'>;
  readonly list: AccountList;
  readonly credentials: Pick<Credentials, 'get' | 'remove'>;
  readonly google: Google;
}

export function createRemovedAccounts(parts: RemovedAccountsParts): RemovedAccounts {
  const { feeds, list, credentials, google } = parts;
  const removed = new Map<string, Removed>();

  /** Deletes the password; the consent at Google ends too. @returns how to undo that */
  async function removeLogin({ id, server }: Account): Promise<() => void> {
    const secret = isGoogles(google.server, server) ? ((await credentials.get(id))?.password ?? null) : null;
    const restore = credentials.remove(id);
    google.logins.forget(id);
    if (secret === null) return restore;
    const callOff = google.logins.revokeLater(secret);
    return () => {
      callOff();
      restore();
    };
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

  return {
    remove: async (account) => {
      const { id } = account;
      const followed = feedsOf(feeds, id);
      const index = list.all().findIndex((one) => one.id === id);
      for (const feed of followed) await feeds.removed.remove(feed);
      list.remove(id);
      const restorePassword = await removeLogin(account);
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
    cameBack: (feed) => void bringBack(accountOf(feed) ?? ''),
  };
}
