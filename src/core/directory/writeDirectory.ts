import type { DirectoryEntry } from './directoryEntry.ts';
import { rowsOf, type DirectoryIndex } from './directoryIndex.ts';

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** The only fields that may not be left out although they are empty. */
const REQUIRED: ReadonlySet<string> = new Set(['anchor', 'nth', 'isUncertain']);

function terse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(terse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => REQUIRED.has(key) || !isNothing(inner))
      .map(([key, inner]) => [key, key === 'doubts' ? inner : terse(inner)]),
  );
}

/** A community as the app reads it. The same entry gives the same text. */
export const entryText = (entry: DirectoryEntry): string => `${JSON.stringify(terse(entry))}\n`;

/** The index of all communities, by name; one line for each, for readable diffs. */
export function indexText(entries: readonly DirectoryEntry[]): string {
  const index: Pick<DirectoryIndex, 'format'> = { format: 1 };
  const rows = rowsOf(entries).map((row) => JSON.stringify(terse(row)));
  return `{"format":${index.format},"communities":[\n${rows.join(',\n')}\n]}\n`;
}
