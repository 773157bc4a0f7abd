import { plainText } from './cueText.ts';
import type { Fault } from './faults.ts';
import { readTimedBlocks, type TimedBlock } from './readTimedBlocks.ts';
import { NO_FACTS, type TranscriptFacts } from './transcript.ts';

const HEADER = /^WEBVTT(?:$|[ \t]+(?<comment>.*)$)/;

/**
 * WebVTT → blocks. Source: W3C WebVTT, “file parsing”; Zoom, Teams and YouTube write it too.
 * Beyond the standard: a missing header, `,` for `.` and spoilt arrows are read and reported.
 */
export function readWebVtt(text: string): {
  facts: TranscriptFacts;
  blocks: TimedBlock[];
  faults: Fault[];
} {
  const lines = text.split('\n');
  const header = HEADER.exec(lines[0] ?? '');
  if (!header) {
    const rules = { hasNumbers: false, hasIdentifiers: true, hasComments: true, emptyLineEndsText: false };
    const { blocks, faults } = readTimedBlocks(lines, { ...rules, firstLine: 1 });
    return { facts: NO_FACTS, blocks, faults: [{ kind: 'noHeader', line: null }, ...faults] };
  }
  // `Kind:` and `Language:` follow the header at once; cues only after an empty line or at their times.
  const end = lines.findIndex((line, index) => index > 0 && (line.trim() === '' || line.includes('-->')));
  const from = end === -1 ? lines.length : end;
  const title = plainText(header.groups?.['comment'] ?? '').replace(/^[-\u2013\u2014:]\s*/u, '');
  const rules = { hasNumbers: false, hasIdentifiers: true, hasComments: true, emptyLineEndsText: true };
  return {
    facts: { ...NO_FACTS, title: title || null },
    ...readTimedBlocks(lines.slice(from), { ...rules, firstLine: from + 1 }),
  };
}
