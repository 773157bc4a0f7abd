import type { LeftPlace } from './createEditor.ts';

/** How many notes are remembered. */
const MOST = 200;

/** Where each note was left, by its path; the latest last. Lives as long as the window. */
const places = new Map<string, LeftPlace>();

/** Remembers where a note was left. */
export function rememberPlace(path: string, place: LeftPlace): void {
  places.delete(path);
  places.set(path, place);
  const [oldest] = places.keys();
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
}

/** Where a note was left; null if it was not open yet. */
export const placeOf = (path: string): LeftPlace | null => places.get(path) ?? null;
