import type { MarkSheet } from './markSheet.ts';

/** Longer lines are laid out in pieces (characters). */
const LONGEST_LINE = 5_000;
const PIECE = 500;
/** A piece may be this many characters shorter, to end behind a space. */
const FURTHEST = 100;
/** So many marks on one letter are drawn with it. */
const MOST_ON_LETTER = 40;

/** What belongs to the letter before it: the second half of a pair, and combining marks. */
const BELONGS = /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D)/u;

/** Where a piece of a line begins, which depends on its number alone; behind a space if there is one near. */
function beginOf(text: string, number: number): number {
  const at = number * PIECE;
  if (at === 0 || at >= text.length) return Math.min(at, text.length);
  const space = text.slice(at - FURTHEST, at).search(/\s\S*$/u);
  let begin = space === -1 ? at : at - FURTHEST + space + 1;
  for (let more = 0; more < MOST_ON_LETTER && BELONGS.test(text.charAt(begin)); more += 1) begin += 1;
  return begin;
}

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
    const first = Math.max(0, Math.floor((sheet.range.from - line.from) / PIECE) - 1);
    for (let number = first; line.from + number * PIECE < end; number += 1) {
      const [from, to] = [beginOf(line.text, number), beginOf(line.text, number + 1)];
      if (from < to) sheet.add(line.from + from, line.from + to, 'cm-piece');
    }
  }
}
