import { fnv1a } from '#base';

/** Colour 0–7 of a community: the hash of its id, folded to 3 bits, so that it is the same on every computer. */
export function communityColor(id: string): number {
  const hash = fnv1a(id);
  return ((hash >>> 16) ^ (hash >>> 3)) & 7;
}
