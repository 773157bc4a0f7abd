import { z } from 'zod';

/** What a user keeps to themselves, for example before writing to a code of conduct committee. */
export const privateNote = z.object({
  /** Random; says nothing of the note. */
  id: z.uuid(),
  text: z.string().max(200_000),
  /** The meeting it was begun in, for its reader; empty where there was none. */
  about: z.string().max(1000),
  /** ms */
  createdAt: z.number(),
  changedAt: z.number(),
});
export type PrivateNote = z.infer<typeof privateNote>;

/** What protects the notes: a key that the system keeps, or a passphrase that nobody keeps. */
export const protection = z.enum(['system', 'passphrase']);
export type Protection = z.infer<typeof protection>;

/** What can be seen of the private notes. Their texts only cross while they are unlocked. */
export const privateNotesState = z.discriminatedUnion('kind', [
  /** There are none yet; `by` is what this computer has to offer. */
  z.object({ kind: z.literal('none'), by: protection }),
  z.object({ kind: z.literal('locked'), by: protection }),
  /** Stored by an earlier version under a key that everybody knows: a passphrase must be chosen for them. */
  z.object({ kind: z.literal('unprotected') }),
  z.object({
    kind: z.literal('open'),
    by: protection,
    notes: z.array(privateNote).readonly(),
    /** When the user is asked whether an answer came (ms), by the note's id. */
    reminders: z.record(z.string(), z.number()),
  }),
]);
export type PrivateNotesState = z.infer<typeof privateNotesState>;

/** Shorter ones are guessed too soon. */
export const SHORTEST_PASSPHRASE = 12;

/** How a note is called in the list of the unlocked ones: its first line. */
export function titleOf({ text }: Pick<PrivateNote, 'text'>): string {
  const line = text.split('\n').find((one) => one.trim() !== '');
  return line?.replace(/^[#\s>*-]+/, '').trim() || 'Empty note';
}
