import { z } from 'zod';
import { privateNote, privateNotesState } from '../notes/privateNote.ts';
import { resultOf } from '#base';

const passphrase = z.string().max(1024);

/** The part of the contract that is about private notes. */
export const privateRequests = {
  'private:state': { args: z.tuple([]), reply: privateNotesState },
  /** Begins with no notes. @param passphrase null: the system protects them */
  'private:begin': { args: z.tuple([passphrase.nullable()]), reply: resultOf(privateNotesState) },
  'private:unlock': { args: z.tuple([passphrase.nullable()]), reply: resultOf(privateNotesState) },
  'private:lock': { args: z.tuple([]), reply: z.null() },
  'private:save': { args: z.tuple([privateNote]), reply: resultOf(z.null()) },
  'private:remove': { args: z.tuple([z.uuid()]), reply: resultOf(z.null()) },
  /** Asks after a day whether an answer came; false takes that back. Replies with when (ms). */
  'private:remind': { args: z.tuple([z.uuid(), z.boolean()]), reply: resultOf(z.number().nullable()) },
  /**
   * Opens a new mail with the note as its text; nothing is sent. `copied`: it is too long for that, and was put
   * into the clipboard instead.
   */
  'private:compose': {
    args: z.tuple([z.uuid(), z.string().max(320)]),
    reply: resultOf(z.enum(['written', 'copied'])),
  },
} as const;
