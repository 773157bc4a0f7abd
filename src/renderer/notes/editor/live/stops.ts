import type { Mark } from './mark.ts';
import type { MarkSheet } from './markSheet.ts';

/** What ends a clause stands at the end of a row, not at the begin of the next one. */
const STOPS = /^[,.;:!?)\]}”’…]{1,3}/u;

type Drawn = Extract<Mark, { readonly kind: 'hidden' | 'address' | 'due' }>;

const isDrawn = (mark: Mark): mark is Drawn =>
  mark.kind === 'hidden' || mark.kind === 'address' || mark.kind === 'due';

/**
 * Keeps a comma with the link before it. What is drawn in place of text, or hidden, is an object for the browser, and
 * around an object a row may end. Call it when all of these are marked.
 */
export function markStops(sheet: MarkSheet): void {
  const { doc } = sheet.state;
  for (const { kind, from, to } of sheet.marks.filter(isDrawn)) {
    const stops = STOPS.exec(doc.sliceString(to, to + 3))?.[0];
    if (stops === undefined) continue;
    // Of what is hidden the letter before it is held, too: within a word no row ends.
    const begin = kind === 'hidden' ? Math.max(doc.lineAt(from).from, from - 1) : from;
    sheet.marks.push({ kind: 'kept', from: begin, to: to + stops.length });
  }
}
