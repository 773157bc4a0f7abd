import { plainText } from './cueText.ts';
import type { Fault } from './faults.ts';
import { readTimedBlocks, type BlockRules, type TimedBlock } from './readTimedBlocks.ts';
import { looksLikeName } from './stampLine.ts';
import { NO_FACTS, type TranscriptFacts } from './transcript.ts';

const HEADER = /^WEBVTT(?:$|[ \t]+(?<comment>.*)$)/;

/** A Teams transcript copied as text has a line with the speaker above the spoken text. */
function withSpeakerLines(blocks: readonly TimedBlock[]): TimedBlock[] {
  const parted = blocks.map((block) => ({ block, lines: block.text.trim().split('\n') }));
  const isNamed = ({ lines: [name = '', ...said] }: { readonly lines: readonly string[] }): boolean =>
    said.length > 0 && name.trim().includes(' ') && !/[.!?,;:]$/.test(name.trim()) && looksLikeName(name);
  if (blocks.length === 0 || !parted.every(isNamed)) return [...blocks];
  return parted.map(({ block: { start, end, line }, lines: [name = '', ...said] }) => ({
    start,
    end,
    line,
    speaker: name.trim(),
    text: said.join('\n'),
  }));
}

/** A file with a WebVTT header is read strictly by the standard. */
const rulesFor = ({ isStrict }: { readonly isStrict: boolean }): Omit<BlockRules, 'firstLine'> => ({
  hasNumbers: false,
  hasIdentifiers: true,
  hasComments: true,
  emptyLineEndsText: isStrict,
  settingsFollowTimes: isStrict,
});

/**
 * Reads WebVTT. Source: W3C WebVTT, “file parsing”; Zoom, Teams and YouTube write it, too.
 * Beyond the standard, a missing header, `,` for `.` and damaged arrows are read and reported.
 */
export function readWebVtt(text: string): {
  facts: TranscriptFacts;
  blocks: TimedBlock[];
  faults: Fault[];
} {
  const lines = text.split('\n');
  const header = HEADER.exec(lines[0] ?? '');
  if (!header) {
    const { blocks, faults } = readTimedBlocks(lines, { ...rulesFor({ isStrict: false }), firstLine: 1 });
    const spoken = withSpeakerLines(blocks);
    return { facts: NO_FACTS, blocks: spoken, faults: [{ kind: 'noHeader', line: null }, ...faults] };
  }
  // `Kind:` and `Language:` directly follow the header; cues begin after an empty line or with their times.
  const end = lines.findIndex((line, index) => index > 0 && (line.trim() === '' || line.includes('-->')));
  const from = end === -1 ? lines.length : end;
  const comment = plainText(header.groups?.['comment'] ?? '').replace(/^[-\u2013\u2014:]\s*/u, '');
  // Header fields are not a title.
  const title = /^(?:kind|language):/i.test(comment) ? '' : comment;
  return {
    facts: { ...NO_FACTS, title: title || null },
    ...readTimedBlocks(lines.slice(from), { ...rulesFor({ isStrict: true }), firstLine: from + 1 }),
  };
}
