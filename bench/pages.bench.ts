/**
 * How long pages take on text that is meant to be slow: a megabyte for what turns one markup into another, half of
 * one (the largest page that is read) for what reads meetings. Prints the time for a quarter of it and for all, ms:
 * a reading that is linear takes four times as long. Ends with status 1 where one takes much longer than that.
 * Run: node bench/pages.bench.ts
 */
import { findScheduleMarks } from '../packages/community-pages/index.ts';
import {
  markdownOfAsciiDoc,
  markdownOfRst,
  readMarkdownPage,
  withoutDirectives,
} from '../packages/community-pages/readers.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const MEGABYTE = 1_000_000;
/** The largest page that is read. */
const PAGE = 512 * 1024 - 200;
const PART = 4;
/** Linear is 4, quadratic 16; a busy machine needs some room. */
const LARGEST_GROWTH = 8;
/** Below this, in ms, clock and warm-up dominate the result. */
const NOISE_MS = 250;

let share = 1;
const filled = (piece: string, most = MEGABYTE): string => {
  const length = Math.floor(most / share);
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
};
const read = (text: string, name = 'page.md') => readMarkdownPage(new TextEncoder().encode(text), NOW, name);
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
  'skipped dates': page('No meeting on Dec 24, Dec 31 '),
  'words before a date': page('no meeting on the on the '),
  'words about the past': page('Before 2025 we met on Mondays ('),
  'German dates': page('jeden 1. und 3. Dienstag im Monat um 18 Uhr '),
  'French dates': page('tous les premiers mardis du mois à 18h30 '),
  'German without end': page('montag 1. und 2. und '),
  months: page('first Monday of January, April, July, '),
  minutes: page('- 2026-11-10\n- Every 2 weeks on Tuesday, 10:00 UTC\n'),
  'html: open elements': () => read(`<!doctype html>${filled('<div><li>Mondays 9:00 UTC ')}`, 'a'),
  'html: tables in tables': () => read(`<!doctype html>${filled('<table><tr><td>Mondays 9:00 UTC')}`, 'a'),
  'html: cells': () => read(`<!doctype html><table><tr>${filled('<td>Mondays')}`, 'a'),
  'html: links': () => read(`<!doctype html>Mondays${filled('<a href=x>y')}`, 'a'),
  'html: comments': () => read(`<!doctype html>Mondays${filled('<!--')}`, 'a'),
  'html: comments before it': () => read(`${filled('<!-- -->')}<html>Mondays`, 'a'),
  'html: headings': () => read(`<!doctype html>${filled('<h2>Call</h2><p>Mondays 9:00 UTC</p>')}`, 'a'),
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
  share = PART;
  const part = timeOf(run);
  share = 1;
  const whole = timeOf(run);
  const isSlow = whole > NOISE_MS && whole > LARGEST_GROWTH * Math.max(part, NOISE_MS / PART);
  if (isSlow) process.exitCode = 1;
  console.log(
    `${name.padEnd(28)} ${part.toFixed(1).padStart(9)} ${whole.toFixed(1).padStart(9)}${isSlow ? '  not linear' : ''}`,
  );
}
