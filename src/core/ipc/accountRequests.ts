import { z } from 'zod';
import { accountState, foundAccount, movedAccount } from '../accounts/account.ts';
import { keepPassword, passwordKeeping } from '../accounts/keepPassword.ts';
import { resultOf } from '#base';
import { name } from './identifier.ts';

const password = z.string().min(1).max(1024);
const calendarUrls = z.array(z.string().max(4096)).max(1000).readonly();

/** The user's own client at Google. */
const googleClient = z.object({
  clientId: z.string().min(1).max(400),
  clientSecret: z.string().min(1).max(400),
});

/** The part of the contract about accounts on calendar servers. Passwords go to main only. */
export const accountRequests = {
  'accounts:list': { args: z.tuple([]), reply: z.array(accountState) },
  /** How passwords are kept on this computer; may ask the user to unlock the keyring. */
  'accounts:keeping': { args: z.tuple([]), reply: passwordKeeping },
  /** Looks an account up: its address, domain or email address, name and password. Stores nothing. */
  'accounts:find': {
    args: z.tuple([z.string().max(4096), z.string().min(1).max(1000), password]),
    reply: resultOf(foundAccount),
  },
  /** Opens Google's page in the browser, waits for the user, and looks the account up. Stores nothing. */
  'accounts:findGoogle': {
    args: z.tuple([z.string().min(1).max(1000), googleClient]),
    reply: resultOf(foundAccount),
  },
  /** Ends a look-up, also one that waits for the browser. */
  'accounts:cancel': { args: z.tuple([]), reply: z.null() },
  /** As `accounts:findGoogle`, for an account that is there. Null: with the client of the last time. */
  'accounts:signInAgain': {
    args: z.tuple([name, googleClient.nullable(), keepPassword.nullable()]),
    reply: resultOf(z.null()),
  },
  /**
   * Adds the account that was looked up last, with these calendars; or follows more calendars of an account.
   * @param keep without a keyring: how the password is kept
   */
  'accounts:add': { args: z.tuple([name, calendarUrls, keepPassword.nullable()]), reply: resultOf(z.null()) },
  /** Looks the calendars of an account up again. */
  'accounts:calendars': { args: z.tuple([name]), reply: resultOf(foundAccount) },
  /**
   * Looks an account up at another address (address, name, password), and says which of its calendars are there. Stores
   * nothing. Without a password the stored one is used, if the server and the name are the same.
   */
  'accounts:findAddress': {
    args: z.tuple([name, z.string().max(4096), z.string().min(1).max(1000), password.nullable()]),
    reply: resultOf(movedAccount),
  },
  /** Moves an account to the address that was looked up last. Its calendars stay the same feeds. */
  'accounts:changeAddress': { args: z.tuple([name, keepPassword.nullable()]), reply: resultOf(z.null()) },
  /** Undoes `accounts:changeAddress`; possible until the app ends. */
  'accounts:takeBackAddress': { args: z.tuple([name]), reply: resultOf(z.null()) },
  /** Stores another password, unless the server refuses it. */
  'accounts:password': {
    args: z.tuple([name, password, keepPassword.nullable()]),
    reply: resultOf(z.null()),
  },
  /** Opens the passwords under the passphrase of the private notes. */
  'accounts:unlock': { args: z.tuple([z.string().max(1024)]), reply: resultOf(z.null()) },
  /** Removes an account with its calendars and its password. */
  'accounts:remove': { args: z.tuple([name]), reply: resultOf(z.null()) },
  /** Undoes `accounts:remove`; possible until the app ends. */
  'accounts:restore': { args: z.tuple([name]), reply: resultOf(z.null()) },
} as const;

export const accountEvents = { 'accounts:changed': z.array(accountState) } as const;
