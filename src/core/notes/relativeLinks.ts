import { linesOutsideCode } from './linesOutsideCode.ts';

/** The address of a link or image of Markdown: `](address` or `](<address>`. */
const ADDRESS = /(\]\(<?)([^()<>\s]+)/g;
/** Leads to the web, to the top of a disk, or within the note. */
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/|#)/i;

const folderOf = (path: string): readonly string[] => path.split('/').slice(0, -1);

/** The address from another folder. */
function moved(address: string, from: readonly string[], to: readonly string[]): string {
  const target: string[] = [...from];
  for (const segment of address.split('/')) {
    if (segment === '..' && target.length > 0 && target.at(-1) !== '..') target.pop();
    else if (segment !== '.') target.push(segment);
  }
  let same = 0;
  while (same < to.length && same < target.length - 1 && to[same] === target[same]) same += 1;
  return [...to.slice(same).map(() => '..'), ...target.slice(same)].join('/');
}

/**
 * The text of a note that moves to another folder, with relative addresses that still lead to the same files, such as
 * its images. @param from and @param to are paths of the note
 */
export function withRelativeLinks(body: string, from: string, to: string): string {
  const [source, target] = [folderOf(from), folderOf(to)];
  if (source.join('/') === target.join('/') || !body.includes('](')) return body;
  const lines = body.split('\n');
  for (const [number, line] of linesOutsideCode(lines))
    if (line.includes(']('))
      lines[number - 1] = line.replaceAll(ADDRESS, (whole, open: string, address: string) =>
        ABSOLUTE.test(address) ? whole : `${open}${moved(address, source, target)}`,
      );
  return lines.join('\n');
}
