import { searchTranscript, type Paragraph } from '#captions';
import { foldWord, wordsOf } from './search.ts';

/** A cue within a paragraph of a transcript. */
export interface SoughtCue {
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** The cue's text within that of the paragraph. */
  readonly from: number;
  readonly to: number;
  /** Its time: milliseconds from the start of the recording. */
  readonly start: number;
}

/**
 * The cue that a search found: the first with its words side by side, else the first with a word that begins like one of
 * them. null if there is none; the search also forgives misspelled words.
 */
export function soughtCue(paragraphs: readonly Paragraph[], words: string): SoughtCue | null {
  const [phrase] = searchTranscript(paragraphs, words);
  const found = phrase ?? firstWord(paragraphs, wordsOf(words));
  const paragraph = found === null ? undefined : paragraphs[found.paragraph];
  if (found === null || paragraph === undefined) return null;
  const index = paragraph.parts.findLastIndex(({ at }) => at <= found.at);
  const part = paragraph.parts[index];
  if (part === undefined) return null;
  const next = paragraph.parts[index + 1];
  return {
    paragraph: found.paragraph,
    from: part.at,
    to: next === undefined ? paragraph.text.length : next.at - 1,
    start: part.start,
  };
}

/** @param wanted folded */
function firstWord(
  paragraphs: readonly Paragraph[],
  wanted: readonly string[],
): { readonly paragraph: number; readonly at: number } | null {
  for (const [paragraph, { text }] of paragraphs.entries())
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
      if (wanted.some((one) => foldWord(word).startsWith(one))) return { paragraph, at: index };
  return null;
}
