/** Colour 0–7 of a community: FNV-1a of its id, folded to 3 bits, so that it is the same on every computer. */
export function communityColor(id: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01_00_01_93);
  }
  return ((hash >>> 16) ^ (hash >>> 3)) & 7;
}
