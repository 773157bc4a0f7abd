/**
 * Due dates of tasks: a date in plain words, or the marks of Obsidian's Tasks (`📅 2026-12-04`), Dataview (`[due::
 * 2026-12-04]`), Logseq (`DEADLINE: <2026-12-04 Fri>`) and others (`@due(2026-12-04)`).
 */

const DATE = String.raw`(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)`;

/** Marks of a due date. */
const DUE = new RegExp(
  `(?:[📅📆🗓]\\uFE0F?\\s*|[[(]\\s*(?:due|deadline)\\s*::\\s*|@(?:due|deadline)\\s*\\(\\s*|(?<![\\p{L}\\p{N}])(?:due|deadline)\\s*::?\\s*<?\\s*)(${DATE})`,
  'iu',
);
/** Marks of other dates: scheduled, started, created, done, cancelled. They are not due dates. */
const OTHER = new RegExp(
  `(?:[⏳⌛🛫➕✅❌]\\uFE0F?\\s*|(?<![\\p{L}\\p{N}])(?:scheduled|start|begin|created|completion|done|completed|cancelled|canceled|defer|closed)\\s*(?:::?\\s*<?|\\()\\s*)${DATE}`,
  'giu',
);
const ANY = new RegExp(DATE);
/** A date in an address belongs to a page: `https://example.org/2026-01-01/minutes`. */
const ADDRESS = /\bhttps?:\/\/\S+|\]\([^()\s]*\)/gi;
const LOGSEQ = new RegExp(`^\\s*DEADLINE:\\s*<(${DATE})`);
const PLANNED = /^\s*(?:DEADLINE|SCHEDULED):\s*</;

/** The due date in a task's text: the marked one, else the first date without another mark; null if there is none. */
export function dueIn(text: string): string | null {
  return DUE.exec(text)?.[1] ?? ANY.exec(text.replace(ADDRESS, '').replace(OTHER, ''))?.[0] ?? null;
}

/** The deadline in the lines that Logseq writes below a task, from `index` on; null if there is none. */
export function dueBelow(lines: readonly string[], index: number): string | null {
  // Deadline and schedule come in any order.
  for (let at = index; at < index + 2 && PLANNED.test(lines[at] ?? ''); at += 1) {
    const due = LOGSEQ.exec(lines[at] ?? '')?.[1];
    if (due !== undefined) return due;
  }
  return null;
}
