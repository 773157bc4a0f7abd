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
  const nearest = (found: readonly N[] | undefined, from: string): N | undefined =>
    found?.toSorted(
      (a, b) =>
        Number(folderOf(b.path) === folderOf(from)) - Number(folderOf(a.path) === folderOf(from)) ||
        a.path.split('/').length - b.path.split('/').length ||
        a.path.localeCompare(b.path),
    )[0];
  const latest = (found: readonly N[] | undefined): N | undefined =>
    found?.toSorted(
      (a, b) => (b.start ?? '').localeCompare(a.start ?? '') || a.path.localeCompare(b.path),
    )[0];
  return (target, from) => {
    const wanted = plain(stemOf(absoluteTarget(target.trim(), from)));
    if (wanted === '') return null;
    const name = wanted.slice(wanted.lastIndexOf('/') + 1);
    const named = byName.get(name);
    const ends = named?.filter(({ path }) => plain(stemOf(path)).endsWith(`/${wanted}`));
    const ways: readonly (readonly [LinkForm, N | undefined])[] = [
      [wanted === name ? 'fileName' : 'path', byPath.get(wanted)?.[0]],
      ['path', wanted === name ? undefined : nearest(ends, from)],
      ['fileName', wanted === name ? nearest(named, from) : undefined],
      ['title', latest(byTitle.get(wanted))],
    ];
    for (const [form, note] of ways) if (note !== undefined) return { note, form };
    return null;
  };
}

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
