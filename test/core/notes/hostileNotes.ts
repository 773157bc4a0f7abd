import { actionItemsIn } from '#core/notes/actionItems.ts';
import { agendaItemsIn, withAgendaItem } from '#core/notes/agendaDraft.ts';
import { decisionsIn } from '#core/notes/decisions.ts';
import { marksOf } from '#core/notes/frontMatter.ts';
import { excerptOf, headingOf, parseNoteFile, withFields } from '#core/notes/noteFile.ts';
import { peopleIn } from '#core/notes/peopleNamed.ts';
import { snippetOf } from '#core/notes/search.ts';

/** Everything that reads a whole note when a folder is listed, searched or saved. */
export const noteReaders: Readonly<Record<string, (text: string) => unknown>> = {
  parseNoteFile,
  withFields: (text) => withFields(parseNoteFile(text), { title: 'Another' }),
  marksOf: (text) => marksOf(parseNoteFile(text).head),
  excerptOf,
  headingOf,
  actionItemsIn: (text) => actionItemsIn(text, '2026-11-24'),
  decisionsIn,
  agendaItemsIn,
  withAgendaItem: (text) =>
    withAgendaItem(text, { kind: 'demo', text: 'Tray', holder: null, links: [], minutes: null, begun: [] }),
  peopleIn,
  snippetOf: (text) => snippetOf(text, ['nothing']),
};

/** Texts of about `n` characters on which a pattern that tries again from each place takes minutes. */
export const hostileNotes: Readonly<Record<string, (n: number) => string>> = {
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
  'an agenda of empty lines': (n) => `# Agenda\n${'\n'.repeat(n)}# B\n`,
  'tasks with dates without end': (n) => `- [ ] ${'due: 2026-12-0'.repeat(n / 14)}`,
  'tasks with deadlines': (n) => '- TODO a\nDEADLINE: <2026-12-04 Fri>\n'.repeat(n / 36),
  'broken front matter': (n) => `---\n${'title: a: b\n'.repeat(n / 12)}---\n`,
};
