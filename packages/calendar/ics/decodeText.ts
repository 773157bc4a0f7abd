import { utf16Label } from '#base';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;

/**
 * Decodes the bytes of a feed, without byte order mark: UTF-8 as RFC 5545 §3.1.4 requires, or UTF-16 if detected.
 * Lines that are not UTF-8 are decoded with the charset that the server named, else with Windows-1252. Never throws.
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return decode(bytes, utf16) ?? '';
  return decode(bytes, 'utf-8') ?? decodeByLine(withWholeCharacters(bytes), charset);
}

/** Null if the bytes do not fit the charset, or the charset is unknown. */
const decode = (bytes: Uint8Array, charset: string) => decoderOf(charset)(bytes);

/** A reusable `decode`: creating a decoder takes longer than decoding a line. */
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
    const isForeign = foreign >= MAX_FOREIGN_LINES;
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

/** After this many lines that are not UTF-8, the rest is not tried as UTF-8: a decoder error is slow. */
const MAX_FOREIGN_LINES = 10_000;

/**
 * Some writers fold lines after 75 bytes even inside a multi-byte character (RFC 5545 §3.1 warns of this). Moves the
 * rest of such a character before the fold, so that line numbers stay the same.
 */
function withWholeCharacters(bytes: Uint8Array): Uint8Array {
  // Not `slice`: on Node's Buffer it shares memory, and these bytes belong to the caller.
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

/** Number of bytes missing from a character cut off at `end`. */
function missingBytes(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[end - back];
    if (byte === undefined || byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) - back;
  }
  return 0;
}
