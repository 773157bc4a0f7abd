import { HOUR } from '#base';
import type { Shared } from '../app/composeShared.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import { openAccountList } from './accountList.ts';
import { createAccounts, type AccountParts, type Accounts } from './accounts.ts';
import { feedsOf } from './followCalendars.ts';

/** How often the names of calendars are looked up. A server tells no client that one was renamed. */
const CHECK_EVERY_MS = 6 * HOUR;

/** Creates the accounts, refreshes their calendars when a password becomes known, and checks their names. */
export function composeAccounts(
  shared: Shared,
  feeds: Feeds,
  { credentials, logins, google }: Pick<AccountParts, 'credentials' | 'logins' | 'google'>,
): Accounts {
  const { ports, owned, settings, writer, edits } = shared;
  const list = openAccountList(ports.store, { feeds: feeds.list, writer, edits });
  const accounts = createAccounts(ports, { list, credentials, logins, google, feeds, settings });
  const announce = async (): Promise<void> =>
    ports.ipc.send('accounts:changed', [...(await accounts.states())]);
  owned.use(list.changed.on(() => void announce()));
  owned.use(
    credentials.changed.on((id) => {
      void announce();
      void feeds.sync.refreshNow(feedsOf(feeds, id).map((feed) => feed.id));
    }),
  );

  let timer: Disposable | undefined;
  const checkAndWait = (): void => {
    for (const { id } of list.all()) void accounts.check(id);
    timer = ports.clock.after(CHECK_EVERY_MS, checkAndWait);
  };
  checkAndWait();
  owned.defer(() => timer?.[Symbol.dispose]());
  return accounts;
}
