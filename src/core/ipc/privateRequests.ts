import { z } from 'zod';
import { privateNote, privateNotesState } from '../notes/privateNote.ts';
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
  /**
   * Opens a new mail with the note as its text, without sending it. `copied`: the note is too long for that and is on
   * the clipboard.
   */
  'private:compose': {
    args: z.tuple([z.uuid(), z.string().max(320)]),
    reply: resultOf(z.enum(['written', 'copied'])),
  },
} as const;
