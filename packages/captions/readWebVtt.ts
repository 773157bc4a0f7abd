import { plainText } from './cueText.ts';
import type { Fault } from './faults.ts';
import { readTimedBlocks, type BlockRules, type TimedBlock } from './readTimedBlocks.ts';
import { looksLikeName } from './stampLine.ts';
import { NO_FACTS, type TranscriptFacts } from './transcript.ts';

const HEADER = /^WEBVTT(?:$|[ \t]+(?<comment>.*)$)/;

/** The document of a meeting in Teams, copied as text, has a line for who speaks above what is said. */
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

/** A file that says it is WebVTT is read as the standard says. */
const rulesFor = ({ isStrict }: { readonly isStrict: boolean }): Omit<BlockRules, 'firstLine'> => ({
  hasNumbers: false,
  hasIdentifiers: true,
  hasComments: true,
  emptyLineEndsText: isStrict,
  settingsFollowTimes: isStrict,
});

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
    const { blocks, faults } = readTimedBlocks(lines, { ...rulesFor({ isStrict: false }), firstLine: 1 });
    const spoken = withSpeakerLines(blocks);
    return { facts: NO_FACTS, blocks: spoken, faults: [{ kind: 'noHeader', line: null }, ...faults] };
  }
  // `Kind:` and `Language:` follow the header at once; cues only after an empty line or at their times.
  const end = lines.findIndex((line, index) => index > 0 && (line.trim() === '' || line.includes('-->')));
  const from = end === -1 ? lines.length : end;
  const comment = plainText(header.groups?.['comment'] ?? '').replace(/^[-\u2013\u2014:]\s*/u, '');
  // Fields that belong on lines of their own are no title.
  const title = /^(?:kind|language):/i.test(comment) ? '' : comment;
  return {
    facts: { ...NO_FACTS, title: title || null },
    ...readTimedBlocks(lines.slice(from), { ...rulesFor({ isStrict: true }), firstLine: from + 1 }),
  };
}
