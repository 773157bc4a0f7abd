import type { Cue } from './transcript.ts';

/** From this many words on, text shared by two neighbours is no chance. */
const TELLING_WORDS = 3;
/** YouTube shows each line once more, alone, for this long at most. */
const FLASH_MS = 100;
/** The share of neighbours that repeat each other above which a file is a rolling one. */
const ROLLING_SHARE = 0.3;
/** A cue is a line or two; longer texts are not compared further. */
const LONGEST_SHARED = 64;

/**
 * Rolling captions show each line twice: as the new one, then above the next. YouTube writes them as cues that hold
 * both lines. Here each line stands once, in the cue that brought it. A file that does not roll is left alone, so
 * that somebody who says “no, no” is not corrected.
 * @param cues ordered by start
 */
export function withoutRepeats(cues: readonly Cue[]): Cue[] {
  const words = cues.map((cue) => cue.text.split(' '));
  const shared = words.map((next, index) => sharedWords(words[index - 1] ?? [], next));
  const isTelling = shared.map((count, index) => {
    const before = words[index - 1]?.length ?? 0;
    const next = words[index]?.length ?? 0;
    const cue = cues[index];
    const isFlash = cue !== undefined && cue.end - cue.start <= FLASH_MS;
    return (
      count >= TELLING_WORDS ||
      (count > 0 && ((count === before && before < next) || (count === next && isFlash)))
    );
  });
  const telling = isTelling.filter(Boolean);
  if (telling.length < Math.max(1, cues.length - 1) * ROLLING_SHARE) return [...cues];
  return cues.flatMap((cue, index) => {
    const before = cues[index - 1];
    const canRepeat = before && before.speaker === cue.speaker && cue.start <= before.end;
    // Fewer words may well be said twice: “yeah, yeah”.
    const repeated = canRepeat && isTelling[index] === true ? shared[index] : 0;
    const text = (words[index] ?? []).slice(repeated).join(' ');
    return text === '' ? [] : { start: cue.start, end: cue.end, speaker: cue.speaker, text };
  });
}

/** How many words the end of one text and the beginning of the next have in common. */
function sharedWords(before: readonly string[], next: readonly string[]): number {
  for (let count = Math.min(before.length, next.length, LONGEST_SHARED); count > 0; count -= 1) {
    const tail = before.slice(before.length - count);
    if (tail.every((word, index) => word === next[index])) return count;
  }
  return 0;
}
