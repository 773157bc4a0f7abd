/** A stretch of a cue's text that one person says; null where the cue does not say who. */
export interface SpokenText {
  readonly speaker: string | null;
  readonly text: string;
}

/** The tags of WebVTT, and those that SubRip files and converters write. Other `<` and `>` are text. */
const TAG =
  /<(?<close>\/?)(?<name>v|b|i|u|s|c|lang|ruby|rt|font|span|p|em|strong|br)(?<classes>\.[^\s<>]*)?(?:\s(?<annotation>[^<>]*))?\/?>|<\d[\d:.,]*>/giu;
/** `[br]` is SBV's line break; `{\an8}` a position that SubStation leaves in SubRip files. */
const NOT_TEXT = /\[br\]|\{\\[^{}]*\}/giu;
const ENTITY = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>[a-z]{2,6}));/giu;
/** Controls can be written as entities; an escape would talk to terminals. */
const CONTROLS = /[^\P{Cc}\s]/gu;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
]);

/**
 * The text of one cue as written (tags, entities, line breaks) → what is said, by whom. Source: W3C WebVTT,
 * “cue text parsing”. A cue with several voices gives several stretches; one without text gives none.
 */
export function readCueText(written: string): SpokenText[] {
  const spoken: SpokenText[] = [];
  let speaker: string | null = null;
  let text = '';
  const finish = (): void => {
    const plain = plainText(text);
    if (plain !== '') spoken.push({ speaker, text: plain });
    text = '';
  };
  let from = 0;
  for (const match of written.matchAll(TAG)) {
    text += written.slice(from, match.index);
    from = match.index + match[0].length;
    const { name = '', close = '', annotation = '' } = match.groups ?? {};
    if (name.toLowerCase() === 'v') {
      finish();
      speaker = close ? null : plainText(annotation) || null;
    } else if (name.toLowerCase() === 'br') {
      text += ' ';
    }
  }
  text += written.slice(from);
  finish();
  return spoken;
}

/** Entities decoded once, controls dropped, white space folded. */
export function plainText(written: string): string {
  return written
    .replace(NOT_TEXT, ' ')
    .replace(ENTITY, decodeEntity)
    .replace(CONTROLS, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function decodeEntity(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities.get(name.toLowerCase()) ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}
