import type { DirectoryEntry, DirectorySource } from '#core/directory/directoryEntry.ts';
import { datedWords } from '#core/format/datedWords.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { texts } from './texts.ts';

/** `19 Aug 2026`, `undated, text of 2023` or `undated`. */
export function ageWords(
  { date, age }: Pick<DirectorySource, 'date' | 'age'>,
  { locale }: Pick<TimeFormat, 'locale'>,
): string {
  if (date !== null) return datedWords(date, locale);
  return age === null ? texts.undated : texts.undatedText(age);
}

/** The age of a fact of a community: `as of 19 Aug 2026`, `undated, text of 2023` or `undated`. */
export function ageOfFact(
  { sources }: Pick<DirectoryEntry, 'sources'>,
  { source }: { readonly source: number },
  format: Pick<TimeFormat, 'locale'>,
): string {
  const from = sources[source] ?? { date: null, age: null };
  const words = ageWords(from, format);
  return from.date === null ? words : texts.asOf(words);
}
