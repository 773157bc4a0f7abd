import { z } from 'zod';
import { importSummary } from '../settings/portableData.ts';
import { seriesChange } from '../feeds/seriesChange.ts';
import { resultOf } from '#base';

/** The part of the contract that is about what is kept: moving it to another computer, and what feeds changed. */
export const dataRequests = {
  /** Asks where to and writes everything there. The path of the file; null when the user cancelled. */
  'data:export': { args: z.tuple([]), reply: resultOf(z.string().nullable()) },
  /** Asks for an exported file and says what importing it would do; null when the user cancelled. */
  'data:chooseImport': { args: z.tuple([]), reply: resultOf(importSummary.nullable()) },
  /** Imports the file that was chosen last. */
  'data:import': { args: z.tuple([]), reply: resultOf(z.null()) },
  /** Recent changes of series in their feeds, newest last. */
  'changes:list': { args: z.tuple([]), reply: z.array(seriesChange) },
  /** Dismisses these, by `changeId`. */
  'changes:dismiss': { args: z.tuple([z.array(z.string().max(16_384)).max(10_000)]), reply: z.null() },
} as const;

export const dataEvents = {
  'changes:changed': z.array(seriesChange),
} as const;
