import { z } from 'zod';
import { linkFinder, type LinkableNote } from './linkTargets.ts';
import { wikiLinksIn, type WikiLink } from './wikiLinks.ts';

/** A link in a note, with the words around it. */
export interface NotedLink extends WikiLink {
  /** Its line without list marks, shortened. */
  readonly text: string;
}

/** A note that links to another one. */
export const backlink = z.object({
  path: z.string(),
  title: z.string(),
  start: z.string().nullable(),
  /** Line of the first link, from 1. */
  line: z.number(),
  /** The words around it. */
  text: z.string(),
});
export type Backlink = z.infer<typeof backlink>;

const LONGEST = 200;

function wordsAround(line: string, at: number): string {
  const from = Math.max(0, at - LONGEST / 2);
  const cut = line.slice(from, from + LONGEST);
  return cut.replace(/^\s*(?:[-*+>]|\d{1,9}[.)])?\s*(?:\[[ xX]\]\s+)?/, '').trim();
}

/** The links of a note, for the index. */
export function notedLinksIn(body: string): NotedLink[] {
  const lines = body.split('\n');
  return wikiLinksIn(body).map((link) =>
    Object.assign(link, { text: wordsAround(lines[link.line - 1] ?? '', link.from) }),
  );
}

/** The notes with a link to that path, latest first; each once. */
export function backlinksTo(
  path: string,
  notes: readonly { readonly summary: LinkableNote; readonly links: readonly NotedLink[] }[],
): Backlink[] {
  const find = linkFinder(notes.map(({ summary }) => summary));
  return notes
    .flatMap(({ summary, links }): Backlink[] => {
      if (summary.path === path) return [];
      const link = links.find(
        ({ target }) => target !== '' && find(target, summary.path)?.note.path === path,
      );
      const { title, start } = summary;
      return link === undefined
        ? []
        : [{ path: summary.path, title, start, line: link.line, text: link.text }];
    })
    .toSorted((a, b) => (b.start ?? '').localeCompare(a.start ?? '') || a.path.localeCompare(b.path));
}
