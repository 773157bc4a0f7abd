import { expect, test } from 'vitest';
import type { Note } from '#core/notes/note.ts';
import type { Result } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** Notes of one series, one after the other: what they begin with, and what was promised in them. */

const folder = '/documents/Office Hours';

async function weekly(): Promise<Computer> {
  const computer = new Computer('2026-11-23T09:00:00Z');
  const address = 'https://example.org/team.ics';
  computer.network.serve(
    address,
    aCalendar([{ title: 'Sync', start: '2026-11-24T16:00:00Z', lines: ['RRULE:FREQ=WEEKLY'] }]),
  );
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

async function openWeek(app: RunningApp, week: number): Promise<Note> {
  const { occurrences } = await app.window.askAgenda();
  return unwrap(await app.window.ask('notes:openFor', occurrences[week]?.key ?? ''));
}

test('the next note of a series opens with what the last one left open', async () => {
  const computer = await weekly();
  await using app = await computer.start();
  const first = await openWeek(app, 0);
  unwrap(
    await app.window.ask('notes:save', { ...first, body: '- [ ] @ada call\n- [x] done\n- [ ] write\n' }),
  );
  const second = await openWeek(app, 1);
  expect(second.body).toContain(
    '## Action items\n\n2 items carried over from 24 November 2026:\n\n- [ ] @ada call\n- [ ] write\n',
  );
  expect(second.body).not.toContain('done');
});

test('the next note of a series begins with the template of the last one', async () => {
  const computer = await weekly();
  computer.memory.put(`${folder}/Templates/Retro.md`, '# {{title}} retro\n');
  await using app = await computer.start();
  expect(await app.window.ask('notes:templates')).toEqual(['Retro', 'General', 'Community minutes']);
  const { occurrenceKey } = await openWeek(app, 0);
  const retro = unwrap(await app.window.ask('notes:openWith', occurrenceKey ?? '', 'Retro'));
  expect(retro.body).toBe('# Sync retro\n');
  unwrap(await app.window.ask('notes:save', retro));
  expect((await openWeek(app, 1)).body).toBe('# Sync retro\n');
  await computer.memory.remove(`${folder}/Templates/Retro.md`);
  expect((await openWeek(app, 1)).body).toContain('## Agenda');
});

test('a template is not a note, and its checkboxes are not action items', async () => {
  const computer = await weekly();
  computer.memory.put(`${folder}/Templates/Retro.md`, '- [ ] look back\n');
  await using app = await computer.start();
  expect(await app.window.ask('notes:list')).toEqual([]);
  expect(await app.window.ask('notes:actions')).toEqual([]);
});

test('action items of all notes are listed, those with a date first, and ticking changes the file', async () => {
  const computer = await weekly();
  computer.memory.put(`${folder}/idea.md`, '---\ntags: [x]\n---\n\n- [ ] @bo ship by 2026-12-01\n');
  await using app = await computer.start();
  unwrap(await app.window.ask('notes:save', { ...(await openWeek(app, 0)), body: 'New\n- [ ] @ada call\n' }));
  const actions = await app.window.ask('notes:actions');
  expect(actions).toMatchObject([
    { path: 'idea.md', text: '@bo ship by 2026-12-01', owner: 'bo', due: '2026-12-01', series: null },
    { title: 'Sync', text: '@ada call', owner: 'ada', due: null, isDone: false },
  ]);
  const [ship] = actions;
  if (!ship) throw new Error('There should be one');
  computer.memory.put(`${folder}/idea.md`, '---\ntags: [x]\n---\n\nMoved.\n- [ ] @bo ship by 2026-12-01\n');
  unwrap(await app.window.ask('notes:tick', ship, true));
  expect(computer.memory.text(`${folder}/idea.md`)).toBe(
    '---\ntags: [x]\n---\n\nMoved.\n- [x] @bo ship by 2026-12-01\n',
  );
  computer.memory.put(`${folder}/idea.md`, 'Nothing\n');
  expect(await app.window.ask('notes:tick', ship, false)).toMatchObject({
    problem: { code: 'notes/itemGone' },
  });
});
