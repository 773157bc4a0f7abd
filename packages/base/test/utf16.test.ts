import { expect, test } from 'vitest';
import { utf16Label } from '../utf16.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const littleEndian = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text).flatMap((one) => [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8]));
const bigEndian = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text).flatMap((one) => [one.charCodeAt(0) >> 8, one.charCodeAt(0) & 0xff]));

test.each([
  ['a little-endian byte order mark', littleEndian('\uFEFF会議'), 'utf-16le'],
  ['a big-endian byte order mark', bigEndian('\uFEFF会議'), 'utf-16be'],
  ['zero bytes in odd places', littleEndian('BEGIN:VCALENDAR'), 'utf-16le'],
  ['zero bytes in even places', bigEndian('BEGIN:VCALENDAR'), 'utf-16be'],
  ['UTF-8', bytesOf('BEGIN:VCALENDAR Ünï'), null],
  ['a few zero bytes in UTF-8', bytesOf('BEGIN:VCALENDAR\0\0 and more text'), null],
  ['nothing', new Uint8Array(), null],
])('utf16Label detects %s', (_name, bytes, label) => {
  expect(utf16Label(bytes)).toBe(label);
});
