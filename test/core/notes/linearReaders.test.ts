import { expect, test } from 'vitest';
import { actionItemsIn } from '#core/notes/actionItems.ts';
import { agendaItemsIn, withAgendaItem } from '#core/notes/agendaDraft.ts';
import { decisionsIn } from '#core/notes/decisions.ts';
import { excerptOf, headingOf, parseNoteFile, withFields } from '#core/notes/noteFile.ts';
import { snippetOf } from '#core/notes/search.ts';
import { cpuTimeOf } from '../../cpuTime.ts';

/** Everything that reads a whole note when a folder is listed, searched or saved. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  parseNoteFile,
  withFields: (text) => withFields(parseNoteFile(text), { title: 'Another' }),
  excerptOf,
  headingOf,
  actionItemsIn: (text) => actionItemsIn(text, '2026-11-24'),
  decisionsIn,
  agendaItemsIn,
  withAgendaItem: (text) =>
    withAgendaItem(text, { kind: 'demo', text: 'Tray', holder: null, links: [], minutes: null, begun: [] }),
  snippetOf: (text) => snippetOf(text, ['nothing']),
};

/** Texts of about `n` characters on which a pattern that tries again from each place takes minutes. */
const inputs: Readonly<Record<string, (n: number) => string>> = {
  'a heading with a long gap': (n) => `# a${' '.repeat(n)}b`,
  'a heading of marks': (n) => `# a${'#'.repeat(n)}b`,
  'headings with gaps': (n) => `# a${' '.repeat(200)}b\n`.repeat(n / 200),
  'an agenda heading with a long gap': (n) => `# Agenda${' '.repeat(n)}x`,
  'an agenda item with a long gap': (n) => `# Agenda\n- a${' '.repeat(n)}(@`,
  'open brackets': (n) => '['.repeat(n),
  'open links': (n) => '[]('.repeat(n / 3),
  'open pictures': (n) => '![a]('.repeat(n / 5),
  'a list item of tabs': (n) => `-${'\t'.repeat(n)}x`,
  'a list item with a late checkbox': (n) => `- ${' '.repeat(n)}[ ] x`,
  'marks of front matter': (n) => '\uFEFF---\n'.repeat(n / 5),
  'front matter that never ends': (n) => `---\n${'a: b\n'.repeat(n / 5)}`,
  'a mark with a long gap': (n) => `---${' '.repeat(n)}x`,
  'front matter of many keys': (n) =>
    `---\n${Array.from({ length: n / 8 }, (_, index) => `k${index}: 1`).join('\n')}\n---\nx`,
  'front matter of aliases': (n) =>
    `---\na: &a x\n${Array.from({ length: n / 8 }, (_, index) => `b${index}: *a`).join('\n')}\n---\n`,
  'deep front matter': (n) => `---\na: ${'{a: '.repeat(n / 4)}\n---\nx`,
  'broken front matter with a long gap': (n) => `---\ntitle: a: b${' '.repeat(n)}x\n---\n`,
  'a quoted value over many lines': (n) => `---\na: "${'\\\n'.repeat(n / 2)}"\n---\nx`,
  'names without end': (n) => `- [ ] ${'@a.'.repeat(n / 3)}@`,
  'due dates without a date': (n) => `- [ ] ${'due:: '.repeat(n / 6)}`,
  'quotes in quotes': (n) => `${'> '.repeat(n / 2)}x`,
  'fences that grow': (n) =>
    Array.from({ length: Math.sqrt(2 * n) }, (_, index) => '`'.repeat(index)).join('\n'),
  'empty lines': (n) => '\n'.repeat(n),
};

const MEGABYTE = 1_000_000;
/** A quadratic reader takes 16 times as long for four times the text, a linear one 4 times. */
const MOST_GROWTH = 10;
/** Below this the clock and the collector of garbage decide. */
const LEAST_MS = 15;

const shortest = (work: () => void): number => Math.min(...Array.from({ length: 3 }, () => cpuTimeOf(work)));

test.for(Object.entries(inputs))('reading %s takes time in proportion to its length', ([, make]) => {
  const [quarter, whole] = [make(MEGABYTE / 4), make(MEGABYTE)];
  for (const [name, read] of Object.entries(readers)) {
    const before = shortest(() => void read(quarter));
    expect(before, `${name} of 250 KB, ms`).toBeLessThan(1_000);
    expect(
      shortest(() => void read(whole)),
      `${name} of 1 MB, ms`,
    ).toBeLessThan(MOST_GROWTH * Math.max(before, LEAST_MS));
  }
});

test('a heading keeps a mark that belongs to its last word, and loses the closing ones', () => {
  expect(headingOf('# C#')).toBe('C#');
  expect(headingOf('## Notes ##')).toBe('Notes');
  expect(headingOf('```\n# a comment\n```\n# Title')).toBe('Title');
  expect(headingOf('# \n#tag\n### Third')).toBe('Third');
});

test('front matter that is longer than the parser of YAML may read still has its fields', () => {
  const long = `---\ntitle: "Weekly"\noccurrence: feed|uid|2026-11-20\nnotes:\n${'  - a line of another program\n'.repeat(2_000)}---\n\nBody\n`;
  const file = parseNoteFile(long);
  expect(file.fields).toMatchObject({ title: 'Weekly', occurrence: 'feed|uid|2026-11-20' });
  expect(file.body).toBe('Body\n');
  const changed = withFields(file, { title: 'Monthly' });
  expect(changed.head).toBe(file.head.replace('"Weekly"', 'Monthly'));
});
