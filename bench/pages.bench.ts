/**
 * How long pages take on text that is meant to be slow: as much of each as a page may have. Best and middle of
 * several runs, ms. A megabyte is refused at once. Ends with status 1 when a middle one is over the limit.
 * Run: node bench/pages.bench.ts
 */
import { findScheduleMarks } from '../src/shared/community/schedule/scheduleMarks.ts';
import { markdownOfAsciiDoc } from '../src/shared/community/page/asciiDoc.ts';
import { markdownOfRst } from '../src/shared/community/page/restructuredText.ts';
import { withoutDirectives } from '../src/shared/community/page/mystMarkdown.ts';
import { readMarkdownPage } from '../src/shared/community/readMarkdownPage.ts';

const MEGABYTE = 1_000_000;
/** The largest page that is read. */
const PAGE = 512 * 1024 - 100;
const LIMIT_MS = 4000;
const RUNS = 3;

const filled = (piece: string, length = MEGABYTE): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const read = (text: string, name = 'page.md') => readMarkdownPage(new TextEncoder().encode(text), name);
const page = (piece: string, name?: string) => () => read(`# Calls\n\n${filled(piece, PAGE)}`, name);

const runs: Readonly<Record<string, () => unknown>> = {
  'a megabyte': () => read(filled('Mondays at 10:00 UTC. ')),
  'many meetings': page('- **Call**: Mondays at 10:00 UTC, [room](https://zoom.us/j/91000000001)\n'),
  'many rooms': page(
    '- [first Monday](https://zoom.us/j/91000000001) and [third Monday](https://zoom.us/j/2)\n',
  ),
  'one long line of times': page('10:00 UTC / '),
  'times in brackets': page('Mondays 10:00 UTC ('),
  seasons: page('10:00 UTC in summer / 11:00 UTC in winter, '),
  'days of other zones': page('Tuesday 6 PM Eastern / Wednesday 10 AM Sydney, '),
  exceptions: page('There is no meeting in months with a fifth Monday.\n\n'),
  'rows of a table': () =>
    read(
      `# Calls\n\n| Name | When | Notes |\n|---|---|---|\n${filled('| Call | Every 2 weeks on Monday | x |\n', PAGE)}`,
    ),
  'lines in a cell': () =>
    read(`# Calls\n\n| Name | When |\n|---|---|\n| A | ${filled('* Mondays 10:00 UTC<br>', PAGE)} |\n`),
  dates: () => findScheduleMarks(filled('from 2026. January 23. ')),
  'rst: links': () => markdownOfRst(filled('`a <b')),
  'rst: backticks': () => markdownOfRst(filled('`')),
  'rst: roles': () => markdownOfRst(filled(':a:b')),
  'rst: names': () => markdownOfRst(filled('a.b-c')),
  'rst: blank lines': () => markdownOfRst(filled('\n')),
  'rst: blanks': () => markdownOfRst(`\`${filled(' ')}`),
  'rst: nested directives': () =>
    markdownOfRst(Array.from({ length: 800 }, (_, depth) => `${' '.repeat(depth)}.. note:: x`).join('\n')),
  'rst: list tables': () => markdownOfRst(`.. list-table::\n${filled('\n   * - a\n     - b')}`),
  'rst: rulers': () => markdownOfRst(filled('===== =====\n')),
  'rst: headings': page('Call\n====\n\n', 'page.rst'),
  'rst: targets': () => markdownOfRst(`.. _${filled('\\:')}`),
  'adoc: addresses': () => markdownOfAsciiDoc(filled('http://')),
  'adoc: brackets': () => markdownOfAsciiDoc(filled('link:a[')),
  'adoc: bold': () => markdownOfAsciiDoc(filled('*a ')),
  'adoc: cells': () => markdownOfAsciiDoc(`|===\n${filled('| a ')}`),
  'adoc: tables without end': () => markdownOfAsciiDoc(filled('|===\n')),
  'MyST: open directives': () => withoutDirectives(filled(':::{note}\n')),
  'MyST: open tables': () => withoutDirectives(filled('```{list-table}\n')),
};

const timeOf = (run: () => unknown): number => {
  const started = performance.now();
  run();
  return performance.now() - started;
};

for (const [name, run] of Object.entries(runs)) {
  const times = Array.from({ length: RUNS }, () => timeOf(run)).sort((left, right) => left - right);
  const [best = 0, middle = 0] = [times[0], times[Math.floor(RUNS / 2)]];
  const isSlow = middle > LIMIT_MS;
  if (isSlow) process.exitCode = 1;
  console.log(
    `${name.padEnd(28)} ${best.toFixed(1).padStart(9)} ${middle.toFixed(1).padStart(9)}${isSlow ? '  over the limit' : ''}`,
  );
}
