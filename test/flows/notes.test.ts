import { expect, test } from 'vitest';
import type { Note } from '#core/notes/note.ts';
import type { Result } from '#base';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const folder = '/documents/Office Hours';
const pmGroup: EventWish = {
  title: 'Kubernetes PM Group',
  start: '2026-11-24T16:00:00Z',
  lines: ['LOCATION:https://zoom.us/j/95680858961?pwd=S3cretPass'],
};

async function computerWith(...events: EventWish[]): Promise<Computer> {
  const computer = new Computer('2026-11-23T09:00:00Z');
  computer.network.serve(address, aCalendar(events));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

/** A note that the window made up. */
const aNote = (wish: Pick<Note, 'path'>): Note => ({
  title: 'x',
  occurrenceKey: null,
  series: null,
  start: null,
  zone: null,
  agenda: null,
  minutes: null,
  recordings: null,
  template: null,
  body: 'x',
  version: null,
  ...wish,
});

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

async function openFirst(app: RunningApp, title = 'Kubernetes PM Group'): Promise<Note> {
  const { occurrences } = await app.window.askAgenda();
  const key = occurrences.find((one) => one.title === title)?.key ?? '';
  return unwrap(await app.window.ask('notes:openFor', key));
}

test('a new note has its template, and no file until the user types', async () => {
  const computer = await computerWith(pmGroup);
  await using app = await computer.start();
  const note = await openFirst(app);
  expect(note).toMatchObject({
    path: '2026-11-24 Kubernetes PM Group.md',
    title: 'Kubernetes PM Group',
    start: '2026-11-24T16:00:00.000Z',
    version: null,
  });
  expect(note.body).toContain(
    '# Kubernetes PM Group\n\nTuesday 24 November 2026, 17:00–18:00 (Europe/Berlin)',
  );
  expect(note.body).toContain('## Action items\n\n- [ ] \n');
  expect(note.body).not.toContain('S3cretPass');
  expect(computer.memory.names(folder)).toEqual([]);
  expect(await app.window.ask('notes:list')).toEqual([]);
});

test('a template with the meeting’s name is used for it, with the invited people', async () => {
  const people = [
    'ATTENDEE;CN=Ada Fern;PARTSTAT=ACCEPTED:mailto:ada@example.org',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bo@example.org',
    'ATTENDEE;CN=Cy;PARTSTAT=DECLINED:mailto:cy@example.org',
  ];
  const computer = await computerWith({ ...pmGroup, lines: people });
  computer.memory.put(`${folder}/Templates/Kubernetes PM Group.md`, 'Present: {{attendees}}\n');
  await using app = await computer.start();
  const note = await openFirst(app);
  expect(note.body).toBe('Present: Ada Fern, bo@example.org\n');
  expect(note.template).toBe('Kubernetes PM Group');
});

test('an action item carried over into a later note of the series is listed once', async () => {
  const computer = await computerWith();
  const put = (day: string, body: string): void =>
    computer.memory.put(
      `${folder}/${day}.md`,
      `---\noccurrence: f|sync|${day}\nstart: ${day}\n---\n\n${body}`,
    );
  put('2026-11-06', '- [ ] call Bo\n- [ ] only here\n- [x] done\n');
  put('2026-11-13', '- [ ] call Bo\n');
  put('2026-11-20', '- [x] call Bo\n');
  await using app = await computer.start();
  const told = (await app.window.ask('notes:actions')).map(({ path, text, isDone }) => [path, text, isDone]);
  expect(told).toEqual([
    ['2026-11-20.md', 'call Bo', true],
    ['2026-11-06.md', 'only here', false],
    ['2026-11-06.md', 'done', true],
  ]);
  expect(await app.window.ask('notes:countOpen')).toBe(1);
});

test('a typed note is a Markdown file, in the list at once and after a restart', async () => {
  const computer = await computerWith(pmGroup);
  {
    await using app = await computer.start();
    const note = await openFirst(app);
    const saved = unwrap(await app.window.ask('notes:save', { ...note, body: 'We decided.\n' }));
    expect(saved).toMatchObject({ outcome: 'saved', path: note.path });
    expect(app.window.received('notes:changed').at(-1)).toMatchObject({
      changed: [{ path: note.path, excerpt: 'We decided.' }],
      removed: [],
    });
    unwrap(
      await app.window.ask('notes:save', { ...note, version: saved.version, body: 'We decided. All.\n' }),
    );
  }
  expect(computer.memory.text(`${folder}/2026-11-24 Kubernetes PM Group.md`)).toMatch(
    /^---\ntitle: Kubernetes PM Group\noccurrence: .+\nseries: .+\nstart: 2026-11-24T16:00:00\.000Z\nzone: UTC\ntemplate: General\n---\n\nWe decided\. All\.\n$/,
  );
  await using app = await computer.start();
  expect(await openFirst(app)).toMatchObject({ body: 'We decided. All.\n' });
});

test('a note that the user renamed is still found by its meeting', async () => {
  const computer = await computerWith(pmGroup);
  await using app = await computer.start();
  const note = await openFirst(app);
  unwrap(await app.window.ask('notes:save', { ...note, body: 'Mine\n' }));
  const text = computer.memory.text(`${folder}/${note.path}`) ?? '';
  await computer.memory.remove(`${folder}/${note.path}`);
  computer.memory.put(`${folder}/archive/pm.md`, text.replace('title:', 'tags: [a,  b]\ntitle:'));
  const again = await openFirst(app);
  expect(again).toMatchObject({ path: 'archive/pm.md', body: 'Mine\n' });
  unwrap(await app.window.ask('notes:save', { ...again, body: 'More\n' }));
  expect(computer.memory.text(`${folder}/archive/pm.md`)).toContain(
    'tags: [a,  b]\ntitle: Kubernetes PM Group\n',
  );
  expect(computer.memory.names(folder)).toEqual([]);
});

test('when another program changed the file, both versions are kept', async () => {
  const computer = await computerWith(pmGroup);
  await using app = await computer.start();
  const note = await openFirst(app);
  const { version } = unwrap(await app.window.ask('notes:save', { ...note, body: 'Ours\n' }));
  const theirs = (computer.memory.text(`${folder}/${note.path}`) ?? '').replace('Ours', 'Theirs');
  computer.memory.put(`${folder}/${note.path}`, theirs);
  const saved = unwrap(await app.window.ask('notes:save', { ...note, version, body: 'Ours, longer\n' }));
  expect(saved).toMatchObject({
    outcome: 'conflict',
    path: '2026-11-24 Kubernetes PM Group (conflict 2).md',
  });
  expect(computer.memory.text(`${folder}/${note.path}`)).toBe(theirs);
  expect(computer.memory.text(`${folder}/${saved.path}`)).toContain('Ours, longer');
  const further = { ...note, path: saved.path, version: saved.version, body: 'Ours, still longer\n' };
  expect(unwrap(await app.window.ask('notes:save', further))).toMatchObject({
    outcome: 'saved',
    path: saved.path,
  });
  expect(await openFirst(app)).toMatchObject({ path: note.path, body: 'Theirs\n' });
});

test('saving the text that the file already has is no conflict', async () => {
  const computer = await computerWith(pmGroup);
  await using app = await computer.start();
  const note = await openFirst(app);
  const first = unwrap(await app.window.ask('notes:save', { ...note, body: 'Same\n' }));
  expect(unwrap(await app.window.ask('notes:save', { ...note, body: 'Same\n' }))).toEqual(first);
});

test('a note deleted by another program is written again when the user continues typing', async () => {
  const computer = await computerWith(pmGroup);
  await using app = await computer.start();
  const note = await openFirst(app);
  const { version } = unwrap(await app.window.ask('notes:save', { ...note, body: 'Once\n' }));
  await computer.memory.remove(`${folder}/${note.path}`);
  unwrap(await app.window.ask('notes:save', { ...note, version, body: 'Twice\n' }));
  expect(computer.memory.text(`${folder}/${note.path}`)).toContain('Twice');
});

test('two meetings of one name on one day have a note each', async () => {
  const computer = await computerWith(
    { ...pmGroup, uid: 'a', title: 'Sync: A/B?' },
    { ...pmGroup, uid: 'b', title: 'Sync: A/B?', start: '2026-11-24T18:00:00Z' },
  );
  await using app = await computer.start();
  const { occurrences } = await app.window.askAgenda();
  const [first, second] = await Promise.all(
    occurrences.map(async ({ key }) => unwrap(await app.window.ask('notes:openFor', key))),
  );
  if (!first || !second) throw new Error('There should be two');
  unwrap(await app.window.ask('notes:save', { ...first, body: 'First\n' }));
  unwrap(await app.window.ask('notes:save', { ...second, body: 'Second\n' }));
  expect(computer.memory.names(folder)).toEqual(['2026-11-24 Sync A B 2.md', '2026-11-24 Sync A B.md']);
});

test('two simultaneous saves run one after the other', async () => {
  const computer = await computerWith(pmGroup);
  const app = await computer.start();
  const note = await openFirst(app);
  const saves = ['One\n', 'Two\n'].map((body) => app.window.ask('notes:save', { ...note, body }));
  await app[Symbol.asyncDispose]();
  const outcomes = (await Promise.all(saves)).map((saved) => unwrap(saved).outcome);
  expect(outcomes).toEqual(['saved', 'saved']);
  // Both are of one window: the later one is what is in it.
  expect(computer.memory.text(`${folder}/${note.path}`)).toContain('Two');
});

test('quitting waits for pending saves', async () => {
  const computer = await computerWith(pmGroup);
  const app = await computer.start();
  const note = await openFirst(app);
  void app.window.ask('notes:save', { ...note, body: 'Last words\n' });
  await Promise.resolve();
  await app[Symbol.asyncDispose]();
  expect(computer.memory.text(`${folder}/${note.path}`)).toContain('Last words');
});

test('changes by other programs are sent to the window', async () => {
  const computer = await computerWith();
  await using app = await computer.start();
  computer.memory.put(`${folder}/idea.md`, '# An idea\n\nOf mine.\n');
  computer.memory.put(`${folder}/picture.png`, 'x');
  computer.memory.put(`${folder}/.trash/old.md`, 'x');
  await settle();
  expect(app.window.received('notes:changed').at(-1)).toMatchObject({
    changed: [{ path: 'idea.md', title: 'An idea', excerpt: 'Of mine.' }],
  });
  expect(unwrap(await app.window.ask('notes:read', 'idea.md'))).toMatchObject({
    occurrenceKey: null,
    body: '# An idea\n\nOf mine.\n',
  });
});

test('saving a user’s file keeps every byte of its front matter', async () => {
  const computer = await computerWith();
  await using app = await computer.start();
  const text = '\uFEFF---\r\n# mine\r\ntags:   [x]\r\n---\r\n\r\nText\r\n';
  computer.memory.put(`${folder}/idea.md`, text);
  const note = unwrap(await app.window.ask('notes:read', 'idea.md'));
  unwrap(await app.window.ask('notes:save', { ...note, body: 'Text\nMore\n' }));
  expect(computer.memory.text(`${folder}/idea.md`)).toBe(text.replace('Text\r\n', 'Text\r\nMore\r\n'));
});

test.each(['../secret.md', '/etc/passwd.md', 'a/../../x.md', '.hidden.md', 'x.txt'])(
  'the window can neither read nor write outside the folder: %s',
  async (path) => {
    const computer = await computerWith();
    computer.memory.put('/documents/secret.md', 'secret');
    await using app = await computer.start();
    const note = aNote({ path });
    expect(await app.window.ask('notes:read', path)).toMatchObject({ problem: { code: 'notes/outside' } });
    expect(await app.window.ask('notes:save', note)).toMatchObject({ problem: { code: 'notes/outside' } });
  },
);

test('a file that is not text is not changed', async () => {
  const computer = await computerWith();
  computer.memory.put(`${folder}/latin.md`, new Uint8Array([0xe9, 0x0a]));
  await using app = await computer.start();
  expect(await app.window.ask('notes:read', 'latin.md')).toMatchObject({
    problem: { code: 'notes/notText' },
  });
  const note = aNote({ path: 'latin.md' });
  expect(unwrap(await app.window.ask('notes:save', note)).path).not.toBe('latin.md');
});

test('a full disk is reported, and the text can be saved later', async () => {
  const computer = await computerWith(pmGroup);
  await using app = await computer.start();
  const note = await openFirst(app);
  computer.memory.isFull = true;
  expect(unwrap(await app.window.ask('notes:save', note)).outcome).toBe('kept');
  expect(await app.window.ask('app:problems')).toMatchObject([
    { code: 'notes/notSavedSince', title: 'The disk of your notes is full' },
  ]);
  computer.memory.isFull = false;
  expect(unwrap(await app.window.ask('notes:save', note)).outcome).toBe('saved');
  expect(await app.window.ask('app:problems')).toEqual([]);
});

test('after a change of folder, its notes are listed and new ones are written there', async () => {
  const computer = await computerWith(pmGroup);
  computer.memory.put('/vault/old.md', 'Old');
  await using app = await computer.start();
  app.desktop.chosenFile = '/vault';
  unwrap(await app.window.ask('notes:chooseFolder'));
  await settle();
  expect((await app.window.ask('notes:list')).map((note) => note.path)).toEqual(['old.md']);
  expect((await app.window.ask('app:info')).notesFolder).toBe('/vault');
  unwrap(await app.window.ask('notes:save', await openFirst(app)));
  expect(computer.memory.names('/vault')).toContain('2026-11-24 Kubernetes PM Group.md');
  await app.window.ask('notes:showFolder');
  expect(app.desktop.folders).toEqual(['/vault']);
});

test('an unknown meeting has no note', async () => {
  const computer = await computerWith();
  await using app = await computer.start();
  expect(await app.window.ask('notes:openFor', 'feed|none|x')).toMatchObject({
    problem: { code: 'notes/unknownMeeting' },
  });
});
