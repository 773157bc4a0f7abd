import { z } from 'zod';
import { importSummary } from '../exchange/portableData.ts';
import { resultOf } from '../problem.ts';

/** The part of the contract that is about moving to another computer. */
export const dataRequests = {
  /** Asks where to and writes everything there. The path of the file; null when the user cancelled. */
  'data:export': { args: z.tuple([]), reply: resultOf(z.string().nullable()) },
  /** Asks for an exported file and says what importing it would do; null when the user cancelled. */
  'data:chooseImport': { args: z.tuple([]), reply: resultOf(importSummary.nullable()) },
  /** Imports the file that was chosen last. */
  'data:import': { args: z.tuple([]), reply: resultOf(z.null()) },
} as const;
