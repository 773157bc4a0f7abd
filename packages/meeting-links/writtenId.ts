/** Finds the number of a meeting that an invitation states: `Meeting ID: 234 567 890 12`. */

/** `ID` is the word of most languages; Webex writes “Meeting number (access code)”. Rooms' devices have IDs of their own. */
const LABEL =
  '(?:(?<!(?:video|conference|konferenz|conférence|conferencia)[ -]?(?:conference )?)\\bID\\b|' +
  '(?:meeting|réunion|reunión|riunione)[ -](?:number|kennnummer)|' +
  'num[eé]ro (?:de (?:la )?|della )?(?:réunion|reunión|riunione)|número de (?:la )?reuni(?:ón|ão))';
/** `ID de réunion`, `ID (for guests)`. */
const REST = '(?: [\\p{L} ]{1,30})?(?: ?\\([^()]{1,40}\\))?\\s{0,5}[:：]\\s{0,20}';
/** A number that ends with `#` is typed into a phone. */
const WRITTEN = new RegExp(`${LABEL}${REST}(?<id>\\d(?:[ \\u00a0]?\\d){7,17})(?![ \\u00a0]?[\\d#])`, 'iu');

/** The number without its blanks; null if the text states none. */
export function writtenId(text: string): string | null {
  const plain = text.replaceAll(/<[^<>]{0,2000}>|\*\*/g, '').replaceAll(/&nbsp;|&#160;/g, ' ');
  return WRITTEN.exec(plain)?.groups?.['id']?.replaceAll(/\D/g, '') ?? null;
}
