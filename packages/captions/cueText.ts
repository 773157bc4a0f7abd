import { decodeHTMLStrict } from 'entities';

/** A part of a cue with one speaker; null if the cue does not name one. */
export interface SpokenText {
  readonly speaker: string | null;
  readonly text: string;
}

/** In WebVTT anything that looks like a tag is a tag, even an unknown one. */
const ANY_TAG =
  /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?<classes>\.[^\s<>]*)?(?:\s(?<annotation>[^<>]*))?\/?>|<\d[\d:.,]*>/giu;
/** In other formats, only tags that converters write; other `<` and `>` are text, as in `Vec<u8>`. */
const KNOWN_TAG =
  /<(?<close>\/?)(?<name>v|b|i|u|s|c|lang|ruby|rt|font|span|p|em|strong|br)(?<classes>\.[^\s<>]*)?(?:\s(?<annotation>[^<>]*))?\/?>|<\d[\d:.,]*>/giu;
/** `[br]` is a line break in SBV; `{\an8}` is a position from SubStation in SubRip files. */
const NOT_TEXT = /\[br\]|\{\\[^{}]*\}/giu;
/** Control characters can be written as entities; an escape character would reach terminals. */
const CONTROLS = /[^\P{Cc}\s]/gu;

/**
 * Parses the text of one cue (tags, entities, line breaks) into parts with speakers. Source: W3C WebVTT, “cue text
 * parsing”. A cue with several voices gives several parts, one without text none. A nested voice interrupts the outer
 * one, which then continues.
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

/** Decodes entities once, removes control characters, collapses white space. */
export const plainText = (written: string): string =>
  decodeHTMLStrict(written.replace(NOT_TEXT, ' ')).replace(CONTROLS, '').replace(/\s+/gu, ' ').trim();
