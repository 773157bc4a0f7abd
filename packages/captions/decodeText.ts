import type { FaultKind } from './faults.ts';

/** A file's text, lines ended by LF, and what was wrong with its bytes. */
export interface DecodedText {
  readonly text: string;
  readonly fault: FaultKind | null;
}

/** How much of a file is looked at to tell UTF-16 without a byte order mark. */
const SAMPLE_BYTES = 512;
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/**
 * Bytes of a caption file → text. UTF-8 and UTF-16 by byte order mark or by looking, else Windows-1252,
 * which old caption editors write. A UTF-8 file with a few damaged bytes stays UTF-8.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { text, fault } = decode(bytes);
  return { text: withoutControls(text), fault };
}

/** Every line end an LF (CR CR LF comes from a doubled conversion); no byte order mark, NUL or other control. */
export function withoutControls(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\r\n', '\n')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(CONTROLS, '');
}

function decode(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Label(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), fault: null };
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = countMatches(text, /\uFFFD/g);
  if (damaged === 0) return { text, fault: null };
  const accented = countMatches(text, /[^\0-\x7f\uFFFD]/gu);
  if (accented > damaged) return { text, fault: 'damagedBytes' };
  return { text: new TextDecoder('windows-1252').decode(bytes), fault: 'notUtf8' };
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Digits, blanks and line ends in UTF-16 have a zero in every other byte; no other text has.
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 8;
  if (odd > many && odd > 4 * even) return 'utf-16le';
  if (even > many && even > 4 * odd) return 'utf-16be';
  return null;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
