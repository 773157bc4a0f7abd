import { LONGEST_URL, parseWebUrl } from './unwrapUrl.ts';

/** An address found in text. `start` and `end` are positions in the tidied text. */
export interface FoundUrl {
  readonly url: URL;
  readonly start: number;
  readonly end: number;
}

/** Zero-width and direction characters and the soft hyphen: invisible, and fatal inside an address. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** A line of an unfolded iCalendar file is at most 75 octets (RFC 5545 §3.1); only such a one may be folded. */
const FOLDED_LINE = 73;

/** Joins lines that RFC 5545 folding broke, where somebody pasted a calendar file as text. */
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

/** The source of a mail (quoted-printable, RFC 2045 §6.7) breaks lines with `=` and writes `=` as `=3D`. */
const isQuotedPrintable = (text: string): boolean => /=\r?\n/.test(text) && /=3D/i.test(text);

const unquote = (text: string): string =>
  text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([2-7][0-9A-F])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Text without invisible characters and lines broken for transport. */
export function tidyText(text: string): string {
  const visible = text.replaceAll(INVISIBLE, '');
  return unfold(isQuotedPrintable(visible) ? unquote(visible) : visible);
}

const isHostCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 45 ||
  code === 46;

/** Ends an address wherever it stands: white space, quotes, brackets of HTML and Markdown, and wide punctuation. */
const URL_END = /[\s<>"`{}|^\p{Cc}\u2018-\u201f\u2026\u3000-\u3020\uff00-\uff0f\uff1a-\uff20]/u;

/** What may stand before an address that was written without `https://`. */
const BEFORE_BARE = /[\s<>"'([{,;:*|>\u3000-\u3020\uff00-\uff0f\uff1a-\uff20]/;

/** HTML residue that ends an address which was escaped as text, and what is left over from escaped markup. */
const RESIDUE = /&(?:nbsp|lt|gt|quot|apos|#39|#34|#60|#62|#160|#x3c|#x3e|#x22|#x27|#xa0);?/i;

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&(?:amp|#38|#x26);/gi, '&'],
  [/&(?:#61|#x3d|equals);/gi, '='],
  [/&(?:#47|#x2f|sol);/gi, '/'],
];

/** Punctuation of the sentence around it. A closing bracket stays where the address itself opened it. */
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

/** An address as written, without what HTML, iCalendar and the sentence left on it. */
function cleanUrlText(written: string): string {
  // iCalendar escapes commas and semicolons, and writes line ends as \n (RFC 5545 §3.3.11).
  const unescaped = written.replaceAll(/\\([,;])/g, '$1');
  const backslash = unescaped.indexOf('\\');
  let text = backslash === -1 ? unescaped : unescaped.slice(0, backslash);
  // Text that was escaped twice says &amp;amp; .
  for (let round = 0; round < 2 && text.includes('&'); round++) {
    for (const [entity, character] of ENTITIES) text = text.replaceAll(entity, character);
  }
  const residue = text.search(RESIDUE);
  return withoutTrailing(residue === -1 ? text : text.slice(0, residue));
}

/** End of the address that begins before `from`, or of the label of a link in Markdown, Org or a wiki: not beyond the length that is looked at. */
function endOfUrl(text: string, from: number): number {
  const stretch = text.slice(from, from + LONGEST_URL);
  const end = stretch.search(URL_END);
  const address = end === -1 ? stretch : stretch.slice(0, end);
  const label = address.search(/\][[(\]]/);
  return from + (label === -1 ? address.length : label);
}

/** The web's schemes, and those of apps that write the host as the web does. */
const KNOWN_SCHEME = /(?:https?|zoommtg|zoomus|msteams):\/\/$/i;

/** Where an address with this host begins and with what scheme; null where the host is part of something else. */
function schemeBefore(text: string, hostStart: number): { start: number } | null {
  if (text.startsWith('//', hostStart - 2)) {
    const scheme = KNOWN_SCHEME.exec(text.slice(Math.max(0, hostStart - 10), hostStart));
    return scheme === null ? null : { start: hostStart - scheme[0].length };
  }
  const previous = hostStart === 0 ? ' ' : (text[hostStart - 1] ?? '');
  // An e-mail address, a path, a parameter or a letter of another script makes it a different host.
  return BEFORE_BARE.test(previous) ? { start: hostStart } : null;
}

/** Whether an address is worth a look: by its host, in lower case, and the text around `pathAt`, where its path begins. */
export type IsOfInterest = (host: string, text: string, pathAt: number) => boolean;

/**
 * Addresses in text whose host the caller is interested in, in the order of the text. One pass: every character
 * is looked at a bounded number of times, whatever the text.
 * @param isOfInterest asked about each host
 * @param most at most so many are looked at closely; the rest of the text is left
 */
export function urlsInText(text: string, isOfInterest: IsOfInterest, most: number): FoundUrl[] {
  const found: FoundUrl[] = [];
  let looked = 0;
  let runStart = 0;
  let dots = 0;
  // Not a number at the end of the text, where a host may end, too.
  for (let at = 0; at <= text.length && looked < most; at++) {
    const code = text.charCodeAt(at);
    if (isHostCharacter(code)) {
      if (code === 46) dots++;
      continue;
    }
    const isPort = code === 58 && dots > 0 && /^:\d{2,5}\//.test(text.slice(at, at + 7));
    // `/` ends a host that a path follows; `?` and `#` end one where the path was left out. Of a room that has a host
    // of its own nothing follows, so that only the scheme before it tells that it is an address.
    const isFollowed = code === 47 || code === 63 || code === 35 || isPort;
    if (dots > 0 && at - runStart <= 253 && (isFollowed || text.startsWith('//', runStart - 2))) {
      const end = takeUrl(text, runStart, at, isOfInterest, found);
      if (end !== null) {
        looked++;
        at = end - 1;
      }
    }
    runStart = at + 1;
    dots = 0;
  }
  return found;
}

/** Takes one address when it is of interest; returns where it ends, or null. */
function takeUrl(
  text: string,
  hostStart: number,
  hostEnd: number,
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

/** A whole field that holds nothing but one address, of any host; null otherwise. */
export function soleUrl(text: string): URL | null {
  const trimmed = text.trim();
  if (!/^https?:\/\/\S+$/i.test(trimmed) || trimmed.length > LONGEST_URL) return null;
  return parseWebUrl(cleanUrlText(trimmed));
}
