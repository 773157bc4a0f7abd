import { LONGEST_URL, parseWebUrl } from './unwrapUrl.ts';

/** An address found in text. `start` and `end` are offsets in the tidied text. */
export interface FoundUrl {
  readonly url: URL;
  readonly start: number;
  readonly end: number;
}

/** Zero-width and direction characters and the soft hyphen: invisible, and they break an address. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Folded lines of iCalendar have 75 octets (RFC 5545 §3.1); only lines near that length are joined. */
const FOLDED_LINE = 73;

/** Joins folded lines of a calendar file that was pasted as text. */
function unfold(text: string): string {
  if (!text.includes('\n ')) return text;
  let unfolded = '';
  let kept = 0;
  for (let at = text.indexOf('\n '); at !== -1; at = text.indexOf('\n ', at + 1)) {
    const lineEnd = text[at - 1] === '\r' ? at - 1 : at;
    const length = lineEnd - 1 - text.lastIndexOf('\n', at - 1);
    if (length < FOLDED_LINE || length > FOLDED_LINE + 3) continue;
    unfolded += text.slice(kept, lineEnd);
    kept = at + 2;
  }
  return unfolded + text.slice(kept);
}

/** Quoted-printable mail (RFC 2045 §6.7) breaks lines with `=` and writes `=` as `=3D`. */
const isQuotedPrintable = (text: string): boolean => /=\r?\n/.test(text) && /=3D/i.test(text);

const unquote = (text: string): string =>
  text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([2-7][0-9A-F])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Removes invisible characters and line breaks added for transport. */
export function tidyText(text: string): string {
  const visible = text.replaceAll(INVISIBLE, '');
  return unfold(isQuotedPrintable(visible) ? unquote(visible) : visible);
}

/** By code: 1 for letters and digits of ASCII, `-` and `.`. A table, since it is asked for each character. */
const HOST_CHARACTERS = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.')
  HOST_CHARACTERS[character.charCodeAt(0)] = 1;

/** Characters that end an address: white space, quotes, brackets of HTML and Markdown, and full-width punctuation. */
const URL_END = /[\s<>"`{}|^\p{Cc}\u2018-\u201f\u2026\u3000-\u3020\uff00-\uff0f\uff1a-\uff20]/u;

/** Characters allowed before an address without `https://`. */
const BEFORE_BARE = /[\s<>"'([{,;:*|>\u3000-\u3020\uff00-\uff0f\uff1a-\uff20]/;

/** HTML entities that end an address escaped as text, and remains of escaped markup. */
const RESIDUE = /&(?:nbsp|lt|gt|quot|apos|#39|#34|#60|#62|#160|#x3c|#x3e|#x22|#x27|#xa0);?/i;

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&(?:amp|#38|#x26);/gi, '&'],
  [/&(?:#61|#x3d|equals);/gi, '='],
  [/&(?:#47|#x2f|sol);/gi, '/'],
];

/**
 * Removes punctuation of the surrounding sentence. A closing bracket stays if the address contains its opening one.
 */
function withoutTrailing(text: string): string {
  const count = (character: string): number => text.split(character).length - 1;
  const surplus = { ')': count(')') - count('('), ']': count(']') - count('[') };
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] ?? '';
    if (".,;:!?'*~".includes(last)) continue;
    if ((last !== ')' && last !== ']') || surplus[last] <= 0) break;
    surplus[last]--;
  }
  return text.slice(0, end);
}

/** Removes remains of HTML, iCalendar and the sentence from an address. */
function cleanUrlText(written: string): string {
  // iCalendar escapes commas and semicolons, and writes line ends as \n (RFC 5545 §3.3.11).
  const unescaped = written.replaceAll(/\\([,;])/g, '$1');
  const backslash = unescaped.indexOf('\\');
  let text = backslash === -1 ? unescaped : unescaped.slice(0, backslash);
  // Text that was escaped twice contains &amp;amp; .
  for (let round = 0; round < 2 && text.includes('&'); round++) {
    for (const [entity, character] of ENTITIES) text = text.replaceAll(entity, character);
  }
  const residue = text.search(RESIDUE);
  return withoutTrailing(residue === -1 ? text : text.slice(0, residue));
}

/** End of the address, or of its link label in Markdown, Org or a wiki; within the maximum length. */
function endOfUrl(text: string, from: number): number {
  const stretch = text.slice(from, from + LONGEST_URL);
  const end = stretch.search(URL_END);
  const address = end === -1 ? stretch : stretch.slice(0, end);
  const label = address.search(/\][[(\]]/);
  return from + (label === -1 ? address.length : label);
}

/** Web schemes, and app schemes with a host. */
const KNOWN_SCHEME = /(?:https?|zoommtg|zoomus|msteams):\/\/$/i;

/** Start of the address with this host, including its scheme; null if the host is part of something else. */
function schemeBefore(text: string, hostStart: number): { start: number } | null {
  if (text.startsWith('//', hostStart - 2)) {
    const scheme = KNOWN_SCHEME.exec(text.slice(Math.max(0, hostStart - 10), hostStart));
    return scheme === null ? null : { start: hostStart - scheme[0].length };
  }
  const previous = hostStart === 0 ? ' ' : (text[hostStart - 1] ?? '');
  // An e-mail address, a path, a parameter or a letter of another script makes it a different host.
  return BEFORE_BARE.test(previous) ? { start: hostStart } : null;
}

/** Whether to examine an address, by its host (in lower case) and the text around `pathAt`, the start of its path. */
export type IsOfInterest = (host: string, text: string, pathAt: number) => boolean;

/** Maximum hosts looked at in a text; the rest of it is skipped. The longest newsletters have some hundred. */
const MAX_HOSTS = 4_000;

/**
 * Finds the addresses of interest in a text, in order. One pass in linear time.
 * @param isOfInterest called for each host
 * @param most maximum number of addresses to examine; the rest of the text is skipped
 */
export function urlsInText(text: string, isOfInterest: IsOfInterest, most: number): FoundUrl[] {
  const found: FoundUrl[] = [];
  let looked = 0;
  let hosts = 0;
  /** Where the part of the text begins that was not looked at. */
  let from = 0;
  // Each host has a dot, and most of a text has none.
  for (let dot = text.indexOf('.'); dot !== -1; dot = text.indexOf('.', from)) {
    const start = startOfHost(text, dot, from);
    const end = endOfHost(text, dot);
    from = end;
    if (end - start > LONGEST_HOST || !isAddress(text, start, end)) continue;
    if (hosts === MAX_HOSTS || looked === most) break;
    hosts++;
    const addressEnd = addUrl(text, { start, end }, isOfInterest, found);
    if (addressEnd === null) continue;
    looked++;
    from = addressEnd;
  }
  return found;
}

const LONGEST_HOST = 253;

const isHostCharacter = (code: number): boolean => code < 128 && HOST_CHARACTERS[code] === 1;

function startOfHost(text: string, dot: number, from: number): number {
  let start = dot;
  while (start > from && isHostCharacter(text.charCodeAt(start - 1))) start--;
  return start;
}

function endOfHost(text: string, dot: number): number {
  let end = dot + 1;
  while (end < text.length && isHostCharacter(text.charCodeAt(end))) end++;
  return end;
}

/**
 * `/` ends a host before a path; `?` and `#` end one without a path. A room on a host of its own has nothing after it;
 * then only the scheme before it shows that it is an address.
 */
function isAddress(text: string, start: number, end: number): boolean {
  const next = text[end];
  if (next === '/' || next === '?' || next === '#') return true;
  if (next === ':' && /^:\d{2,5}\//.test(text.slice(end, end + 7))) return true;
  return text.startsWith('//', start - 2);
}

/** Adds one address if it is of interest; returns its end, or null. */
function addUrl(
  text: string,
  { start: hostStart, end: hostEnd }: { readonly start: number; readonly end: number },
  isOfInterest: IsOfInterest,
  found: FoundUrl[],
): number | null {
  const host = text.slice(hostStart, hostEnd).replace(/\.+$/, '').toLowerCase();
  if (!isOfInterest(host, text, hostEnd)) return null;
  const scheme = schemeBefore(text, hostStart);
  if (scheme === null) return null;
  const end = endOfUrl(text, hostEnd);
  const url = parseWebUrl(`https://${cleanUrlText(text.slice(hostStart, end))}`);
  if (url === null) return end;
  found.push({ url, start: scheme.start, end });
  return end;
}

/** The address of a field that consists of one address only, on any host; else null. */
export function soleUrl(text: string): URL | null {
  const trimmed = text.trim();
  if (!/^https?:\/\/\S+$/i.test(trimmed) || trimmed.length > LONGEST_URL) return null;
  return parseWebUrl(cleanUrlText(trimmed));
}
