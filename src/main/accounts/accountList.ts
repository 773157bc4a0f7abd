import { createHash } from 'node:crypto';
import { account as accountSchema, accountOf, type Account } from '#core/accounts/account.ts';
import { accountName } from '#core/accounts/providers.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { z } from 'zod';
import { createSignal, type Signal } from '#base';
import type { FeedList } from '../feeds/feedList.ts';
import type { Store } from '../ports/store.ts';
import type { ConfigEdits } from '../settings/configEdits.ts';
import type { DiskWriter } from '../storage/diskWriter.ts';

/** The accounts that the user added, in that order, and those that only imported calendars name. */
export interface AccountList {
  all(): readonly Account[];
  find(id: string): Account | null;
  /** Adds an account, or replaces the one with its id. */
  put(account: Account): void;
  /** Adds an account at that place of the order; does nothing if it is there. */
  insert(account: Account, index: number): void;
  remove(id: string): void;
  readonly changed: Signal<void>;
}

/** The id of an account. It depends on the server and the name alone, so it is the same on every computer. @param server URL */
export const accountId = (server: string, user: string): string =>
  `account-${createHash('sha256')
    .update(`${user} ${new URL(server).origin}`)
    .digest('hex')
    .slice(0, 16)}`;

/** Whether two accounts are of one user on one server. */
export const sameAccount = (
  one: Pick<Account, 'server' | 'user'>,
  other: Pick<Account, 'server' | 'user'>,
): boolean => one.user === other.user && URL.parse(one.server)?.origin === URL.parse(other.server)?.origin;

/** The id of an account that is looked up: its own if it is in the list. One that moved away keeps the id of its first server. */
export function idFor(server: string, user: string, accounts: readonly Account[]): string {
  const known = accounts.find((one) => sameAccount(one, { server, user }));
  if (known !== undefined) return known.id;
  const taken = new Set(accounts.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = accountId(server, number === 1 ? user : `${user} ${number}`);
    if (!taken.has(id)) return id;
  }
}

const lenientSection = z.object({ version: z.literal(1), accounts: z.array(z.unknown()) });

/** The accounts of the section as it is stored; a bad entry affects no other. */
export function readAccounts(raw: unknown): readonly Account[] {
  const section = lenientSection.safeParse(raw);
  if (!section.success) return [];
  return section.data.accounts.flatMap((entry) => accountSchema.safeParse(entry).data ?? []);
}

/** The account that a calendar names, as far as the calendar knows it; null if it names none. */
function impliedBy(feed: Feed): Account | null {
  const id = accountOf(feed);
  if (id === null || feed.source.kind !== 'calDav') return null;
  const { user, url, addresses = [] } = feed.source;
  const server = new URL('/', url).href;
  return { id, server, user, name: accountName(server), addresses };
}

/** The stored accounts, and those that only calendars name. */
export function withImplied(stored: readonly Account[], feeds: readonly Feed[]): readonly Account[] {
  const accounts = new Map(stored.map((one) => [one.id, one]));
  for (const feed of feeds) {
    const implied = impliedBy(feed);
    if (implied !== null && !accounts.has(implied.id)) accounts.set(implied.id, implied);
  }
  return [...accounts.values()];
}

interface ListParts {
  readonly feeds: Pick<FeedList, 'all'>;
  readonly writer: Pick<DiskWriter, 'write'>;
  readonly edits: Pick<ConfigEdits, 'taken'>;
}

/** Opens the section `accounts` of the configuration. */
export function openAccountList(
  store: Pick<Store, 'read' | 'write'>,
  { feeds, writer, edits }: ListParts,
): AccountList {
  let stored = readAccounts(store.read('accounts'));
  const changed = createSignal();
  const set = (next: readonly Account[]): void => {
    stored = next;
    void writer.write('accounts', 'your list of calendars', () =>
      store.write('accounts', { version: 1, accounts: stored }),
    );
    changed.emit();
  };
  edits.taken.on((sections) => {
    if (!sections.includes('accounts')) return;
    stored = readAccounts(store.read('accounts'));
    changed.emit();
  });
  const all = (): readonly Account[] => withImplied(stored, feeds.all());
  return {
    all,
    find: (id) => all().find((one) => one.id === id) ?? null,
    put: (one) =>
      set(
        stored.some(({ id }) => id === one.id)
          ? stored.map((known) => (known.id === one.id ? one : known))
          : [...stored, one],
      ),
    insert: (one, index) => {
      if (!stored.some(({ id }) => id === one.id)) set(stored.toSpliced(index, 0, one));
    },
    remove: (id) => set(stored.filter((one) => one.id !== id)),
    changed,
  };
}
