/** Ids of the things that were opened from the palette, the latest first; kept by this window's browser storage. */

const STORED = 'palette.recent';
const MOST = 20;

const isText = (value: unknown): value is string => typeof value === 'string';

export function recentThings(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isText).slice(0, MOST) : [];
  } catch {
    // Damaged or forbidden storage only costs the order of the rows.
    return [];
  }
}

/** Puts a thing first. */
export function rememberThing(id: string): void {
  const next = [id, ...recentThings().filter((other) => other !== id)].slice(0, MOST);
  try {
    localStorage.setItem(STORED, JSON.stringify(next));
  } catch {
    // As above.
  }
}
