import { z } from 'zod';
import { exportFormat, importReport } from '../notes/noteExchange.ts';
import { resultOf } from '#base';

/** The part of the contract about exporting and importing notes. */
export const exchangeRequests = {
  /**
   * Exports notes by their paths; asks for a file, except for the clipboard. Replies with its path; null if cancelled.
   */
  'notes:export': {
    args: z.tuple([z.array(z.string().max(1024)).min(1).max(10_000), exportFormat]),
    reply: resultOf(z.string().nullable()),
  },
  /** Asks for a folder and copies its notes; null if cancelled. */
  'notes:import': { args: z.tuple([]), reply: resultOf(importReport.nullable()) },
} as const;
