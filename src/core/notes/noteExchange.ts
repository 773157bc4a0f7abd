import { z } from 'zod';

/** Formats in which notes can be exported. */
export const exportFormat = z.enum(['markdown', 'html', 'pdf', 'clipboard']);
export type ExportFormat = z.infer<typeof exportFormat>;

/** Result of an import. Paths are relative to their folder. */
export const importReport = z.object({
  /** Number of notes copied, including renamed ones. */
  copied: z.number(),
  /** Copied under another name, because a note of that name existed. */
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Number of notes that existed already with the same text. */
  same: z.number(),
  /** Files that could not be read, are too large or are not plain text. */
  unreadable: z.array(z.string()),
  /** Number of files left out because they are not Markdown. */
  others: z.number(),
});
export type ImportReport = z.infer<typeof importReport>;
