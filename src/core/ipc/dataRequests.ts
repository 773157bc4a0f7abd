import { z } from 'zod';
import { importSummary } from '../settings/portableData.ts';
import { seriesChange } from '../feeds/seriesChange.ts';
import { resultOf } from '#base';

/** The part of the contract about stored data: export, import, and changes of feeds. */
export const dataRequests = {
  /** Asks for a file and exports everything. Replies with its path; null if cancelled. */
  'data:export': { args: z.tuple([]), reply: resultOf(z.string().nullable()) },
  /** Asks for an exported file and previews its import; null if cancelled. */
  'data:chooseImport': { args: z.tuple([]), reply: resultOf(importSummary.nullable()) },
  /** Imports the previewed file. */
  'data:import': { args: z.tuple([]), reply: resultOf(z.null()) },
  /** Recent changes of series in their feeds, newest last. */
  'changes:list': { args: z.tuple([]), reply: z.array(seriesChange) },
  /** Dismisses these, by `changeId`, or lists them again. */
  'changes:dismiss': {
    args: z.tuple([z.array(z.string().max(16_384)).max(10_000), z.boolean()]),
    reply: z.null(),
  },
} as const;

export const dataEvents = {
  'changes:changed': z.array(seriesChange),
} as const;
