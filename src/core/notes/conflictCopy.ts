import { foldName } from './noteTemplate.ts';

/**
 * Names that programs give to the second version of a file that was changed in two places. Each takes the end of a name
 * off, before `.md`.
 */
const CERTAIN: readonly RegExp[] = [
  // Ours.
  / \(conflict \d+\)$/i,
  // Syncthing: `name.sync-conflict-20261130-101530-ABCDEFG.md`.
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/i,
  // Dropbox: `name (Anna's conflicted copy 2026-11-30).md`; Nextcloud: `name (conflicted copy 2026-11-30 101530).md`.
  / \([^()]{0,100}conflicted copy[^()]{0,40}\)$/i,
  // Dropbox in German, French and Spanish.
  / \((?:in konflikt stehende kopie|copie en conflit|copia en conflicto)[^()]{0,100}\)$/i,
  // ownCloud before 2017: `name_conflict-20261130-101530.md`.
  /_conflict-\d{8}-\d{6}$/i,
  // Seafile: `name (SFConflict anna@example.org 2026-11-30-10-15-30).md`.
  / \(SFConflict [^()]{1,120}\)$/i,
  // Google Drive for desktop: `name (Conflict).md`; pCloud: `name [conflicted].md`; Resilio: `name.Conflict.md`.
  / \(conflict\)$/i,
  / \[conflicted(?: \d+)?\]$/i,
  /\.conflict(?:\.\d+)?$/i,
];

/**
 * Names that may as well be somebody's own: Google Drive's and OneDrive's `name (1).md`, iCloud's `name 2.md`, OneDrive's
 * `name-LAPTOP.md`. They count only for two notes of one meeting.
 */
const POSSIBLE: readonly RegExp[] = [/ ?\(\d{1,2}\)$/, / \d{1,2}$/, /-[A-Za-z0-9][A-Za-z0-9-]{0,30}$/];

/** A note, as far as it tells copies. */
export interface CopyFacts {
  readonly path: string;
  readonly occurrenceKey: string | null;
}

const stemOf = (path: string): string => path.replace(/\.md$/i, '');

const without = (stem: string, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => {
    const shorter = stem.replace(pattern, '');
    return shorter === stem || shorter === '' || shorter.endsWith('/') ? [] : [shorter];
  });

/** Nearly all names are without it, and are read once. */
const MAY_BE_CERTAIN = /confli[ck]t|conflit|konflikt/i;

/** Whether a name says that the file is the second version of another, which may be gone. */
export const isConflictName = (path: string): boolean =>
  MAY_BE_CERTAIN.test(path) && without(stemOf(path), CERTAIN).length > 0;

/** The keys of meetings that have more than one note. */
function keysTwice(notes: Iterable<CopyFacts>): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { occurrenceKey } of notes)
    if (occurrenceKey !== null) (once.has(occurrenceKey) ? twice : once).add(occurrenceKey);
  return twice;
}

/** The notes that are the second version of another note, with the path of that note. @param notes in any order */
export function copiesAmong(notes: readonly CopyFacts[]): ReadonlyMap<string, string> {
  const twice = keysTwice(notes);
  const suspects = notes.filter(
    ({ path, occurrenceKey }) =>
      MAY_BE_CERTAIN.test(path) || (occurrenceKey !== null && twice.has(occurrenceKey)),
  );
  if (suspects.length === 0) return new Map();
  const byName = new Map(notes.map((note) => [foldName(stemOf(note.path)), note]));
  const notesNamed = (names: readonly string[]): CopyFacts[] =>
    names.flatMap((name) => byName.get(foldName(name)) ?? []);
  const originalOf = ({ path, occurrenceKey }: CopyFacts): string | null => {
    const stem = stemOf(path);
    const [certain] = notesNamed(without(stem, CERTAIN));
    const possible = notesNamed(without(stem, POSSIBLE)).find(
      (other) => occurrenceKey !== null && other.occurrenceKey === occurrenceKey,
    );
    return certain?.path ?? possible?.path ?? null;
  };
  return new Map(
    suspects.flatMap((note) => {
      const original = originalOf(note);
      return original === null ? [] : [[note.path, original] as const];
    }),
  );
}
