import { assert, constantFrom, array, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  agendaBullet,
  agendaItemsIn,
  agendaMarkdown,
  withAgendaItem,
  withAgendaItemChanged,
  withAgendaItemMoved,
  withoutAgendaItem,
  type AgendaItem,
} from '#core/notes/agendaDraft.ts';

const tray: AgendaItem = {
  kind: 'demo',
  text: 'The new tray',
  holder: 'ada',
  links: ['https://example.org/tray'],
  minutes: null,
  begun: [],
};

test('an item is a bullet with its kind, holder and links', () => {
  expect(agendaBullet(tray)).toBe('- **Demo:** The new tray (@ada) <https://example.org/tray>');
  expect(
    agendaBullet({ ...tray, kind: 'other', text: ' Any\nquestions ', holder: null, links: ['ftp://x'] }),
  ).toBe('- Any questions');
});

test('the first item takes the place of the empty bullet, the next ones follow', () => {
  const note = '# Title\n\n## Agenda\n\n- \n\n## Notes\n\n- not this\n';
  const once = withAgendaItem(note, tray);
  const twice = withAgendaItem(once, { ...tray, kind: 'help', links: [] });
  expect(twice).toBe(
    '# Title\n\n## Agenda\n\n- **Demo:** The new tray (@ada) <https://example.org/tray>\n' +
      '- **Help wanted:** The new tray (@ada)\n\n## Notes\n\n- not this\n',
  );
  expect(agendaItemsIn(twice).map(({ kind }) => kind)).toEqual(['demo', 'help']);
});

test('a note without an agenda gets one below its title, one without a title at its top', () => {
  expect(withAgendaItem('# Title\n\nText\n', tray)).toMatch(
    /^# Title\n\n## Agenda\n\n- \*\*Demo.*\n\n\nText\n$/u,
  );
  expect(withAgendaItem('', tray)).toMatch(/^\n## Agenda\n\n- \*\*Demo/u);
  expect(withAgendaItem('## Agenda\n## Notes', tray)).toMatch(/^## Agenda\n\n- \*\*Demo.*\n\n## Notes$/u);
});

test('items written by hand are understood, boxes are left to the action items', () => {
  expect(agendaItemsIn('## agenda ##\n* Hello (@bo) and more\n- [ ] a task\n- **Own:** words\n')).toEqual([
    { kind: 'other', text: 'Hello and more', holder: 'bo', links: [], minutes: null, begun: [], line: 2 },
    { kind: 'other', text: '**Own:** words', holder: null, links: [], minutes: null, begun: [], line: 4 },
  ]);
});

test('what was added is read back', () => {
  const words = string({ unit: constantFrom('a', 'b', ' ', 'é', '日'), minLength: 1 }).map((text) =>
    `x${text}`.replaceAll(/\s+/gu, ' ').trim(),
  );
  const items = array(
    record({
      kind: constantFrom('proposal', 'release', 'initiative', 'help', 'demo', 'other'),
      text: words,
      holder: constantFrom(null, 'ada', 'bo-2'),
      links: constantFrom([], ['https://example.org/a?b=c#d']),
      minutes: constantFrom(null, 10),
      begun: constantFrom([], [0, 1_083_000]),
    } as const),
    { maxLength: 4 },
  );
  assert(
    property(items, constantFrom('', '# T\n', '# T\n\n## Agenda\n\n- \n\n## Notes\n'), (wanted, body) => {
      const note = wanted.reduce((text: string, item) => withAgendaItem(text, item), body);
      expect(agendaItemsIn(note).map(({ line: _line, ...item }) => item)).toEqual(wanted);
      expect(agendaMarkdown(wanted).split('\n').length).toBe(wanted.length + 1);
    }),
  );
});

test.each(['(10 min)', '[10 min]', '(10m)', '(10 minutes)', '(10’)'])(
  'planned minutes are read: %s',
  (written) => {
    expect(agendaItemsIn(`## Agenda\n- Survey ${written}`)).toMatchObject([{ text: 'Survey', minutes: 10 }]);
  },
);

test('other brackets are words', () => {
  expect(agendaItemsIn('## Agenda\n- KEP (2 of 3), min (10)\n')).toMatchObject([
    { text: 'KEP (2 of 3), min (10)', minutes: null },
  ]);
});

const threeItems = '# T\n\n## Agenda\n\n1. One\n   - why\n2. Two (5 min)\n\n3. Three\n\n## Notes\n\n- n\n';

test('an item is moved with what is noted below it, and numbers keep their place', () => {
  const moved = withAgendaItemMoved(threeItems, 5, 1);
  expect(moved).toBe('# T\n\n## Agenda\n\n1. Two (5 min)\n2. One\n   - why\n\n3. Three\n\n## Notes\n\n- n\n');
  expect(withAgendaItemMoved(moved, 6, -1)).toBe(threeItems);
  expect(withAgendaItemMoved(threeItems, 5, -1)).toBe(threeItems);
  expect(withAgendaItemMoved(threeItems, 9, 1)).toBe(threeItems);
});

test('an item is changed in its line, and removed with what is noted below it', () => {
  const [, two = tray] = agendaItemsIn(threeItems);
  expect(withAgendaItemChanged(threeItems, 7, { ...two, text: 'Second', minutes: 15 })).toBe(
    threeItems.replace('2. Two (5 min)', '2. Second (15 min)'),
  );
  expect(withoutAgendaItem(threeItems, 5)).toBe(threeItems.replace('1. One\n   - why\n', ''));
  expect(withoutAgendaItem(threeItems, 13)).toBe(threeItems);
  expect(withoutAgendaItem('## Agenda\n\n- One\n', 3)).toBe('## Agenda\n\n- \n');
});

test('a comment in code is no heading, and a list in code is no agenda', () => {
  const code = '  ```sh\n  # install\n  ```\n```\n- no\n```\n';
  const note = `\`\`\`\n# Agenda\n- no\n\`\`\`\n## Agenda\n\n- one\n${code}- two\n\n## Notes\n- no\n`;
  expect(agendaItemsIn(note).map(({ text, line }) => [text, line])).toEqual([
    ['one', 7],
    ['two', 14],
  ]);
  expect(withAgendaItem(note, { ...tray, kind: 'help', links: [] })).toContain('- two\n- **Help wanted:**');
});
