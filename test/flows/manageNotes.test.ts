import { describe, expect, test } from 'vitest';
import type { Note } from '#core/notes/note.ts';
import type { Result } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const folder = '/documents/Office Hours';

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

/** A computer with these notes, and two meetings: one this week and one of last month. */
async function start(
  notes: Readonly<Record<string, string>>,
): Promise<{ computer: Computer; app: RunningApp }> {
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.network.serve(
    address,
    aCalendar([
      { title: 'Docs', start: '2026-11-24T16:00:00Z' },
      { title: 'Planning', start: '2026-10-06T16:00:00Z' },
    ]),
  );
  for (const [path, text] of Object.entries(notes)) computer.memory.put(`${folder}/${path}`, text);
  const app = await computer.start();
  await app.window.ask('feeds:add', address);
  await settle();
  return { computer, app };
}

const titles = async (app: RunningApp): Promise<Record<string, string>> =>
  Object.fromEntries((await app.window.ask('notes:list')).map(({ path, title }) => [path, title]));

async function keyOf(app: RunningApp, title: string): Promise<string> {
  const found = unwrap(await app.window.ask('agenda:search', title));
  return found.find((one) => one.title === title)?.key ?? '';
}

describe('renaming a note', () => {
  const notes = {
    '2026-11-17 Survey.md': '---\ntitle: Survey # mine\nx: 1\n---\n\n# Survey\n\nSee [[#Below]].\n',
    'Plan.md': '# Plan\n\nAs in [[Survey|that]], [[2026-11-17 Survey#Top]] and `[[Survey]]`.\n',
    'deep/Other.md': '[[../2026-11-17 Survey]] [[Plan]]\n',
  };

  test('changes its title and its file together, and links in other notes follow', async () => {
    const { computer, app } = await start(notes);
    await using _ = app;
    const renamed = unwrap(
      await app.window.ask('notes:rename', '2026-11-17 Survey.md', 'Who reads: it?', null),
    );
    expect(renamed).toEqual({
      path: '2026-11-17 Who reads it.md',
      title: 'Who reads: it?',
      before: { path: '2026-11-17 Survey.md', title: 'Survey' },
    });
    const text = (path: string) => computer.memory.text(`${folder}/${path}`);
    expect(text('2026-11-17 Survey.md')).toBeNull();
    expect(text('2026-11-17 Who reads it.md')).toBe(
      '---\ntitle: "Who reads: it?" # mine\nx: 1\n---\n\n# Who reads: it?\n\nSee [[#Below]].\n',
    );
    expect(text('Plan.md')).toBe(
      '# Plan\n\nAs in [[Who reads: it?|that]], [[2026-11-17 Who reads it#Top]] and `[[Survey]]`.\n',
    );
    expect(text('deep/Other.md')).toBe('[[2026-11-17 Who reads it]] [[Plan]]\n');
    expect(app.window.received('notes:moved')).toEqual([
      { from: '2026-11-17 Survey.md', to: '2026-11-17 Who reads it.md' },
    ]);
  });

  test('is undone with its links', async () => {
    const { computer, app } = await start(notes);
    await using _ = app;
    const { path, before } = unwrap(
      await app.window.ask('notes:rename', '2026-11-17 Survey.md', 'Questions', null),
    );
    unwrap(await app.window.ask('notes:rename', path, before.title, before.path));
    for (const name of ['2026-11-17 Survey.md', 'Plan.md'] as const)
      expect(computer.memory.text(`${folder}/${name}`)).toBe(notes[name]);
  });

  test('takes a free name, and refuses a path outside of the folder', async () => {
    const { app } = await start({ 'a.md': 'one', 'b.md': 'two' });
    await using _ = app;
    expect(unwrap(await app.window.ask('notes:rename', 'a.md', 'B', null)).path).toBe('B 2.md');
    expect(await app.window.ask('notes:rename', 'b.md', 'x', '../x.md')).toMatchObject({ ok: false });
    expect(await app.window.ask('notes:rename', 'b.md', 'x', 'B 2.md')).toMatchObject({
      problem: { code: 'notes/nameTaken' },
    });
  });
});

test('a note that moves still shows its images', async () => {
  const { computer, app } = await start({ 'a.md': '![x](attachments/x.png)' });
  await using _ = app;
  unwrap(await app.window.ask('notes:move', [{ from: 'a.md', to: 'deep/er/a.md' }]));
  expect(computer.memory.text(`${folder}/deep/er/a.md`)).toBe('![x](../../attachments/x.png)');
});

test('notes move into a folder and back, and links by path follow', async () => {
  const { computer, app } = await start({ 'a.md': 'x', 'in/a.md': 'y', 'b.md': '[[/a]] [[in/a]]' });
  await using _ = app;
  const moves = unwrap(await app.window.ask('notes:move', [{ from: 'a.md', to: 'in/a.md' }]));
  expect(moves).toEqual([{ from: 'a.md', to: 'in/a 2.md' }]);
  expect(computer.memory.text(`${folder}/b.md`)).toBe('[[a 2]] [[in/a]]');
  unwrap(
    await app.window.ask(
      'notes:move',
      moves.map(({ from, to }) => ({ from: to, to: from })),
    ),
  );
  expect(computer.memory.text(`${folder}/b.md`)).toBe('[[a]] [[in/a]]');
});

describe('deleting notes', () => {
  test('moves them to the trash of the system, and undo writes them again', async () => {
    const { computer, app } = await start({ 'a.md': 'one', 'b.md': '\uFEFFtwo\r\n', 'c.md': 'three' });
    await using _ = app;
    const number = unwrap(await app.window.ask('notes:trash', ['a.md', 'b.md']));
    expect(app.desktop.trashed).toEqual([`${folder}/a.md`, `${folder}/b.md`]);
    expect(Object.keys(await titles(app))).toEqual(['c.md']);
    computer.memory.put(`${folder}/a.md`, 'another one');
    expect(unwrap(await app.window.ask('notes:restore', number))).toEqual(['a 2.md', 'b.md']);
    expect(computer.memory.text(`${folder}/b.md`)).toBe('\uFEFFtwo\r\n');
    expect(computer.memory.text(`${folder}/a.md`)).toBe('another one');
    expect(await app.window.ask('notes:restore', number)).toMatchObject({ ok: false });
  });

  test('keeps them where there is no trash', async () => {
    const { computer, app } = await start({ 'a.md': 'one' });
    await using _ = app;
    app.desktop.hasTrash = false;
    expect(await app.window.ask('notes:trash', ['a.md'])).toMatchObject({
      problem: { code: 'notes/notTrashed' },
    });
    expect(await app.window.ask('notes:trash', ['../../etc/passwd'])).toMatchObject({
      problem: { code: 'notes/gone' },
    });
    expect(computer.memory.text(`${folder}/a.md`)).toBe('one');
    expect(app.desktop.trashed).toEqual([]);
  });
});

describe('a note and its meeting', () => {
  test('it is attached later, also to a past meeting, and detached without a trace', async () => {
    const text = '# An idea\n\nwords\n';
    const { computer, app } = await start({ 'idea.md': text });
    await using _ = app;
    const key = await keyOf(app, 'Planning');
    const before = unwrap(await app.window.ask('notes:attach', 'idea.md', key));
    expect(before.occurrence).toBeNull();
    const note = unwrap(await app.window.ask('notes:openFor', key));
    expect(note).toMatchObject({ path: 'idea.md', title: 'An idea', start: '2026-10-06T16:00:00.000Z' });
    const attached = unwrap(await app.window.ask('notes:attach', 'idea.md', null));
    expect(computer.memory.text(`${folder}/idea.md`)).toBe(text);
    unwrap(await app.window.ask('notes:reattach', 'idea.md', attached));
    expect((await app.window.ask('notes:list'))[0]?.occurrenceKey).toBe(key);
  });

  test('a meeting has one note', async () => {
    const { app } = await start({ 'a.md': 'one', 'b.md': 'two' });
    await using _ = app;
    const key = await keyOf(app, 'Docs');
    unwrap(await app.window.ask('notes:attach', 'a.md', key));
    expect(await app.window.ask('notes:attach', 'b.md', key)).toMatchObject({
      problem: { code: 'notes/hasNote' },
    });
  });

  test('it keeps its meeting when another program renames it, and what is typed goes into the renamed file', async () => {
    const { computer, app } = await start({});
    await using _ = app;
    const key = await keyOf(app, 'Docs');
    const note = unwrap(await app.window.ask('notes:openFor', key));
    const saved = unwrap(await app.window.ask('notes:save', { ...note, body: 'one' }));
    await computer.memory.move(`${folder}/${saved.path}`, `${folder}/elsewhere/Renamed.md`);
    // At once, before the app has looked again.
    const again = unwrap(
      await app.window.ask('notes:save', { ...note, version: saved.version, body: 'one and two' }),
    );
    expect(again).toMatchObject({ path: 'elsewhere/Renamed.md', outcome: 'saved' });
    expect(computer.memory.names(folder)).toEqual([]);
    expect(app.window.received('notes:moved')).toEqual([{ from: note.path, to: 'elsewhere/Renamed.md' }]);
    expect(unwrap(await app.window.ask('notes:openFor', key)).body).toBe('one and two');
  });

  test('a note without a meeting is recognised by its content', async () => {
    const { computer, app } = await start({ 'a.md': 'some words', 'b.md': 'other words' });
    await using _ = app;
    await computer.memory.move(`${folder}/a.md`, `${folder}/c.md`);
    await settle();
    expect(app.window.received('notes:moved')).toEqual([{ from: 'a.md', to: 'c.md' }]);
  });
});

test('a pin is a line of the file, and text typed meanwhile is saved on top of it', async () => {
  const { computer, app } = await start({ 'a.md': 'one' });
  await using _ = app;
  const note = unwrap(await app.window.ask('notes:read', 'a.md'));
  unwrap(await app.window.ask('notes:pin', ['a.md'], true));
  expect(await app.window.ask('notes:list')).toMatchObject([{ path: 'a.md', isPinned: true }]);
  expect(unwrap(await app.window.ask('notes:save', { ...note, body: 'one, two' })).outcome).toBe('saved');
  expect(computer.memory.text(`${folder}/a.md`)).toBe('---\npinned: true\n---\n\none, two');
  unwrap(await app.window.ask('notes:pin', ['a.md'], false));
  expect(computer.memory.text(`${folder}/a.md`)).toBe('one, two');
});

describe('a note without a meeting', () => {
  const unwritten = (body: string): Note => ({
    path: '2026-11-23 Note.md',
    title: '2026-11-23 Note',
    occurrenceKey: null,
    start: null,
    series: null,
    zone: null,
    agenda: null,
    minutes: null,
    recordings: null,
    template: null,
    body,
    version: null,
  });

  test('is called by its first words, and gets their name once the line is written', async () => {
    const { computer, app } = await start({});
    await using _ = app;
    const first = unwrap(await app.window.ask('notes:save', unwritten('Ask **Mira**')));
    expect(first.path).toBe('2026-11-23 Note.md');
    expect(await titles(app)).toEqual({ '2026-11-23 Note.md': 'Ask Mira' });
    const next = unwrap(
      await app.window.ask('notes:save', { ...unwritten('Ask **Mira** why\n'), version: first.version }),
    );
    expect(next.path).toBe('2026-11-23 Ask Mira why.md');
    expect(computer.memory.text(`${folder}/${next.path}`)).toBe('Ask **Mira** why\n');
    expect(await app.window.ask('notes:list')).toMatchObject([
      { title: 'Ask Mira why', start: '2026-11-23' },
    ]);
  });

  test('gets another name where one is that was not listed when it began', async () => {
    const { computer, app } = await start({ '2026-11-23 Note.md': 'one', '2026-11-23 Note 2.md': 'two' });
    await using _ = app;
    const saved = unwrap(await app.window.ask('notes:save', unwritten('three')));
    expect(saved).toMatchObject({ path: '2026-11-23 Note 3.md', outcome: 'saved' });
    const path = '2026-11-23 Note 2.md';
    expect(
      unwrap(await app.window.ask('notes:save', { ...unwritten('four'), path, title: 'Note 2' })),
    ).toMatchObject({ path: '2026-11-23 Note 4.md', outcome: 'saved' });
    expect(computer.memory.text(`${folder}/2026-11-23 Note.md`)).toBe('one');
    expect(computer.memory.text(`${folder}/${path}`)).toBe('two');
  });

  test('gets that name when it is left, too', async () => {
    const { app } = await start({});
    await using _ = app;
    unwrap(await app.window.ask('notes:save', unwritten('# Ideas')));
    unwrap(await app.window.ask('notes:nameByWords', '2026-11-23 Note.md'));
    expect(await titles(app)).toEqual({ '2026-11-23 Ideas.md': 'Ideas' });
  });
});

test('the notes that link to a note are listed', async () => {
  const { app } = await start({ '2026-11-12 Docs.md': 'x', 'b.md': '- see [[Docs]] again' });
  await using _ = app;
  expect(await app.window.ask('notes:linksTo', '2026-11-12 Docs.md')).toEqual([
    { path: 'b.md', title: 'b', start: null, line: 1, text: 'see [[Docs]] again' },
  ]);
});

test('a transcript is renamed, attached to a past meeting, and deleted to the trash', async () => {
  const { computer, app } = await start({});
  await using _ = app;
  computer.memory.put('/downloads/talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello there\n');
  app.desktop.chosenFile = '/downloads/talk.vtt';
  const imported = unwrap(await app.window.ask('transcripts:import', null));
  const path = unwrap(await app.window.ask('transcripts:rename', imported?.path ?? '', 'A long talk'));
  expect(path).toBe('Transcripts/A long talk.json');
  const key = await keyOf(app, 'Planning');
  unwrap(await app.window.ask('transcripts:change', path, { occurrenceKey: key }));
  expect(await app.window.ask('transcripts:list')).toMatchObject([
    { path, title: 'A long talk', occurrenceKey: key },
  ]);
  const number = unwrap(await app.window.ask('transcripts:trash', [path, 'a.md']));
  expect(app.desktop.trashed).toEqual([`${folder}/${path}`]);
  expect(await app.window.ask('transcripts:list')).toEqual([]);
  unwrap(await app.window.ask('notes:restore', number));
  expect(await app.window.ask('transcripts:list')).toMatchObject([{ path, title: 'A long talk' }]);
});

test('a note is not pinned while its folder is away, cannot be written, or another program writes the note', async () => {
  const computer = new Computer('2026-11-23T09:00:00Z');
  const [folder, path] = ['/documents/Office Hours', '/documents/Office Hours/An idea.md'];
  computer.memory.put(path, '# An idea\n');
  const { memory } = computer;
  let interrupts = false;
  const interrupted = new Proxy(memory, {
    get: (target, name) => {
      if (name === 'within') return () => interrupted;
      if (name === 'writeIf' && interrupts) target.put(path, 'From elsewhere\n');
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  computer.files = interrupted;
  await using app = await computer.start();
  const pin = (): Promise<unknown> => app.window.ask('notes:pin', ['An idea.md'], true);
  memory.missing = folder;
  expect(await pin()).toMatchObject({ problem: { code: 'notes/folderAway' } });
  expect(memory.missing).toBe(folder);
  memory.missing = null;
  memory.readOnly = folder;
  expect(await pin()).toMatchObject({ problem: { code: 'notes/readOnly' } });
  memory.readOnly = null;
  interrupts = true;
  expect(await pin()).toMatchObject({ problem: { code: 'notes/changedMeanwhile' } });
  expect(memory.text(path)).toBe('From elsewhere\n');
});
