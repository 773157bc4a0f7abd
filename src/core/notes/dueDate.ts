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

/** A way to mark a day: what stands before the day, the day, and what ends the mark. The last two are sticky. */
interface Mark {
  readonly lead: RegExp;
  readonly day: RegExp;
  readonly end: RegExp;
}

const ISO = new RegExp(ISO_DAY, 'uy');
/** One for all marks: it takes ten milliseconds to compile. */
const WRITTEN = new RegExp(WRITTEN_DAY, 'iuy');
const NOTHING = /(?:)/y;
const PARENTHESIS = new RegExp(String.raw`${CLOCK}\s{0,3}\)`, 'iy');

/** From the clearest mark to the weakest. */
const MARKS: readonly Mark[] = [
  { lead: /[📅📆🗓]\uFE0F?\s{0,3}/gu, day: ISO, end: NOTHING },
  {
    lead: /\[\s{0,3}(?:due|deadline)\s{0,3}::?\s{0,3}/giu,
    day: WRITTEN,
    end: new RegExp(String.raw`${CLOCK}\s{0,3}\]`, 'iy'),
  },
  {
    lead: /\(\s{0,3}(?:due|deadline)\s{0,3}(?:::?\s{0,3}|\s)/giu,
    day: WRITTEN,
    end: PARENTHESIS,
  },
  {
    lead: /@(?:due|deadline)\s{0,3}\(\s{0,3}/giu,
    day: WRITTEN,
    end: PARENTHESIS,
  },
  {
    lead: /(?<![\p{L}\p{N}])(?:due|deadline)\s{0,3}(?:::?\s{0,3}<?\s{0,3}|(?:date\s{1,3})?(?:on\s{1,3}|by\s{1,3})?)/giu,
    day: WRITTEN,
    end: NOTHING,
  },
  {
    lead: /\(?(?<![\p{L}\p{N}])(?:by|until|no later than)\s{1,3}/giu,
    day: WRITTEN,
    end: /\)?/y,
  },
  { lead: /(?=\d{4}-)/g, day: ISO, end: NOTHING },
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
  for (const mark of MARKS)
    for (const { written, ...place } of markedIn(words, mark)) {
      const due = dayOf(written, from);
      if (due !== null) return { due, ...place };
    }
  return null;
}

/** The days that are marked in one way, as they are written, and the places of their marks. */
function* markedIn(
  words: string,
  { lead, day, end }: Mark,
): Generator<{ readonly written: string; readonly from: number; readonly to: number }> {
  for (const { 0: before, index } of words.matchAll(lead)) {
    day.lastIndex = index + before.length;
    const written = day.exec(words)?.[0];
    if (written === undefined) continue;
    end.lastIndex = day.lastIndex;
    if (end.test(words)) yield { written, from: index, to: end.lastIndex };
  }
}

/** The deadline in the lines that Logseq writes below a task. @param from where those lines begin */
export function dueBelow(text: string, from: number): CalendarDate | null {
  // Deadline and schedule come in any order.
  LOGSEQ.lastIndex = from;
  return LOGSEQ.exec(text)?.[1] ?? null;
}
