import { utf16Label, withoutControls } from '#base';
import type { FaultKind } from './faults.ts';

/** The decoded text of a file with LF line ends, and the fault of its bytes. */
export interface DecodedText {
  readonly text: string;
  readonly fault: FaultKind | null;
}

/**
 * Decodes a caption file: UTF-8 or UTF-16, else Windows-1252, which old caption editors write. A UTF-8 file with a
 * few damaged bytes stays UTF-8.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { text, fault } = decode(bytes);
  return { text: normaliseText(text), fault };
}

/**
 * Converts all line ends to LF (CR CR LF comes from a double conversion); removes the byte order mark and control
 * characters.
 */
export const normaliseText = (text: string): string =>
  withoutControls(
    text
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\r\n', '\n')
      .replaceAll('\r\n', '\n')
      .replaceAll('\r', '\n'),
  );

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

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
