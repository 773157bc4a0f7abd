import { decodeHTMLStrict } from 'entities';

/** A stretch of a cue's text that one person says; null where the cue does not say who. */
export interface SpokenText {
  readonly speaker: string | null;
  readonly text: string;
}

/** In WebVTT whatever looks like a tag is one, also when nobody knows it. */
const ANY_TAG =
  /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?<classes>\.[^\s<>]*)?(?:\s(?<annotation>[^<>]*))?\/?>|<\d[\d:.,]*>/giu;
/** Elsewhere only what converters write: other `<` and `>` are text, as in `Vec<u8>`. */
const KNOWN_TAG =
  /<(?<close>\/?)(?<name>v|b|i|u|s|c|lang|ruby|rt|font|span|p|em|strong|br)(?<classes>\.[^\s<>]*)?(?:\s(?<annotation>[^<>]*))?\/?>|<\d[\d:.,]*>/giu;
/** `[br]` is SBV's line break; `{\an8}` a position that SubStation leaves in SubRip files. */
const NOT_TEXT = /\[br\]|\{\\[^{}]*\}/giu;
/** Controls can be written as entities; an escape would talk to terminals. */
const CONTROLS = /[^\P{Cc}\s]/gu;

/**
 * The text of one cue as written (tags, entities, line breaks) → what is said, by whom. Source: W3C WebVTT,
 * “cue text parsing”. A cue with several voices gives several stretches; one without text gives none.
 * A voice may interrupt another, which then goes on.
 */
export function readCueText(written: string, { isWebVtt }: { readonly isWebVtt: boolean }): SpokenText[] {
  const spoken: SpokenText[] = [];
  const voices: (string | null)[] = [];
  let text = '';
  const finish = (): void => {
    const plain = plainText(text);
    const speaker = voices.at(-1) ?? null;
    const last = spoken.at(-1);
    if (plain !== '' && last?.speaker === speaker)
      spoken.splice(-1, 1, { speaker, text: `${last.text} ${plain}` });
    else if (plain !== '') spoken.push({ speaker, text: plain });
    text = '';
  };
  let from = 0;
  for (const match of written.matchAll(isWebVtt ? ANY_TAG : KNOWN_TAG)) {
    text += written.slice(from, match.index);
    from = match.index + match[0].length;
    const { name = '', close = '', annotation = '' } = match.groups ?? {};
    if (name.toLowerCase() === 'v') {
      finish();
      if (close) voices.pop();
      else voices.push(plainText(annotation) || null);
    } else if (name.toLowerCase() === 'br') {
      text += ' ';
    }
  }
  text += written.slice(from);
  finish();
  return spoken;
}

/** Entities decoded once, controls dropped, white space folded. */
export const plainText = (written: string): string =>
  decodeHTMLStrict(written.replace(NOT_TEXT, ' ')).replace(CONTROLS, '').replace(/\s+/gu, ' ').trim();
