import type { CalendarDate } from '#base';
import { dayOf, ISO_DAY, WRITTEN_DAY } from './writtenDay.ts';

/**
 * Due dates of tasks: an ISO date, the marks of Obsidian's Tasks (`📅 2026-12-04`), Dataview (`[due:: 2026-12-04]`),
 * Logseq (`DEADLINE: <2026-12-04 Fri>`) and others (`@due(2026-12-04)`), and days in words behind `due`, `by`, `until`
 * or `deadline`: `(due: 4 Dec)`, `by Friday`. Words without such a mark are part of the text. White space in the
 * patterns is bounded, so that a line of spaces takes linear time.
 */

/** A due date, and where it is written. */
export interface DueMark {
  readonly due: CalendarDate;
  /** The whole mark within the text. */
  readonly from: number;
  readonly to: number;
}

/** Marks of other dates: scheduled, started, created, done, cancelled. They are not due dates. */
const OTHER = new RegExp(
  `(?:[⏳⌛🛫➕✅❌]\\uFE0F?\\s{0,3}|(?<![\\p{L}\\p{N}])(?:scheduled|start|begin|created|completion|done|completed|cancelled|canceled|defer|closed)\\s{0,3}(?:::?\\s{0,3}<?|\\()\\s{0,3})${ISO_DAY}`,
  'giu',
);
/** A date in an address belongs to a page: `https://example.org/2026-01-01/minutes`. */
const ADDRESS = /\bhttps?:\/\/\S+|\]\([^()\s]*\)/gi;
/** A time behind a date is not kept: a task is due on a day. */
const CLOCK = String.raw`(?:[ T]\d{1,2}:\d{2})?`;

/** From the clearest mark to the weakest; the first group is the written day. */
const MARKS: readonly RegExp[] = [
  new RegExp(`[📅📆🗓]\\uFE0F?\\s{0,3}(${ISO_DAY})`, 'giu'),
  new RegExp(`\\[\\s{0,3}(?:due|deadline)\\s{0,3}::?\\s{0,3}(${WRITTEN_DAY})${CLOCK}\\s{0,3}\\]`, 'giu'),
  new RegExp(
    `\\(\\s{0,3}(?:due|deadline)\\s{0,3}(?:::?\\s{0,3}|\\s)(${WRITTEN_DAY})${CLOCK}\\s{0,3}\\)`,
    'giu',
  ),
  new RegExp(`@(?:due|deadline)\\s{0,3}\\(\\s{0,3}(${WRITTEN_DAY})${CLOCK}\\s{0,3}\\)`, 'giu'),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:due|deadline)\\s{0,3}(?:::?\\s{0,3}<?\\s{0,3}|(?:date\\s{1,3})?(?:on\\s{1,3}|by\\s{1,3})?)(${WRITTEN_DAY})`,
    'giu',
  ),
  new RegExp(`\\(?(?<![\\p{L}\\p{N}])(?:by|until|no later than)\\s{1,3}(${WRITTEN_DAY})\\)?`, 'giu'),
  new RegExp(`(${ISO_DAY})`, 'gu'),
];
/** All marks have a digit, or one of these words before a day in words. Most tasks have neither. */
const MAY_HAVE_MARK = /\d|due|deadline|by|until|no later than/iu;
const LOGSEQ = new RegExp(
  `(?:[^\\S\\n]{0,100}SCHEDULED:[^\\S\\n]{0,3}<[^\\n]{0,200}\\n)?[^\\S\\n]{0,100}DEADLINE:[^\\S\\n]{0,3}<(${ISO_DAY})`,
  'y',
);

/** Text of the same length without dates that are no due dates. */
const withoutOthers = (text: string): string => {
  const blank = (words: string): string => ' '.repeat(words.length);
  return text.replaceAll(ADDRESS, blank).replaceAll(OTHER, blank);
};

/**
 * The due date in a task's text, by its clearest mark; null without a certain date.
 * @param from the meeting's date, for `Friday` and for dates without a year; null if unknown
 */
export function dueMarkIn(text: string, from: CalendarDate | null): DueMark | null {
  if (!MAY_HAVE_MARK.test(text)) return null;
  const words = withoutOthers(text);
  for (const pattern of MARKS)
    for (const match of words.matchAll(pattern)) {
      const due = dayOf(match[1] ?? '', from);
      if (due !== null) return { due, from: match.index, to: match.index + match[0].length };
    }
  return null;
}

/** The deadline in the lines that Logseq writes below a task. @param from where those lines begin */
export function dueBelow(text: string, from: number): CalendarDate | null {
  // Deadline and schedule come in any order.
  LOGSEQ.lastIndex = from;
  return LOGSEQ.exec(text)?.[1] ?? null;
}
