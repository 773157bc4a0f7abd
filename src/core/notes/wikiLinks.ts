import { withoutCodeSpans } from './codeSpans.ts';
import { linesOutsideCode } from './linesOutsideCode.ts';

/** A link to another note, as Obsidian writes it: `[[target#heading|words]]`, embedded with `!` before it. */
export interface WikiLink {
  /** Path, file name or title, as written; empty for a heading of the same note. */
  readonly target: string;
  /** With its `#`; empty without one. */
  readonly heading: string;
  /** With their `|`; empty without own words. */
  readonly words: string;
  /** Line of the note's body, from 1. */
  readonly line: number;
  /** Offsets in that line, of the target alone. */
  readonly from: number;
  readonly to: number;
}

const LINK = /\[\[([^[\]|#]*)(#[^[\]|]*)?(\|[^[\]]*)?\]\]/g;
/** `[[12:34]]` is a time of the meeting's clock. */
const CLOCK = /^\d{1,3}:\d{2}(?::\d{2})?$/;

/** The links of a note in their order, except those in code. */
export function wikiLinksIn(body: string): WikiLink[] {
  if (!body.includes('[[')) return [];
  const links: WikiLink[] = [];
  for (const [line, text] of linesOutsideCode(body.split('\n'))) {
    if (!text.includes('[[')) continue;
    for (const { index, 1: target = '', 2: heading = '', 3: words = '' } of withoutCodeSpans(text).matchAll(
      LINK,
    )) {
      if (CLOCK.test(target) || (target.trim() === '' && heading === '')) continue;
      const from = index + '[['.length;
      links.push({ target, heading, words, line, from, to: from + target.length });
    }
  }
  return links;
}

/** The body with other targets in some of its links. @param changed null leaves a link as it is */
export function withTargets(body: string, changed: (link: WikiLink) => string | null): string {
  const lines = body.split('\n');
  for (const [number, links] of Map.groupBy(wikiLinksIn(body), ({ line }) => line)) {
    const line = lines[number - 1] ?? '';
    const parts: string[] = [];
    let end = 0;
    for (const link of links) {
      parts.push(line.slice(end, link.from), changed(link) ?? link.target);
      end = link.to;
    }
    lines[number - 1] = parts.join('') + line.slice(end);
  }
  return lines.join('\n');
}
