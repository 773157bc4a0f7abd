import { z } from 'zod';
import { resultOf } from '#base';

/** The notes are kept in another folder from now on. Absolute paths. */
export const folderMove = z.object({
  folder: z.string(),
  /** Where they were before, and where those of before still are. */
  before: z.string(),
  /** How many notes that are. */
  left: z.number(),
  /** They can be copied to the new folder: neither folder lies within the other. */
  canCopy: z.boolean(),
});
export type FolderMove = z.infer<typeof folderMove>;

/** What became of copying what was left. Paths are relative to both folders. */
export const folderCopy = z.object({
  copied: z.number(),
  /** How many files were there already, byte for byte. */
  same: z.number(),
  /** Another file of that name is there, or it could not be read or written. */
  notCopied: z.array(z.string()),
});
export type FolderCopy = z.infer<typeof folderCopy>;

/** The part of the contract that is about where the notes are. */
export const folderRequests = {
  /** Asks for a folder and keeps the notes there; null when the user cancelled. */
  'notes:chooseFolder': { args: z.tuple([]), reply: resultOf(folderMove.nullable()) },
  /** Copies what is in the folder of before; nothing is overwritten or removed. */
  'notes:copyLeft': { args: z.tuple([]), reply: resultOf(folderCopy) },
} as const;
