import { expect, test } from 'vitest';
import { actionItemsIn, lineOfAction, withActionTicked } from '#core/notes/actionItems.ts';
import { fillTemplate } from '#core/notes/templates.ts';

test('every box with a text is an action item, with owner and date where they are written', () => {
  expect(
    actionItemsIn(
      '# T\n- [ ] @ada write it by 2026-12-01\n- [ ] \n- [x] mail me@example.org\n> - [ ] said @bo.',
      null,
    ),
  ).toEqual([
    {
      line: 2,
      text: '@ada write it by 2026-12-01',
      words: 'write it',
      owner: 'ada',
      due: '2026-12-01',
      isDone: false,
    },
    {
      line: 4,
      text: 'mail me@example.org',
      words: 'mail me@example.org',
      owner: null,
      due: null,
      isDone: true,
    },
    { line: 5, text: 'said @bo.', words: 'said @bo.', owner: 'bo', due: null, isDone: false },
  ]);
});

test.each([
  ['Mail the report @due(2026-12-06)', null],
  ['Mail the report @due(2026-12-06 14:00) @ada', 'ada'],
  ['Mail the report @ada (by Friday)', 'ada'],
])('the mark of a date is no owner: %s', (text, owner) => {
  expect(actionItemsIn(`- [ ] ${text}`, null)[0]?.owner).toBe(owner);
});

test.each([
  ['Read https://kites.example/2026-01-01/minutes', null],
  ['Read [the minutes](https://kites.example/2026-01-01/minutes) by 2026-12-03', '2026-12-03'],
  ['Read [the minutes](../2026-01-01.md)', null],
])('a date in an address is no day by which: %s', (text, due) => {
  expect(actionItemsIn(`- [ ] ${text}`, null)[0]?.due).toBe(due);
});

test('boxes in code are code', () => {
  expect(actionItemsIn('````\n```\n- [ ] code\n````\n- [ ] real', null).map(({ line }) => line)).toEqual([5]);
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
  expect(fillTemplate('# {{title}} {{ date }}\r\n\r\n{{links}}\r\n\r\n{{unknown}}\r\n', values).text).toBe(
    '# T D\n\n{{unknown}}\n',
  );
});

test('what fills a place is not searched for places again', () => {
  expect(fillTemplate('{{title}}', { ...values, title: '{{date}}' }).text).toBe('{{date}}');
});

test.each([
  ['📅 of Obsidian', 'mend ➕ 2026-11-02 🛫 2026-11-10 ⏳ 2026-12-01 📅 2026-12-04', '2026-12-04'],
  ['🗓️ of Obsidian', 'mend 🗓️ 2026-12-04', '2026-12-04'],
  ['fields of Dataview', 'mend [created:: 2026-11-02] [due:: 2026-12-04]', '2026-12-04'],
  ['hidden fields of Dataview', 'mend (scheduled:: 2026-11-02) (due:: 2026-12-04)', '2026-12-04'],
  ['@due(…)', 'mend @start(2026-11-02) @due(2026-12-04)', '2026-12-04'],
  ['due:…', 'mend created:2026-11-02 due:2026-12-04', '2026-12-04'],
  ['plain words beside the day it was made', 'mend by 2026-12-04 ➕ 2026-11-02', '2026-12-04'],
  ['the first of plain dates', 'mend from 2026-12-04 to 2026-12-08', '2026-12-04'],
  ['only the day it was made', 'mend ➕ 2026-11-02', null],
  ['only a plan', 'mend ⏳ 2026-11-02', null],
  ['the day it was done', 'mend ✅ 2026-11-02', null],
])('the due date of a task with %s', (_name, text, due) => {
  expect(actionItemsIn(`- [ ] ${text}`, null)).toMatchObject([{ text, due }]);
});

test('tasks of Logseq are words, with their deadline in a line below', () => {
  const body = [
    '- TODO mend the sail',
    '  SCHEDULED: <2026-11-30 Mon>',
    '  DEADLINE: <2026-12-04 Fri>',
    '- DONE paint the hull',
    '- CANCELED sell the boat',
    '- TODOs of old',
  ].join('\n');
  expect(actionItemsIn(body, null)).toEqual([
    { line: 1, text: 'mend the sail', words: 'mend the sail', owner: null, due: '2026-12-04', isDone: false },
    { line: 4, text: 'paint the hull', words: 'paint the hull', owner: null, due: null, isDone: true },
  ]);
});

test('a template says where one begins to write, and the mark is not part of the text', () => {
  expect(fillTemplate('## Notes\n\n{{cursor}}\n\n## {{title}}\n\n{{cursor}}', values)).toEqual({
    text: `## Notes\n\n\n\n## ${values.title}\n\n`,
    cursor: 10,
  });
  expect(fillTemplate('# {{title}}', values).cursor).toBe(null);
  // A title cannot say it.
  expect(fillTemplate('{{title}}', { ...values, title: '\uFDD0x' })).toEqual({ text: 'x', cursor: null });
});

test.each([
  ['[Lin] numbers for the roadmap', 'Lin', 'numbers for the roadmap'],
  ['[Tomás Vega]: invite the leads', 'Tomás', 'invite the leads'],
  ['AI: Lin to send the numbers', 'Lin', 'send the numbers'],
  ['AI: Lin and Bo to send the numbers', 'Lin', 'send the numbers'],
  ['**AI:** @lin send the numbers', 'lin', 'send the numbers'],
  ['AI(lin): send the numbers', 'lin', 'send the numbers'],
  ['Action: Lin: send the numbers', 'Lin', 'send the numbers'],
  ['Action item: send the numbers', null, 'send the numbers'],
  ['send the numbers (owner: Lin)', 'Lin', 'send the numbers'],
  ['send the numbers, assigned to @lin', 'lin', 'send the numbers'],
  ['(@lin) send the numbers', 'lin', 'send the numbers'],
  ['AI: Talk to Priya', null, 'Talk to Priya'],
  ['AI: Reach out to the leads', null, 'Reach out to the leads'],
  ['[WIP] numbers', null, '[WIP] numbers'],
  ['[docs] mend the page', null, '[docs] mend the page'],
  ['[Docs] mend the page', null, '[Docs] mend the page'],
  ['[The page](https://example.org) is stale', null, '[The page](https://example.org) is stale'],
  ['[[SIG Docs]] is asked', null, '[[SIG Docs]] is asked'],
  ['the owner of the page is asked', null, 'the owner of the page is asked'],
])('the owner of “%s” is %s', (text, owner, words) => {
  expect(actionItemsIn(`- [ ] ${text}`, null)).toMatchObject([{ text, owner, words }]);
});

test('a list item with the label of an action is a task; ticking it adds a checkbox', () => {
  const body =
    '- AI: Lin to ask\n* Action item: mail the list\n- AI: a group about models\n- AI at SIG Node\n';
  expect(actionItemsIn(body, null).map(({ line, words }) => [line, words])).toEqual([
    [1, 'ask'],
    [2, 'mail the list'],
  ]);
  const ticked = withActionTicked('- AI: Lin to ask', true);
  expect(ticked).toBe('- [x] AI: Lin to ask');
  expect(actionItemsIn(ticked, null)).toMatchObject([{ text: 'AI: Lin to ask', owner: 'Lin', isDone: true }]);
  expect(withActionTicked(ticked, false)).toBe('- [ ] AI: Lin to ask');
  expect(withActionTicked('A line', true)).toBe('A line');
});

test('a line of 200,000 spaces or marks is read at once', () => {
  const started = process.cpuUsage();
  for (const filler of [' ', 'by ', '[', '@', 'due: '])
    actionItemsIn(`- [ ] due:${filler.repeat(200_000 / filler.length)}x`, '2026-11-24');
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000);
});

test.each([
  ['three backticks that mark code within a sentence', '```kubectl get``` lists them\n- [ ] out'],
  ['code as the first line of an item', '1. ```sh\n   - [ ] code\n   ```\n- [ ] out'],
  ['code as the first line of an item in an item', '- 1. ```sh\n     - [ ] code\n     ```\n- [ ] out'],
  ['a fence with a language within code', '```\n```js\n- [ ] code\n```\n- [ ] out'],
  ['code that ends with its quote', '> ```\n> - [ ] code\n\n- [ ] out'],
  ['code in a quote that goes on below', '> ```\n> - [ ] code\nwords\n- [ ] out'],
  ['a fence of waves with backticks behind it', '~~~ a ``` b\n- [ ] code\n~~~\n- [ ] out'],
])('only items in code are left out: %s', (_, note) => {
  expect(actionItemsIn(note, null).map(({ text }) => text)).toEqual(['out']);
});

test('a line separator that a web page left in an item is one of its words', () => {
  expect(actionItemsIn('- [ ] send\u2028it', null).map(({ text }) => text)).toEqual(['send\u2028it']);
});
