/**
 * When a task is due, as notes are written: a date in plain words, or marked as Obsidian's Tasks (`📅 2026-12-04`),
 * Dataview (`[due:: 2026-12-04]`), Logseq (`DEADLINE: <2026-12-04 Fri>`) and others (`@due(2026-12-04)`) do.
 */

const DATE = String.raw`(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)`;

/** What marks a date as the day by which. */
const DUE = new RegExp(
  `(?:[📅📆🗓]\\uFE0F?\\s*|[[(]\\s*(?:due|deadline)\\s*::\\s*|@(?:due|deadline)\\s*\\(\\s*|(?<![\\p{L}\\p{N}])(?:due|deadline)\\s*::?\\s*<?\\s*)(${DATE})`,
  'iu',
);
/** Marks of other days: planned, begun, made, done, called off. They are no dates of the text itself. */
const OTHER = new RegExp(
  `(?:[⏳⌛🛫➕✅❌]\\uFE0F?\\s*|(?<![\\p{L}\\p{N}])(?:scheduled|start|begin|created|completion|done|completed|cancelled|canceled|defer|closed)\\s*(?:::?\\s*<?|\\()\\s*)${DATE}`,
  'giu',
);
const ANY = new RegExp(DATE);
/** A date in an address names a page: `https://example.org/2026-01-01/minutes`. */
const ADDRESS = /\bhttps?:\/\/\S+|\]\([^()\s]*\)/gi;
const LOGSEQ = new RegExp(`^\\s*DEADLINE:\\s*<(${DATE})`);
const PLANNED = /^\s*(?:DEADLINE|SCHEDULED):\s*</;

/** The day in a task's text: the marked one, else the first that is not marked as another; null where there is none. */
export function dueIn(text: string): string | null {
  return DUE.exec(text)?.[1] ?? ANY.exec(text.replace(ADDRESS, '').replace(OTHER, ''))?.[0] ?? null;
}

/** The day that Logseq writes below a task, among its lines from `index` on; null where it writes none. */
export function dueBelow(lines: readonly string[], index: number): string | null {
  // A deadline and a plan stand there, in any order.
  for (let at = index; at < index + 2 && PLANNED.test(lines[at] ?? ''); at += 1) {
    const due = LOGSEQ.exec(lines[at] ?? '')?.[1];
    if (due !== undefined) return due;
  }
  return null;
}
