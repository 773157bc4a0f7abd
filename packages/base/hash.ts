/**
 * FNV-1a hash of a text's UTF-16 code units, an unsigned 32-bit integer. Fast and stable across versions, so it may be
 * stored; not cryptographic.
 */
export function fnv1a(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  return hash >>> 0;
}
