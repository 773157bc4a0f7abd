import type { Fault } from './faults.ts';
import { readTimedBlocks, type TimedBlock } from './readTimedBlocks.ts';

/**
 * Reads SubRip: a number, the times with a decimal comma, the text, an empty line. There is no standard, so numbers
 * are not trusted, a decimal point is accepted, and an empty line inside a text is part of it.
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
