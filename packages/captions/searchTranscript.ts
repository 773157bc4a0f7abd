import { momentOf, type Paragraph } from './paragraphs.ts';

/** A match in a transcript. It may begin in one paragraph and end in the next. */
export interface TranscriptHit {
  /** Index of the paragraph in which the match begins. */
  readonly paragraph: number;
  /** Index of its first character in the paragraph's text. */
  readonly at: number;
  /** Its time: milliseconds from the start of the recording. */
  readonly start: number;
}

/**
 * All matches of some words, in order; ignores case, accents and white space. Searches the joined text, because
 * captions split sentences and names over several cues.
 */
export function searchTranscript(paragraphs: readonly Paragraph[], words: string): TranscriptHit[] {
  const wanted = fold(words).text.trim().replace(/\s+/g, ' ');
  if (wanted === '') return [];
  const folded = paragraphs.map((paragraph) => fold(paragraph.text));
  const starts: number[] = [];
  let length = 0;
  for (const { text } of folded) {
    starts.push(length);
    length += text.length + 1;
  }
  const all = folded.map(({ text }) => text).join(' ');
  const hits: TranscriptHit[] = [];
  for (let from = all.indexOf(wanted); from !== -1; from = all.indexOf(wanted, from + wanted.length)) {
    const index = starts.findLastIndex((start) => start <= from);
    const paragraph = paragraphs[index];
    const at = folded[index]?.origin[from - (starts[index] ?? 0)] ?? 0;
    if (paragraph) hits.push({ paragraph: index, at, start: momentOf(paragraph, at) });
  }
  return hits;
}

/** Lower case without accents, and the original index of each character: folding may change lengths. */
function fold(written: string): { text: string; origin: readonly number[] } {
  const origin: number[] = [];
  let text = '';
  let index = 0;
  for (const character of written) {
    // In capitals, `ß` is `SS`.
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(index);
    text += plain;
    index += character.length;
  }
  return { text, origin };
}
