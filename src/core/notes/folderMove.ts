import { z } from 'zod';

/** The notes folder was changed. Absolute paths. */
export const folderMove = z.object({
  folder: z.string(),
  /** The previous folder, which still has its notes. */
  before: z.string(),
  /** Number of notes in the previous folder. */
  left: z.number(),
  /** They can be copied to the new folder: neither folder is inside the other. */
  canCopy: z.boolean(),
});
export type FolderMove = z.infer<typeof folderMove>;

/** Result of copying the notes of the previous folder. Paths are relative to both folders. */
export const folderCopy = z.object({
  copied: z.number(),
  /** Number of files that the new folder already had, byte for byte. */
  same: z.number(),
  /** The new folder has a different file of that name, or the file could not be read or written. */
  notCopied: z.array(z.string()),
});
export type FolderCopy = z.infer<typeof folderCopy>;
