import { z } from 'zod';
import { protection } from '../notes/privateNote.ts';

/** How a password is kept: what the user chooses where the system has no keyring. The keyring is used wherever there is one. */
export const keepPassword = z.discriminatedUnion('kind', [
  /** In memory: the app asks for it after each start. */
  z.object({ kind: z.literal('session') }),
  /** In a file, encrypted with the passphrase of the private notes, which starts them if there are none. */
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().max(1024) }),
]);
export type KeepPassword = z.infer<typeof keepPassword>;

/** What this computer offers for keeping passwords. */
export const passwordKeeping = z.object({
  /** The system's keyring keeps them, without a question. */
  hasKeyring: z.boolean(),
  /** What protects the private notes; null if there are none yet, so that a passphrase starts them. */
  privateNotesBy: protection.nullable(),
});
export type PasswordKeeping = z.infer<typeof passwordKeeping>;

/**
 * What the app needs before it can use a stored login: nothing, the password itself, the passphrase of the private notes, or that
 * the system's keyring is unlocked.
 */
export const loginNeed = z.enum(['nothing', 'password', 'passphrase', 'keyring']);
export type LoginNeed = z.infer<typeof loginNeed>;
