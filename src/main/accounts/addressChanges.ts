import { accountOf as accountOfFeed, type Account, type MovedAccount } from '#core/accounts/account.ts';
import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import { matchCalendars } from '#core/accounts/matchCalendars.ts';
import type { DavCalendar } from '#core/caldav/davCalendar.ts';
import { accountFailure } from '#core/caldav/problems.ts';
import { keepsPassword } from '#core/caldav/serverAddress.ts';
import type { SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import { success, type Result } from '#base';
import { nameOf } from '../feeds/caldav/davClient.ts';
import type { CalendarLogins } from '../feeds/caldav/logins.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import type { Login } from '../ports/http.ts';
import { sameAccount, type AccountList } from './accountList.ts';
import { accountOf, type AccountLookUp } from './accountLookUp.ts';
import type { Credentials } from './credentials.ts';
import { feedOfCalendar, feedsOf, sourceOf } from './followCalendars.ts';
import type { Google } from './google/composeGoogle.ts';
import { isGoogles } from './google/googleServer.ts';

/** Moves accounts to another address. Their calendars stay the same feeds, so that nothing the user decided is lost. */
export interface AddressChanges {
  /**
   * Looks an account up at another address, and says which of its calendars are there; stores nothing.
   * @param password null for the stored one, which is only sent to the server that it is for
   */
  find(id: string, given: string, user: string, password: string | null): Promise<Result<MovedAccount>>;
  /** Moves the account to the address that was looked up last. Calendars that are not there stay as they are. */
  change(id: string, keep: KeepPassword | null): Promise<Result<null>>;
  /** The former address, name and password again; possible until the app ends. */
  takeBack(id: string): Promise<Result<null>>;
}

export interface AddressParts {
  readonly list: AccountList;
  readonly feeds: Pick<Feeds, 'list' | 'sources' | 'sync'>;
  readonly credentials: Pick<Credentials, 'prepare'>;
  readonly logins: CalendarLogins;
  readonly looking: Pick<AccountLookUp, 'lookUp'>;
  readonly google: Google;
}

/** Where an account and its calendars are, by the ids of the feeds. */
interface Place {
  readonly account: Account;
  readonly sources: ReadonlyMap<string, SourceAddressOf<'calDav'>>;
}

/** Ids of the feeds, as far as they are there. */
const idsOf = (sources: Place['sources'], feedIds: readonly string[], isThere: boolean): string[] =>
  feedIds.filter((id) => sources.has(id) === isThere);

/** Where the calendars of an account are now. */
const placeOf = (feeds: AddressParts['feeds'], account: Account): Place => ({
  account,
  sources: new Map(
    feedsOf(feeds, account.id).flatMap(({ id, source }) =>
      source.kind === 'calDav' ? [[id, source] as const] : [],
    ),
  ),
});

/** Moves the calendars, and fetches them there. Those that the place does not name stay as they are. */
function moveFeeds({ list, sources, sync }: AddressParts['feeds'], place: Place): void {
  for (const feed of feedsOf({ list }, place.account.id)) {
    const source = place.sources.get(feed.id);
    if (source === undefined) continue;
    const former = sources(feed.source);
    list.put({ ...feed, source });
    // What is kept to fetch only changes is of the former address.
    if (former.location !== sources(source).location) void former.discard();
  }
  for (const { id } of feedsOf({ list }, place.account.id)) void sync.restart(id);
}

/** The calendars of a found account that each of its feeds follows there. */
function matchFeeds(
  feeds: AddressParts['feeds'],
  account: Account,
  calendars: readonly DavCalendar[],
): Place['sources'] {
  const followed = feedsOf(feeds, account.id).flatMap(({ id, name, source }) =>
    source.kind === 'calDav' ? [{ id, name, url: source.url }] : [],
  );
  const free = calendars.filter(({ url }) => {
    const follower = feedOfCalendar(feeds, account, url);
    return follower === undefined || accountOfFeed(follower) === account.id;
  });
  const matches = matchCalendars(followed, free);
  return new Map([...matches].map(([id, calendar]) => [id, sourceOf(account, calendar)]));
}

export function createAddressChanges(parts: AddressParts): AddressChanges {
  const { list, feeds, credentials, logins, looking, google } = parts;
  /** What was looked up last, and the login that is to be stored; null keeps the stored one. */
  let found: { readonly place: Place; readonly login: Login | null } | null = null;
  const former = new Map<string, { readonly place: Place; readonly restoreLogin: () => void }>();

  return {
    find: async (id, given, user, password) => {
      found = null;
      const before = list.find(id);
      if (before === null) return accountFailure('account/unknown');
      const { server } = before;
      if (isGoogles(google.server, server)) return accountFailure('account/noBasic', nameOf(server));
      if (password === null && !keepsPassword(before, given, user))
        return accountFailure('account/passwordWanted', nameOf(server));
      const login =
        password === null
          ? await logins({ account: id, user, url: server })
          : success<Login>({ user, password });
      if (!login.ok) return login;
      const up = await looking.lookUp(given, user, login.value, password ?? '');
      if (!up.ok) return up;
      const account = accountOf(id, up.value, google);
      if (list.all().some((other) => other.id !== id && sameAccount(other, account)))
        return accountFailure('account/alreadyThere', account.name, user);
      const feedIds = feedsOf(feeds, id).map((feed) => feed.id);
      const sources = matchFeeds(feeds, account, up.value.found.calendars);
      const host = nameOf(account.server);
      if (feedIds.length > 0 && sources.size === 0) return accountFailure('account/noneThere', host);
      found = { place: { account, sources }, login: password === null ? null : { user, password } };
      return success({
        host,
        there: idsOf(sources, feedIds, true),
        missing: idsOf(sources, feedIds, false),
      });
    },
    change: async (id, keep) => {
      if (found?.place.account.id !== id) return accountFailure('account/lookAgain');
      const { place, login } = found;
      const storing = login === null ? null : await credentials.prepare(id, login.user, login.password, keep);
      if (storing?.ok === false) return storing;
      const before = list.find(id);
      if (before === null) return accountFailure('account/unknown');
      found = null;
      const placeBefore = placeOf(feeds, before);
      // All at once: no request finds the new password beside the former address.
      const restoreLogin = storing?.value() ?? (() => undefined);
      list.put(place.account);
      moveFeeds(feeds, place);
      former.set(id, { place: placeBefore, restoreLogin });
      return success(null);
    },
    takeBack: async (id) => {
      const known = former.get(id);
      former.delete(id);
      if (known === undefined || list.find(id) === null) return accountFailure('account/unknown');
      known.restoreLogin();
      list.put(known.place.account);
      moveFeeds(feeds, known.place);
      return success(null);
    },
  };
}
