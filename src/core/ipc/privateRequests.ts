import { z } from 'zod';
import { privateNote, privateNotesState, protection } from '../notes/privateNote.ts';
import { resultOf } from '#base';

const passphrase = z.string().max(1024);

/** The part of the contract about private notes. */
export const privateRequests = {
  'private:state': { args: z.tuple([]), reply: privateNotesState },
  /** Starts without notes. @param passphrase null: the system protects them */
  'private:begin': { args: z.tuple([passphrase.nullable()]), reply: resultOf(privateNotesState) },
  'private:unlock': { args: z.tuple([passphrase.nullable()]), reply: resultOf(privateNotesState) },
  'private:lock': { args: z.tuple([]), reply: z.null() },
  'private:save': { args: z.tuple([privateNote]), reply: resultOf(z.null()) },
  'private:remove': { args: z.tuple([z.uuid()]), reply: resultOf(z.null()) },
  /** Asks after a day whether an answer came; false cancels that. Replies with the time (ms). */
  'private:remind': { args: z.tuple([z.uuid(), z.boolean()]), reply: resultOf(z.number().nullable()) },
  /** Opens a new mail without the note's text, and sends nothing. @param to null: the user fills it in */
  'private:compose': { args: z.tuple([z.string().max(320).nullable()]), reply: resultOf(z.null()) },
  /** Copies the note's text; after a minute the clipboard is cleared if it still holds the text. */
  'private:copy': { args: z.tuple([z.uuid()]), reply: resultOf(z.null()) },
  /** Keeps the file of the locked notes aside and starts without notes. Replies with the path of the kept file. */
  'private:leave': { args: z.tuple([]), reply: resultOf(z.string()) },
  /** Undoes `private:leave`, as long as no new notes were started. */
  'private:takeBack': { args: z.tuple([]), reply: resultOf(privateNotesState) },
  /** The protection that this computer offers now; may ask the user to unlock the keyring. */
  'private:offered': { args: z.tuple([]), reply: protection },
  /**
   * Protects the unlocked notes by something else. @param current passphrase; null if the system protects them
   * @param next passphrase; null: the system protects them from now on
   */
  'private:protect': {
    args: z.tuple([passphrase.nullable(), passphrase.nullable()]),
    reply: resultOf(privateNotesState),
  },
  /** Asks where to write all notes as an age file. Replies with its path; null if cancelled. */
  'private:export': { args: z.tuple([passphrase]), reply: resultOf(z.string().nullable()) },
} as const;
