import { MINUTE, SECOND } from '#base';
import type { Cue } from './transcript.ts';
import { withoutRepeats } from './withoutRepeats.ts';

/** The words of one cue inside a paragraph: where they begin in its text, and when they are said. */
export interface ParagraphPart {
  /** Index of the first character in the paragraph's text. */
  readonly at: number;
  /** Milliseconds from the start of the recording. */
  readonly start: number;
}

/** Cues joined into what one can read. Times: milliseconds from the start of the recording. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly text: string;
  /** In the order of the text; the first begins at 0. */
  readonly parts: readonly ParagraphPart[];
}

/** A silence as long as this parts two thoughts. */
const LONG_PAUSE = 2 * SECOND;
/** From this length on a paragraph ends with the next sentence or pause, whichever comes first. */
const COMFORTABLE_LENGTH = 400;
/** Automatic captions have no sentences: at this length or time a paragraph ends wherever a cue does. */
const GREATEST_LENGTH = 800;
const GREATEST_DURATION = MINUTE;

const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f]["'\u2019\u201d)\]]*$/u;

/**
 * Cues → paragraphs: parted where the speaker changes, at long silences, and after a readable length. No word is
 * said twice where rolling captions repeat their lines, and no two paragraphs overlap in time.
 * @param cues ordered by start
 */
export function joinParagraphs(cues: readonly Cue[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: { start: number; speaker: string | null; text: string; parts: ParagraphPart[] } | null = null;
  let end = 0;
  const finish = (): void => {
    if (current) paragraphs.push({ ...current, end });
    current = null;
  };
  for (const cue of withoutOverlaps(withoutRepeats(cues))) {
    if (current && isNewParagraph({ ...current, end }, cue)) finish();
    if (current) {
      current.parts.push({ at: current.text.length + 1, start: cue.start });
      current.text += ` ${cue.text}`;
    } else {
      const { start, speaker, text } = cue;
      current = { start, speaker, text, parts: [{ at: 0, start }] };
    }
    end = cue.end;
  }
  finish();
  return paragraphs;
}

/**
 * The cues as stretches of time one after another: each end is cut at the next start. Starts are kept, they are what
 * was measured; the end of a rolling caption only says when it left the screen.
 * @param cues ordered by start
 */
export function withoutOverlaps(cues: readonly Cue[]): Cue[] {
  return cues.map((cue, index) => {
    const next = cues[index + 1];
    const { start, speaker, text } = cue;
    return { start, end: next ? Math.min(cue.end, next.start) : cue.end, speaker, text };
  });
}

/** When the character at this index of a paragraph is said: the start of its cue. */
export function momentOf(paragraph: Paragraph, index: number): number {
  return paragraph.parts.findLast((part) => part.at <= index)?.start ?? paragraph.start;
}

function isNewParagraph(before: Omit<Paragraph, 'parts'>, cue: Cue): boolean {
  if (cue.speaker !== before.speaker) return true;
  const pause = cue.start - before.end;
  if (pause >= LONG_PAUSE) return true;
  const isLong = before.text.length >= COMFORTABLE_LENGTH;
  if (isLong && (pause > 0 || SENTENCE_END.test(before.text))) return true;
  return before.text.length >= GREATEST_LENGTH || cue.start - before.start >= GREATEST_DURATION;
}
