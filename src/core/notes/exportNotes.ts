import { headingOf } from './noteFile.ts';
import { richText } from './richText.ts';

/** An exported note: without its front matter, which only this app uses. */
export interface ExportedNote {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** A note without a heading starts with its title. */
const withHeading = ({ title, body }: ExportedNote): string =>
  `${headingOf(body) === null ? `# ${title}\n\n` : ''}${body.trim()}\n`;

/** Notes as one Markdown text, in the given order, separated by rules. */
export const exportedMarkdown = (notes: readonly ExportedNote[]): string =>
  notes.map(withHeading).join('\n---\n\n');

/** Notes as HTML for the clipboard, without addresses that another program should not load. */
export const exportedRichText = (notes: readonly ExportedNote[]): string =>
  notes.map((note) => richText(withHeading(note))).join('<hr>');

/** Follows the reader's light or dark mode; printed in black on white, each note on a page of its own. */
const STYLE = `
:root { color-scheme: light dark; --line: #d0d4da; --quiet: #5b6470; --soft: #f2f4f7; }
@media (prefers-color-scheme: dark) { :root { --line: #3b424c; --quiet: #a2abb7; --soft: #23282f; } }
body { max-width: 72ch; margin: 0 auto; padding: 2rem 1.5rem 4rem; font: 16px/1.6 system-ui, sans-serif; }
article + article { margin-top: 3rem; padding-top: 2rem; border-top: 1px solid var(--line); }
h1, h2, h3, h4 { line-height: 1.3; margin: 1.6em 0 .5em; }
article > :first-child { margin-top: 0; }
a { color: light-dark(#0b57d0, #8ab4f8); overflow-wrap: anywhere; }
pre, code { font: .9em ui-monospace, monospace; background: var(--soft); border-radius: 4px; }
code { padding: .1em .3em; } pre { padding: .8em 1em; overflow-x: auto; } pre code { padding: 0; }
blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); color: var(--quiet); }
table { border-collapse: collapse; } th, td { padding: .3em .7em; border: 1px solid var(--line); text-align: start; }
li:has(> input, > p > input) { list-style: none; } li > input, li > p > input { margin-inline: -1.4em .4em; }
time { color: var(--quiet); font-variant-numeric: tabular-nums; }
@media print {
  :root { color-scheme: light; --line: #ccc; --quiet: #444; --soft: #f4f4f4; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  article + article { break-before: page; margin: 0; padding: 0; border: 0; }
  h1, h2, h3, h4 { break-after: avoid; } pre, blockquote, tr, li { break-inside: avoid; }
  pre { white-space: pre-wrap; }
}
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * Notes as one self-contained page: it loads and runs nothing, and its content security policy enforces that. HTML in
 * a note is omitted, images become links. Its language is English, as that of the
 * app's headings and of the communities it knows: that of the computer would have their minutes read by a foreign voice.
 */
export const exportedHtml = (
  notes: readonly ExportedNote[],
  { title }: { readonly title: string },
): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${notes.map((note) => `<article>\n${richText(withHeading(note))}\n</article>`).join('\n')}
</body>
</html>
`;
