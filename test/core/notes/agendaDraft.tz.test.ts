import { assert, constantFrom, array, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  agendaBullet,
  agendaItemsIn,
  agendaMarkdown,
  withAgendaItem,
  type AgendaItem,
} from '#core/notes/agendaDraft.ts';

const tray: AgendaItem = {
  kind: 'demo',
  text: 'The new tray',
  holder: 'ada',
  links: ['https://example.org/tray'],
};

test('an item is a bullet with its kind, holder and links', () => {
  expect(agendaBullet(tray)).toBe('- **Demo:** The new tray (@ada) <https://example.org/tray>');
  expect(agendaBullet({ kind: 'other', text: ' Any\nquestions ', holder: null, links: ['ftp://x'] })).toBe(
    '- Any questions',
  );
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
    { kind: 'other', text: 'Hello and more', holder: 'bo', links: [] },
    { kind: 'other', text: '**Own:** words', holder: null, links: [] },
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
    } as const),
    { maxLength: 4 },
  );
  assert(
    property(items, constantFrom('', '# T\n', '# T\n\n## Agenda\n\n- \n\n## Notes\n'), (wanted, body) => {
      const note = wanted.reduce((text: string, item) => withAgendaItem(text, item), body);
      expect(agendaItemsIn(note)).toEqual(wanted);
      expect(agendaMarkdown(wanted).split('\n').length).toBe(wanted.length + 1);
    }),
  );
});
