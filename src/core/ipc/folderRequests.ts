import { z } from 'zod';
import { folderCopy, folderMove } from '../notes/folderMove.ts';
import { resultOf } from '#base';

/** The part of the contract about the notes folder. */
export const folderRequests = {
  /** Asks for a folder and makes it the notes folder; null if cancelled. */
  'notes:chooseFolder': { args: z.tuple([]), reply: resultOf(folderMove.nullable()) },
  /** Copies the notes of the previous folder; overwrites and removes nothing. */
  'notes:copyLeft': { args: z.tuple([]), reply: resultOf(folderCopy) },
} as const;
