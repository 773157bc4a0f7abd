import type { MarkSheet } from './markSheet.ts';

/** Longer lines are laid out in pieces (characters). */
const LONGEST_LINE = 5_000;
const PIECE = 500;
/** So many marks on one letter are drawn with it. */
const MOST_ON_LETTER = 40;

/** What belongs to the letter before it: the second half of a pair, and combining marks. */
const BELONGS = /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D)/u;

/**
 * Cuts long lines into pieces that are laid out by themselves: breaking one line of 200,000 characters into rows, with
 * marks of direction in it, takes Chromium seconds.
 */
export function markLongLines(sheet: MarkSheet): void {
  const { doc } = sheet.state;
  for (const at of sheet.linesOf(sheet.range)) {
    const line = doc.lineAt(at);
    if (line.length <= LONGEST_LINE) continue;
    const end = Math.min(line.to, sheet.range.to);
    // From the begin of the line, so that the pieces stay where they are when one scrolls.
    const skipped = Math.max(0, Math.floor((sheet.range.from - line.from) / PIECE)) * PIECE;
    for (let from = line.from + skipped; from < end;) {
      let to = Math.min(line.to, from + PIECE);
      for (let more = 0; more < MOST_ON_LETTER && BELONGS.test(line.text.charAt(to - line.from)); more += 1)
        to += 1;
      sheet.add(from, to, 'cm-piece');
      from = to;
    }
  }
}
