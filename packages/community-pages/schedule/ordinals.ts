/** Ordinals and small numbers in schedules. */
const ORDINAL_WORDS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  forth: 4,
  fifth: 5,
  last: -1,
  final: -1,
};
const COUNT_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
};

const ONE_ORDINAL = '(?:first|second|third|fou?rth|fifth|last|final|[1-5](?:st|nd|rd|th))';

/**
 * One or several ordinals: `1st and 3rd`, `first/third`. They are positions in a month; `last` counts from its
 * end.
 */
export const ORDINALS_PATTERN = `${ONE_ORDINAL}(?:\\s*(?:,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*|\\s*/\\s*|\\s*\\+\\s*)(?:the\\s+)?${ONE_ORDINAL})*`;

/** A small number, in words or digits. */
export const COUNT_PATTERN = '(?:one|two|three|four|five|six|seven|eight|\\d{1,2})';

/** The numbers of a match of {@link ORDINALS_PATTERN}; `last` is -1. */
export const readOrdinals = (text: string): number[] =>
  [...text.toLowerCase().matchAll(new RegExp(ONE_ORDINAL, 'g'))].map(
    ([word]) => ORDINAL_WORDS[word] ?? Number.parseInt(word, 10),
  );

/** The number of a match of {@link COUNT_PATTERN}. */
export const readCount = (text: string): number => COUNT_WORDS[text.toLowerCase()] ?? Number(text);

/** `second` for 2, `last` for -1. */
export const ordinalWord = (nth: number): string =>
  nth === -1 ? 'last' : (['first', 'second', 'third', 'fourth', 'fifth'][nth - 1] ?? `${String(nth)}th`);
