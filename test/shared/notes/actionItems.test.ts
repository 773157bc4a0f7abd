import { expect, test } from 'vitest';
import { actionItemsIn, lineOfAction } from '../../../src/shared/notes/actionItems.ts';
import { fillTemplate } from '../../../src/shared/notes/templates.ts';

test('every box with a text is an action item, with owner and date where they are written', () => {
  expect(
    actionItemsIn(
      '# T\n- [ ] @ada write it by 2026-12-01\n- [ ] \n- [x] mail me@example.org\n> - [ ] said @bo.',
    ),
  ).toEqual([
    { line: 2, text: '@ada write it by 2026-12-01', owner: 'ada', due: '2026-12-01', isDone: false },
    { line: 4, text: 'mail me@example.org', owner: null, due: null, isDone: true },
    { line: 5, text: 'said @bo.', owner: 'bo', due: null, isDone: false },
  ]);
});

test('boxes in code are code', () => {
  expect(actionItemsIn('````\n```\n- [ ] code\n````\n- [ ] real').map(({ line }) => line)).toEqual([5]);
});

test('an action item is found again where its note was edited meanwhile', () => {
  const item = { line: 1, text: 'call' };
  expect(lineOfAction('- [ ] call\n- [ ] call', item)).toBe(1);
  expect(lineOfAction('new\n\n- [x] call', item)).toBe(3);
  expect(lineOfAction('new\n- [ ] call\n- [ ] call', item)).toBe(null);
  expect(lineOfAction('- [ ] called', item)).toBe(null);
});

const values = {
  title: 'T',
  when: 'W',
  date: 'D',
  zone: 'Z',
  links: '',
  attendees: '',
  leads: '',
  recorded: '',
  actions: '- [ ] ',
};

test('a template is filled, and a paragraph that stays empty is left out', () => {
  expect(fillTemplate('# {{title}} {{ date }}\r\n\r\n{{links}}\r\n\r\n{{unknown}}\r\n', values)).toBe(
    '# T D\n\n{{unknown}}\n',
  );
});

test('what fills a place is not searched for places again', () => {
  expect(fillTemplate('{{title}}', { ...values, title: '{{date}}' })).toBe('{{date}}');
});
