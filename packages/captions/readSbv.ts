import type { Fault } from './faults.ts';
import { readTimedBlocks, type TimedBlock } from './readTimedBlocks.ts';

/** Reads YouTube's SBV: `0:00:01.040,0:00:04.560`, the text, an empty line; `[br]` is a line break. */
export function readSbv(text: string): { blocks: TimedBlock[]; faults: Fault[] } {
  return readTimedBlocks(text.split('\n'), {
    firstLine: 1,
    hasNumbers: false,
    hasIdentifiers: false,
    hasComments: false,
    emptyLineEndsText: false,
    settingsFollowTimes: false,
  });
}
