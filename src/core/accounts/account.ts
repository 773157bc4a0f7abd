import { z } from 'zod';
import type { Feed } from '../feeds/feed.ts';
import { hue } from '../format/hue.ts';
import { loginNeed, passwordKeeping } from './keepPassword.ts';

/** An account on a calendar server (CalDAV). Its password is stored elsewhere, under its id. */
export const account = z.object({
  id: z.string().regex(/^account-[0-9a-f]{16}$/),
  /** URL at which its calendars were found; without a login. */
  server: z.string().regex(/^https?:\/\//i),
  /** The name to log in with. */
  user: z.string().min(1).max(1000),
  /** What the window calls it: the provider, or the host of the server. */
  name: z.string().max(1000),
  /** The user's own mail addresses, as the server names them (RFC 6638 §2.4.1); lower case. */
  addresses: z.array(z.string()).max(100).readonly(),
});
export type Account = z.infer<typeof account>;

/** The section `accounts` of config.json. */
export const accountSection = z.object({ version: z.literal(1), accounts: z.array(account) });

/** An account as the window shows it. */
export const accountState = account.omit({ addresses: true }).extend({
  /** Host of its server. */
  host: z.string(),
  need: loginNeed,
  /** `google`: in the browser, with an OAuth client of the user's own. */
  signsInBy: z.enum(['password', 'google']),
});
export type AccountState = z.infer<typeof accountState>;

/** One calendar of an account, which may be followed. */
export const accountCalendar = z.object({
  url: z.string(),
  name: z.string(),
  /** The offered hue that is nearest to the server's colour; if the server names none, that of its feed. */
  hue,
  isReadOnly: z.boolean(),
  /** Id of the feed that follows it; null if it is not followed. */
  feedId: z.string().nullable(),
});
export type AccountCalendar = z.infer<typeof accountCalendar>;

/** What an account has, before the user chooses. */
export const foundAccount = z.object({
  id: z.string(),
  name: z.string(),
  user: z.string(),
  host: z.string(),
  calendars: z.array(accountCalendar).readonly(),
  keeping: passwordKeeping,
});
export type FoundAccount = z.infer<typeof foundAccount>;

/** An account as it was found at another address, before it is changed. */
export const movedAccount = z.object({
  /** Host of the server. */
  host: z.string(),
  /** Ids of the feeds whose calendars are there. */
  there: z.array(z.string()).readonly(),
  /** Ids of the other feeds of the account: they keep their last copy. */
  missing: z.array(z.string()).readonly(),
});
export type MovedAccount = z.infer<typeof movedAccount>;

/** Id of the account of a feed; null if it belongs to none. */
export const accountOf = ({ source }: Pick<Feed, 'source'>): string | null =>
  source.kind === 'calDav' ? (source.account ?? null) : null;

/**
 * The calendars that are chosen at first: those that the user may change, which are usually their own. Holidays, birthdays and
 * calendars of others are offered. If all are read-only, all are chosen.
 */
export function chosenAtFirst(calendars: readonly AccountCalendar[]): readonly AccountCalendar[] {
  const own = calendars.filter(({ isReadOnly }) => !isReadOnly);
  return own.length > 0 ? own : calendars;
}
