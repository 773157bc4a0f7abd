import { z } from 'zod';
import { folderCopy, folderMove } from '../notes/folderMove.ts';
import { resultOf } from '#base';

/** The part of the contract that is about where the notes are. */
export const folderRequests = {
  /** Asks for a folder and keeps the notes there; null when the user cancelled. */
  'notes:chooseFolder': { args: z.tuple([]), reply: resultOf(folderMove.nullable()) },
  /** Copies what is in the folder of before; nothing is overwritten or removed. */
  'notes:copyLeft': { args: z.tuple([]), reply: resultOf(folderCopy) },
} as const;
