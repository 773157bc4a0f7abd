/**
 * The readers of community files and pages, apart from the other entry file: they bring parsers of YAML, TOML, HTML and
 * Markdown along, which take longer to load than most starts of the app may take.
 */

// Read a source: bytes into groups and drafts.
export { readSigs } from './readSigs.ts';
export { readMarkdownPage } from './readMarkdownPage.ts';

// Markup into Markdown; steps of the pipeline, for benchmarks.
export { markdownOfAsciiDoc } from './page/asciiDoc.ts';
export { withoutDirectives } from './page/mystMarkdown.ts';
export { markdownOfRst } from './page/restructuredText.ts';
