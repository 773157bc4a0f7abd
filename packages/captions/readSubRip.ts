import type { Fault } from './faults.ts';
import { readTimedBlocks, type TimedBlock } from './readTimedBlocks.ts';

/**
 * SubRip → blocks: a number, the times with a decimal comma, the text, an empty line. There is no standard, so
 * numbers are not trusted, a point is as good as the comma, and an empty line inside a text is part of it.
 */
export function readSubRip(text: string): { blocks: TimedBlock[]; faults: Fault[] } {
  return readTimedBlocks(text.split('\n'), {
    firstLine: 1,
    hasNumbers: true,
    hasIdentifiers: false,
    hasComments: false,
    emptyLineEndsText: false,
    settingsFollowTimes: false,
  });
}
