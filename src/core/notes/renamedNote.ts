import { fileStem } from './noteTemplate.ts';
import { headingOf, withFields, type NoteFile } from './noteFile.ts';
import { fileNameOf, linkFinder, targetOf, type LinkableNote } from './linkTargets.ts';
import { linesOutsideCode } from './linesOutsideCode.ts';
import { withTargets } from './wikiLinks.ts';

/**
 * The path of a note with that title: in the same folder, with the date that its file name begins with. Its own path if
 * the title has no character that a file name may have.
 * @param isTaken called with paths in lower case, since many file systems ignore case
 */
export function renamedPath(path: string, title: string, isTaken: (path: string) => boolean): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const date = /^\d{4}-\d{2}-\d{2} (?=\S)/.exec(fileNameOf(path))?.[0] ?? '';
  const name = fileStem(title);
  if (name === '') return path;
  const stem = fileStem(`${date}${name}`);
  for (let count = 1; ; count += 1) {
    const wanted = `${folder}${stem}${count === 1 ? '' : ` ${count}`}.md`;
    if (wanted.toLowerCase() === path.toLowerCase() || !isTaken(wanted.toLowerCase())) return wanted;
  }
}

/**
 * The file with another title: in its front matter if that has one, and in its first heading if that is the title. A
 * note without both is called after its file.
 */
export function withTitle(file: NoteFile, title: string): NoteFile {
  const heading = headingOf(file.body);
  const isTitled = file.fields.title !== null;
  const isHeaded = heading !== null && (!isTitled || heading === file.fields.title);
  const body = isHeaded ? withHeading(file.body, heading, title) : file.body;
  return { ...(isTitled ? withFields(file, { title }) : file), body };
}

/** The body with another first heading. */
function withHeading(body: string, heading: string, title: string): string {
  const lines = body.split('\n');
  for (const [number, line] of linesOutsideCode(lines)) {
    if (!line.startsWith('#') || headingOf(line) !== heading) continue;
    return lines.with(number - 1, `${/^#+[ \t]*/.exec(line)?.[0] ?? '# '}${title}`).join('\n');
  }
  return body;
}

/** A note that was renamed or moved. */
export interface RenamedNote {
  readonly from: LinkableNote;
  readonly to: LinkableNote;
}

/**
 * Lets the links in the body of any note follow renamed notes. A link keeps its form: one by title gets the new title, one by
 * file name the new name, one by path the new path; where that would lead to another note, it gets the path.
 * @param notes all notes before
 * @returns the changed body. Its `from` is the path before of the note with the body
 */
export function linksFollowing(
  notes: readonly LinkableNote[],
  renamed: readonly RenamedNote[],
): (from: string, body: string) => string {
  const moved = new Map(renamed.map((one) => [one.from.path, one.to]));
  const find = linkFinder(notes);
  const findAfter = linkFinder(notes.map((note) => moved.get(note.path) ?? note));
  return (from, body) => {
    const fromAfter = moved.get(from)?.path ?? from;
    return withTargets(body, ({ target }) => {
      const found = find(target, from);
      if (found === null) return null;
      const { note, form } = found;
      const to = moved.get(note.path);
      const present = to ?? note;
      // A link that still leads there, and still says its name, stays.
      const isSame = findAfter(target, fromAfter)?.note.path === present.path;
      if (to === undefined) return isSame ? null : targetOf(present, 'path', fromAfter, findAfter);
      const isNamed =
        form === 'title' ? note.title === to.title : fileNameOf(note.path) === fileNameOf(to.path);
      return isSame && isNamed && form !== 'path' ? null : targetOf(to, form, fromAfter, findAfter);
    });
  };
}
