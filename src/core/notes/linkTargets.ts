import { withoutDate } from './noteName.ts';
import type { NoteSummary } from './note.ts';

/** The facts of a note by which a link finds it. */
export type LinkableNote = Pick<NoteSummary, 'path' | 'title' | 'start'>;

/** How a link names its note. */
export type LinkForm = 'path' | 'fileName' | 'title';

/** The note of a link, and how the link names it. */
export interface FoundNote<N> {
  readonly note: N;
  readonly form: LinkForm;
}

/** Finds the note of a link. @param from path of the note with the link */
export type FindLinked<N> = (target: string, from: string) => FoundNote<N> | null;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const stemOf = (path: string): string => path.replace(/\.md$/i, '');
/** The name of a note's file, without its folder and ending. */
export const fileNameOf = (path: string): string => stemOf(path.slice(folderOf(path).length));
/** File systems ignore case or not, and spell accents in two ways; links do neither. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase().trim();

/** `./x` and `../x` begin in the folder of the note with the link. */
function absoluteTarget(target: string, from: string): string {
  if (!/^\.\.?\//.test(target)) return target.replace(/^\/+/, '');
  const segments = folderOf(from).split('/').filter(Boolean);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function addTo<N>(map: Map<string, N[]>, key: string, note: N): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [note]);
  else known.push(note);
}

/**
 * Resolves links as Obsidian does: by the whole path, else by the end of a path, else by the file name, of which that in
 * the same folder, else that nearest to the top counts. A title, or a file name without its date, is the last way; of
 * several notes with it the latest counts.
 */
export function linkFinder<N extends LinkableNote>(notes: readonly N[]): FindLinked<N> {
  const byPath = new Map<string, N[]>();
  const byName = new Map<string, N[]>();
  const byTitle = new Map<string, N[]>();
  for (const note of notes) {
    const name = plain(fileNameOf(note.path));
    addTo(byPath, plain(stemOf(note.path)), note);
    addTo(byName, name, note);
    addTo(byTitle, plain(note.title), note);
    if (withoutDate(name) !== name) addTo(byTitle, withoutDate(name), note);
  }
  let byEnd: ReadonlyMap<string, N[]> | null = null;
  // Thousands of notes may have one name, and thousands of links may lead to it.
  const nearest = oncePerList(nearestOf<N>);
  const latest = oncePerList(latestOf<N>);
  return (target, from) => {
    const wanted = plain(stemOf(absoluteTarget(target.trim(), from)));
    if (wanted === '') return null;
    const isPath = wanted.includes('/');
    if (isPath) byEnd ??= endsOf(notes);
    const found = isPath ? byEnd?.get(wanted) : byName.get(wanted);
    const titled = byTitle.get(wanted);
    const ways: readonly (readonly [LinkForm, N | undefined])[] = [
      [isPath ? 'path' : 'fileName', byPath.get(wanted)?.[0]],
      [isPath ? 'path' : 'fileName', found && nearest(found)(folderOf(from))],
      ['title', titled && latest(titled)],
    ];
    for (const [form, note] of ways) if (note !== undefined) return { note, form };
    return null;
  };
}

/** The notes by each end of their paths that begins at a folder, such as `b/c` of `a/b/c.md`. */
function endsOf<N extends LinkableNote>(notes: readonly N[]): ReadonlyMap<string, N[]> {
  const ends = new Map<string, N[]>();
  for (const note of notes) {
    const segments = plain(stemOf(note.path)).split('/');
    for (let start = 1; start < segments.length - 1; start += 1)
      addTo(ends, segments.slice(start).join('/'), note);
  }
  return ends;
}

/** Remembers the result for each list. */
function oncePerList<N, R>(compute: (list: readonly N[]) => R): (list: readonly N[]) => R {
  const known = new Map<readonly N[], R>();
  return (list) => {
    const result = known.get(list) ?? compute(list);
    known.set(list, result);
    return result;
  };
}

/** Finds the note in a folder, else that nearest to the top. */
function nearestOf<N extends LinkableNote>(notes: readonly N[]): (folder: string) => N | undefined {
  const depth = ({ path }: N): number => path.split('/').length;
  const sorted = notes.toSorted((a, b) => depth(a) - depth(b) || a.path.localeCompare(b.path));
  const inFolder = new Map(sorted.toReversed().map((note) => [folderOf(note.path), note]));
  return (folder) => inFolder.get(folder) ?? sorted[0];
}

const latestOf = <N extends LinkableNote>(notes: readonly N[]): N | undefined =>
  notes.toSorted((a, b) => (b.start ?? '').localeCompare(a.start ?? '') || a.path.localeCompare(b.path))[0];

/** The shortest target that leads to a note in that form; its path, if that form would lead to another note. */
export function targetOf<N extends LinkableNote>(
  note: N,
  form: LinkForm,
  from: string,
  find: FindLinked<N>,
): string {
  const written =
    form === 'title' ? note.title : form === 'fileName' ? fileNameOf(note.path) : stemOf(note.path);
  const isClear = !/[[\]|#\n]/.test(written) && find(written, from)?.note.path === note.path;
  return isClear ? written : stemOf(note.path);
}
