/** Bytes to inspect for UTF-16 without a byte order mark. */
const SAMPLE_BYTES = 512;

/** The UTF-16 encoding of some bytes, detected by byte order mark or by zero bytes; null if they are not UTF-16. */
export function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // In UTF-16, digits, spaces and line ends have a zero in every other byte; no other encoding has.
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let [even, odd] = [0, 0];
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const many = sample.length / 8;
  if (odd > many && odd > 4 * even) return 'utf-16le';
  if (even > many && even > 4 * odd) return 'utf-16be';
  return null;
}
