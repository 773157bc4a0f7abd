/**
 * The notation in which the grammar of recurrence is written -> regular expressions.
 *
 * A phrase is written as people write it. A space stands for white space, `( )` for a group, `?` `|` `*` as in regular
 * expressions, `~` for what may stand between words (comma, colon, dash, `on`, `the`), and in braces:
 * {days} weekdays, {otherDay} one more, {ordinals} positions in the month, {count} and {otherCount} small numbers,
 * {months} several months by name, {month} "of the month" in all its forms. Case does not matter, except in short weekdays.
 */
import { COUNT_PATTERN, ORDINALS_PATTERN, readCount, readOrdinals } from './ordinals.ts';
import { MONTHS_PATTERN, readMonths } from './dates.ts';
import { type DayCode, DAYS_PATTERN, readWeekdays } from './weekdays.ts';

/** The words that stand in a phrase's braces; empty, null and 1 where it has none. */
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

/** Letters in either case, but not in the fragments, whose case is part of them. */
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

/** One form may offer {days} twice (`A {days}|{days} B`): names must not repeat, so each branch is a pattern of its own. */
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

/** What stands in braces, as the text must have it somewhere. */
const BRACES = {
  '{days}': new RegExp(DAYS_PATTERN),
  '{otherDay}': new RegExp(DAYS_PATTERN),
  '{ordinals}': new RegExp(ORDINALS_PATTERN, 'i'),
  '{count}': new RegExp(COUNT_PATTERN, 'i'),
  '{otherCount}': new RegExp(COUNT_PATTERN, 'i'),
  '{months}': new RegExp(MONTHS_PATTERN),
  '{month}': /month/i,
} as const;

/** One way of saying a phrase. */
export interface PhraseRule {
  readonly rule: RegExp;
  /** Words and braces without which a text cannot have it: most texts lack them, and need not be searched. */
  readonly needs: readonly string[];
}

/** What stands outside of groups has to be there, but for a letter before `?`. */
function needsOf(form: string): string[] {
  let outside = form.replace(/\\./g, '#').replace(/\[[^\]]*\]/g, '#');
  while (outside.includes('(')) outside = outside.replace(/\([^()]*\)/g, '#');
  return outside.match(/\{\w+\}|[a-z]+(?![?*{}])/g) ?? [];
}

/** The rules of a phrase, one for each of its outer branches. */
export const compilePhrase = (form: string): PhraseRule[] =>
  branches(form).map((branch) => ({ rule: compile(branch), needs: needsOf(branch) }));

/** Tells of a text whether it has what a rule needs. */
export function lackFinder(text: string): (rule: PhraseRule) => boolean {
  const small = text.toLowerCase();
  const lacking = new Set(
    Object.entries(BRACES).flatMap(([name, words]) => (words.test(text) ? [] : [name])),
  );
  return ({ needs }) =>
    needs.some((need) => (need.startsWith('{') ? lacking.has(need) : !small.includes(need)));
}

/** The words in the braces of a phrase that was found. */
export const wordsOf = (match: RegExpExecArray): Words => ({
  days: readWeekdays(match.groups?.['days'] ?? ''),
  otherDay: readWeekdays(match.groups?.['otherDay'] ?? '')[0] ?? null,
  ordinals: readOrdinals(match.groups?.['ordinals'] ?? ''),
  count: readCount(match.groups?.['count'] ?? '1'),
  months: readMonths(match.groups?.['months'] ?? ''),
});
