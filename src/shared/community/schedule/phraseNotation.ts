/**
 * The notation in which the grammar of recurrence is written -> regular expressions.
 *
 * A phrase is written as people write it. A space stands for white space, `( )` for a group, `?` `|` `*` as in regular
 * expressions, `~` for what may stand between words (comma, colon, dash, `on`, `the`), and in braces:
 * {days} weekdays, {otherDay} one more, {ordinals} positions in the month, {count} and {otherCount} small numbers,
 * {month} "of the month" in all its forms. Case does not matter, except in short weekdays.
 */
import { COUNT_PATTERN, ORDINALS_PATTERN, readCount, readOrdinals } from './ordinals.ts';
import { DAYS_PATTERN, readWeekdays } from './weekdays.ts';
import type { DayCode } from './weekdays.ts';

/** The words that stand in a phrase's braces; empty, null and 1 where it has none. */
export interface Words {
  readonly days: DayCode[];
  readonly otherDay: DayCode | null;
  readonly ordinals: number[];
  readonly count: number;
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

/** The regular expressions of a phrase, one for each of its outer branches. */
export const compilePhrase = (form: string): RegExp[] => branches(form).map(compile);

/** The words in the braces of a phrase that was found. */
export const wordsOf = (match: RegExpExecArray): Words => ({
  days: readWeekdays(match.groups?.['days'] ?? ''),
  otherDay: readWeekdays(match.groups?.['otherDay'] ?? '')[0] ?? null,
  ordinals: readOrdinals(match.groups?.['ordinals'] ?? ''),
  count: readCount(match.groups?.['count'] ?? '1'),
});
