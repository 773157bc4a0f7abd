import { MINUTE, SECOND } from '#base';
import type { Cue } from './transcript.ts';
import { withoutRepeats } from './withoutRepeats.ts';

/** The words of one cue in a paragraph: their position in its text, and their time. */
export interface ParagraphPart {
  /** Index of the first character in the paragraph's text. */
  readonly at: number;
  /** Milliseconds from the start of the recording. */
  readonly start: number;
}

/** Cues joined into a readable paragraph. Times: milliseconds from the start of the recording. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly text: string;
  /** In the order of the text; the first begins at 0. */
  readonly parts: readonly ParagraphPart[];
}

/** A silence of this length (ms) begins a new paragraph. */
const LONG_PAUSE = 2 * SECOND;
/** From this length (characters), a paragraph ends at the next sentence end or pause. */
const COMFORTABLE_LENGTH = 400;
/** Automatic captions have no sentences: at this length or duration, a paragraph ends with any cue. */
const MAX_LENGTH = 800;
const MAX_DURATION = MINUTE;

const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f]["'\u2019\u201d)\]]*$/u;

/**
 * Joins cues into paragraphs: a new one begins when the speaker changes, after a long silence, or at a readable
 * length. Rolling captions that repeat their lines give each word once. Paragraphs do not overlap in time.
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
 * Cuts each cue at the next start. Starts are measured and kept; the end of a rolling caption only says when it left
 * the screen.
 * @param cues ordered by start
 */
export function withoutOverlaps(cues: readonly Cue[]): Cue[] {
  return cues.map((cue, index) => {
    const next = cues[index + 1];
    const { start, speaker, text } = cue;
    return { start, end: next ? Math.min(cue.end, next.start) : cue.end, speaker, text };
  });
}

/** The time of the character at this index of a paragraph: the start of its cue. */
export function momentOf(paragraph: Paragraph, index: number): number {
  return paragraph.parts.findLast((part) => part.at <= index)?.start ?? paragraph.start;
}

function isNewParagraph(before: Omit<Paragraph, 'parts'>, cue: Cue): boolean {
  if (cue.speaker !== before.speaker) return true;
  const pause = cue.start - before.end;
  if (pause >= LONG_PAUSE) return true;
  const isLong = before.text.length >= COMFORTABLE_LENGTH;
  if (isLong && (pause > 0 || SENTENCE_END.test(before.text))) return true;
  return before.text.length >= MAX_LENGTH || cue.start - before.start >= MAX_DURATION;
}
