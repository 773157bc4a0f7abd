import type { Cue } from './transcript.ts';

/** Minimum number of shared words that is not coincidence. */
const MIN_SHARED_WORDS = 3;
/** Maximum duration (ms) for which YouTube shows a finished line again, alone. */
const FLASH_MS = 100;
/** Minimum share of neighbouring cues that repeat each other in a rolling file. */
const ROLLING_SHARE = 0.3;
/** A cue is one or two lines; longer texts are compared only up to this number of words. */
const MAX_COMPARED_WORDS = 64;

/**
 * Rolling captions show each line twice: first as the new line, then above the next. YouTube writes cues with both
 * lines. Here each line remains once, in the cue that introduced it. Other files are unchanged, so that a speaker's
 * “no, no” is kept.
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
      count >= MIN_SHARED_WORDS ||
      (count > 0 && ((count === before && before < next) || (count === next && isFlash)))
    );
  });
  const telling = isTelling.filter(Boolean);
  if (telling.length < Math.max(1, cues.length - 1) * ROLLING_SHARE) return [...cues];
  return cues.flatMap((cue, index) => {
    const before = cues[index - 1];
    const canRepeat = before && before.speaker === cue.speaker && cue.start <= before.end;
    // Fewer words may really be said twice: “yeah, yeah”.
    const repeated = canRepeat && isTelling[index] === true ? shared[index] : 0;
    const text = (words[index] ?? []).slice(repeated).join(' ');
    return text === '' ? [] : { start: cue.start, end: cue.end, speaker: cue.speaker, text };
  });
}

/** Number of words at the end of one text that begin the next. */
function sharedWords(before: readonly string[], next: readonly string[]): number {
  for (let count = Math.min(before.length, next.length, MAX_COMPARED_WORDS); count > 0; count -= 1) {
    const tail = before.slice(before.length - count);
    if (tail.every((word, index) => word === next[index])) return count;
  }
  return 0;
}
