import { changeBetween } from './textChange.ts';

/** A text with the number of its words. */
export interface WordCount {
  readonly text: string;
  readonly count: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;

const wordsIn = (text: string): number => {
  let count = 0;
  for (const _ of text.matchAll(WORD)) count += 1;
  return count;
};

/** Counts the words of a text. */
export const countWords = (text: string): WordCount => ({ text, count: wordsIn(text) });

/** Counts the words of a text that has changed: only those of the lines that differ. */
export function recountWords(before: WordCount, text: string): WordCount {
  if (text === before.text) return before;
  const { from, to, insert } = changeBetween(before.text, text);
  // No word goes over the end of a line.
  const start = from === 0 ? 0 : before.text.lastIndexOf('\n', from - 1) + 1;
  const after = before.text.indexOf('\n', to);
  const end = after === -1 ? before.text.length : after;
  const newEnd = from + insert.length + (end - to);
  const count = before.count - wordsIn(before.text.slice(start, end)) + wordsIn(text.slice(start, newEnd));
  return { text, count };
}
