import { z } from 'zod';
import { exportFormat, importReport } from '../notes/noteExchange.ts';
import { resultOf } from '#base';

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
