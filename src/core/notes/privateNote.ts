import { z } from 'zod';

/** A private note, for example before a report to a code of conduct committee. */
export const privateNote = z.object({
  /** Random; reveals nothing about the note. */
  id: z.uuid(),
  text: z.string().max(200_000),
  /** Title of the meeting in which it was started; empty if there was none. */
  about: z.string().max(1000),
  /** ms */
  createdAt: z.number(),
  changedAt: z.number(),
});
export type PrivateNote = z.infer<typeof privateNote>;

/** What protects the notes: a key stored by the system, or a passphrase that is not stored. */
export const protection = z.enum(['system', 'passphrase']);
export type Protection = z.infer<typeof protection>;

/** State of the private notes. Their texts are sent only while they are unlocked. */
export const privateNotesState = z.discriminatedUnion('kind', [
  /** There are none yet; `by` is the protection that this computer offers. */
  z.object({ kind: z.literal('none'), by: protection }),
  z.object({ kind: z.literal('locked'), by: protection }),
  /** Stored by an earlier version with a publicly known key: the user must choose a passphrase. */
  z.object({ kind: z.literal('unprotected') }),
  z.object({
    kind: z.literal('open'),
    by: protection,
    notes: z.array(privateNote).readonly(),
    /** When to ask whether an answer came (ms), by the note's id. */
    reminders: z.record(z.string(), z.number()),
  }),
]);
export type PrivateNotesState = z.infer<typeof privateNotesState>;

/** Shorter passphrases are guessed too fast. */
export const SHORTEST_PASSPHRASE = 12;

/** Label of a note in the list: its first line. */
export function titleOf({ text }: Pick<PrivateNote, 'text'>): string {
  const line = text.split('\n').find((one) => one.trim() !== '');
  return line?.replace(/^[#\s>*-]+/, '').trim() || 'Empty note';
}
