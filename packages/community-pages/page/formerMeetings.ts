/** Words about former meetings: `Before 2025 we met on Mondays`, `we used to meet at 9:00`. */

const MET = '(?:met|were|was|had|held|gathered|used to)';
const YEAR = '(?:\\w{3,9}\\.?\\s+)?(?<year>20\\d\\d)';
const FORMER = new RegExp(
  [
    '\\bused to (?:meet|be held|take place|gather|be (?:on|at|every|held))\\b',
    '\\b(?:previously|formerly|originally|initially|in the past)\\b[^.;]{0,40}\\b(?:met|held|had (?:\\w+ )?(?:meetings?|calls?)|(?:was|were) (?:on|at|every|weekly|bi-?weekly|monthly))\\b',
    '\\b(?:met|was|were) (?:previously|formerly|originally|initially) (?:held|on|at|in|every|weekly|bi-?weekly|monthly)\\b',
    `\\b(?:before|until|till|prior to|up to|through)\\s+${YEAR}\\b[^.;]{0,60}?\\b${MET}\\b`,
  ].join('|'),
  'i',
);
/** Up to the words about the present, or to the end of the sentence. */
const NOW =
  /[,;:)-]\s+(?:(?:and|but|it|we|they|is|are|has|have|been|which|meets?|the|meetings?|calls?)\s+){0,6}(?=(?:still|now|nowadays|today|currently|since then|these days)\b)/i;
const SENTENCE = /(?<=[.!?;])\s+(?=["'[(*_]*[A-Z\uFFFC])/;
/** Every match of FORMER contains one of these; most texts do not. */
const MAY_BE_FORMER = /\bused to\b|previous|former|original|initial|in the past|20\d\d/i;

/**
 * The part of a sentence about the past: all of it, a clause, or the words in brackets.
 */
export function formerPart(sentence: string): { start: number; end: number } | null {
  if (!MAY_BE_FORMER.test(sentence)) return null;
  const former = FORMER.exec(sentence);
  if (former === null) return null;
  const start = /[(;][^();]*$/.exec(sentence.slice(0, former.index))?.index ?? 0;
  const from = former.index + former[0].length;
  const bracket = sentence[start] === '(' ? sentence.indexOf(')', from) : -1;
  const now = NOW.exec(sentence.slice(from));
  const end = now === null ? sentence.length : from + now.index + now[0].length;
  return { start, end: bracket < 0 ? end : Math.min(end, bracket + 1) };
}

/** The text without its words about the past. */
export function withoutFormer(text: string): string {
  if (!MAY_BE_FORMER.test(text)) return text;
  const left = text.split(SENTENCE).map((sentence) => {
    const former = formerPart(sentence);
    return former === null ? sentence : sentence.slice(0, former.start) + sentence.slice(former.end);
  });
  return left.join(' ');
}
