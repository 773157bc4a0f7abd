import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import type { Result } from '#base';
import type { Credentials } from '../accounts/credentials.ts';
import type { Login } from '../ports/http.ts';
import { feedId } from './newFeed.ts';

/** The logins of calendars on the web that are no account’s, by their URL. */
export interface FeedLogins {
  /** Null if there is none, and `locked` if there is one that cannot be read now. */
  get(url: string): Promise<Login | 'locked' | null>;
  /** Uses this login for the URL until it is kept, or another one is tried. */
  try(url: string, login: Login): void;
  /** Stores a login. @param keep how, without the system's keyring */
  keep(url: string, login: Login, keep: KeepPassword | null): Promise<Result<null>>;
  /** Deletes it. If its feed is followed again before the app ends, it is back. */
  discard(url: string): void;
}

const idOf = (url: string): string => `feed-${feedId(url)}`;

export function createFeedLogins(
  credentials: Pick<Credentials, 'get' | 'set' | 'remove' | 'userOf'>,
): FeedLogins {
  let trial: { readonly url: string; readonly login: Login } | null = null;
  const removed = new Map<string, () => void>();
  return {
    get: async (url) => {
      if (trial?.url === url) return trial.login;
      removed.get(url)?.();
      removed.delete(url);
      const known = await credentials.get(idOf(url));
      return known ?? (credentials.userOf(idOf(url)) === null ? null : 'locked');
    },
    try: (url, login) => {
      trial = { url, login };
    },
    keep: async (url, login, keep) => {
      const outcome = await credentials.set(idOf(url), login.user, login.password, keep);
      if (outcome.ok && trial?.url === url) trial = null;
      return outcome;
    },
    discard: (url) => {
      if (trial?.url === url) trial = null;
      if (credentials.userOf(idOf(url)) !== null) removed.set(url, credentials.remove(idOf(url)));
    },
  };
}
