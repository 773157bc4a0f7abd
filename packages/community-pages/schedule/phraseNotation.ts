import { COUNT_PATTERN, ORDINALS_PATTERN, readCount, readOrdinals } from './ordinals.ts';
import { MONTHS_PATTERN, readMonths } from './dates.ts';
import { type DayCode, DAYS_PATTERN, readWeekdays } from './weekdays.ts';

/**
 * Compiles the notation of the grammar of recurrence to regular expressions.
 * A phrase is written as people write it. A space matches white space; `( )` is a group; `?` `|` `*` are as in
 * regular expressions; `~` matches what may be between words (comma, colon, dash, `on`, `the`). In braces:
 * {days} weekdays, {otherDay} one more, {ordinals} positions in the month, {count} and {otherCount} small
 * numbers, {months} several month names, {month} “of the month” in all its forms.
 * Matching ignores case, except for short weekdays.
 */

/** The words in the braces of a match; empty, null or 1 if it has none. */
export interface Words {
  readonly days: DayCode[];
  readonly otherDay: DayCode | null;
  readonly ordinals: number[];
  readonly count: number;
  readonly months: number[];
}
const MONTH =
  '(?:(?:of|in|for)\\s+(?:the|each|every|a|any)\\s+(?:calendar\\s+)?month|(?:of\\s+)?(?:every|each|per|a)\\s+month|monthly)';
const BETWEEN = '(?:\\s*[,:;(-]+\\s*|\\s+)(?:(?:on|at|the|held|happening|in)\\s+)*';

/** Matches letters in either case, except in fragments, which include their case. */
const caseless = (form: string) =>
  form.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

function compile(form: string): RegExp {
  const source = form
    .replaceAll('~', '{between}')
    .split(/(\{\w+\})/)
    .map((piece) => {
      switch (piece) {
        case '{days}':
          return `(?<days>${DAYS_PATTERN})`;
        case '{otherDay}':
          return `(?<otherDay>${DAYS_PATTERN})`;
        case '{ordinals}':
          return `(?<ordinals>${caseless(ORDINALS_PATTERN)})`;
        case '{count}':
          return `(?<count>${caseless(COUNT_PATTERN)})`;
        case '{otherCount}':
          return caseless(COUNT_PATTERN);
        case '{months}':
          return `(?<months>${MONTHS_PATTERN})`;
        case '{month}':
          return caseless(MONTH);
        case '{between}':
          return caseless(BETWEEN);
        default:
          return caseless(
            piece
              .replaceAll('(', '(?:')
              .replaceAll('(?:?:', '(?:')
              .replaceAll('\\(?:', '\\(')
              .replaceAll(' ?', '\\s*')
              .replaceAll(' ', '\\s+'),
          );
      }
    });
  return new RegExp(`(?<![\\w-])(?:${source.join('')})(?!\\w|-\\w)`, 'g');
}

/**
 * One form may contain {days} twice (`A {days}|{days} B`). Group names must be unique, so each branch is a
 * pattern.
 */
const branches = (form: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const letter of form) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === '|' && depth === 0) {
      parts.push(current);
      current = '';
    } else current += letter;
  }
  return [...parts, current];
};

/** Text that a match of the braces always contains. */
const BRACES = {
  '{days}': new RegExp(DAYS_PATTERN),
  '{otherDay}': new RegExp(DAYS_PATTERN),
  '{ordinals}': new RegExp(ORDINALS_PATTERN, 'i'),
  '{count}': new RegExp(COUNT_PATTERN, 'i'),
  '{otherCount}': new RegExp(COUNT_PATTERN, 'i'),
  '{months}': new RegExp(MONTHS_PATTERN),
  '{month}': /month/i,
} as const;

/** One branch of a phrase. */
export interface PhraseRule {
  readonly rule: RegExp;
  /** Words and braces that a match needs: most texts lack them and are not searched. */
  readonly needs: readonly string[];
}

/** Text outside of groups is required, except for a letter before `?`. */
function needsOf(form: string): string[] {
  let outside = form.replace(/\\./g, '#').replace(/\[[^\]]*\]/g, '#');
  while (outside.includes('(')) outside = outside.replace(/\([^()]*\)/g, '#');
  return outside.match(/\{\w+\}|[a-z]+(?![?*{}])/g) ?? [];
}

/** The rules of a phrase, one for each outer branch. */
export const compilePhrase = (form: string): PhraseRule[] =>
  branches(form).map((branch) => ({ rule: compile(branch), needs: needsOf(branch) }));

/** A test whether a text lacks what a rule needs. */
export function lackFinder(text: string): (rule: PhraseRule) => boolean {
  const small = text.toLowerCase();
  const lacking = new Set(
    Object.entries(BRACES).flatMap(([name, words]) => (words.test(text) ? [] : [name])),
  );
  return ({ needs }) =>
    needs.some((need) => (need.startsWith('{') ? lacking.has(need) : !small.includes(need)));
}

/** The words in the braces of a match. */
export const wordsOf = (match: RegExpExecArray): Words => ({
  days: readWeekdays(match.groups?.['days'] ?? ''),
  otherDay: readWeekdays(match.groups?.['otherDay'] ?? '')[0] ?? null,
  ordinals: readOrdinals(match.groups?.['ordinals'] ?? ''),
  count: readCount(match.groups?.['count'] ?? '1'),
  months: readMonths(match.groups?.['months'] ?? ''),
});
