import { utf16Label } from '#base';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;

/**
 * Bytes of a feed as text, without byte order mark. UTF-8 as RFC 5545 §3.1.4 wants it; UTF-16 where a mark or zero
 * bytes show it. Lines that are not UTF-8 are read in the charset that the server named, else in Windows-1252.
 * Never throws.
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return decode(bytes, utf16) ?? '';
  return decode(bytes, 'utf-8') ?? decodeByLine(withWholeCharacters(bytes), charset);
}

/** Null when the bytes do not fit the charset, or when there is no such charset. */
const decode = (bytes: Uint8Array, charset: string) => decoderOf(charset)(bytes);

/** Decodes as `decode` does; making a decoder takes longer than reading a line. */
function decoderOf(charset: string): (bytes: Uint8Array) => string | null {
  try {
    const decoder = new TextDecoder(charset, { fatal: !charset.startsWith('utf-16') });
    return (bytes) => {
      try {
        return decoder.decode(bytes);
      } catch {
        return null;
      }
    };
  } catch {
    return () => null;
  }
}

function decodeByLine(bytes: Uint8Array, charset: string | undefined): string {
  const readUtf8 = decoderOf('utf-8');
  const readNamed = decoderOf(charset ?? 'windows-1252');
  const readWindows = decoderOf('windows-1252');
  const lines: string[] = [];
  let foreign = 0;
  for (let from = 0; from < bytes.length;) {
    const isForeign = foreign >= MOST_FOREIGN;
    const feed = isForeign ? -1 : bytes.indexOf(LINE_FEED, from);
    const to = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(from, to);
    const utf8 = isForeign ? null : readUtf8(line);
    if (utf8 === null) foreign += 1;
    lines.push(utf8 ?? readNamed(line) ?? readWindows(line) ?? '');
    from = to;
  }
  return lines.join('');
}

/** Behind so many lines that are not UTF-8, none is taken for it: to be refused takes a decoder long. */
const MOST_FOREIGN = 10_000;

/**
 * Some writers fold after 75 bytes, also in the middle of a character (RFC 5545 §3.1 warns of them).
 * The rest of such a character is put before the fold, so that the lines keep their numbers.
 */
function withWholeCharacters(bytes: Uint8Array): Uint8Array {
  // Not `slice`, which for Node's Buffer would give the same bytes, and they are not ours.
  const whole = new Uint8Array(bytes);
  for (let feed = whole.indexOf(LINE_FEED); feed >= 0; feed = whole.indexOf(LINE_FEED, feed + 1)) {
    const blank = whole[feed + 1];
    if (blank !== SPACE && blank !== TAB) continue;
    const end = whole[feed - 1] === CARRIAGE_RETURN ? feed - 1 : feed;
    const missing = missingBytes(whole, end);
    let rest = feed + 2;
    while (rest < feed + 2 + missing && isContinuation(whole[rest])) rest += 1;
    if (rest === feed + 2) continue;
    const fold = whole.slice(end, feed + 2);
    whole.copyWithin(end, feed + 2, rest);
    whole.set(fold, end + rest - feed - 2);
  }
  return whole;
}

const isContinuation = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte < 0xc0;

/** How many bytes the character that is cut off at `end` still lacks. */
function missingBytes(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[end - back];
    if (byte === undefined || byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) - back;
  }
  return 0;
}
