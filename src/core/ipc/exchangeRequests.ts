import { z } from 'zod';
import { resultOf } from '#base';

/** What notes can be handed on as. */
export const exportFormat = z.enum(['markdown', 'html', 'pdf', 'clipboard']);
export type ExportFormat = z.infer<typeof exportFormat>;

/** What became of an import. Paths are relative to the folder they are in. */
export const importReport = z.object({
  /** How many notes were copied, those under other names included. */
  copied: z.number(),
  /** Copied under another name, for a note of that name was there. */
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
  /** How many were there already, letter by letter. */
  same: z.number(),
  /** What could not be read, is too large or is no plain text. */
  unreadable: z.array(z.string()),
  /** How many files are no Markdown and were left out. */
  others: z.number(),
});
export type ImportReport = z.infer<typeof importReport>;

/** The part of the contract that is about notes going out and coming in. */
export const exchangeRequests = {
  /** Paths of notes; asks where to (but for the clipboard). The path of the file; null when the user cancelled. */
  'notes:export': {
    args: z.tuple([z.array(z.string().max(1024)).min(1).max(10_000), exportFormat]),
    reply: resultOf(z.string().nullable()),
  },
  /** Asks for a folder and copies its notes; null when the user cancelled. */
  'notes:import': { args: z.tuple([]), reply: resultOf(importReport.nullable()) },
} as const;
