import { expect, test } from 'vitest';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const folder = '/documents/Office Hours';
const note = (day: string, body: string): string =>
  `---\ntitle: Sync\noccurrence: f|sync|${day}\nstart: ${day}T10:00:00.000Z\n---\n\n${body}`;

async function withNotes(
  notes: Record<string, string | Uint8Array>,
): Promise<{ computer: Computer; app: RunningApp }> {
  const computer = new Computer('2026-11-23T09:00:00Z');
  for (const [path, content] of Object.entries(notes)) computer.memory.put(path, content);
  return { computer, app: await computer.start() };
}

const textAt = async ({ memory }: Computer, path: string): Promise<string | null> => {
  const bytes = await memory.read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
};

const series = {
  [`${folder}/b.md`]: note('2026-11-20', '# Sync\n\nSecond <script>alert(1)</script> & [[12:34]]\n'),
  [`${folder}/a.md`]: note(
    '2026-11-13',
    'First ![x](https://x.example/x.png) [no](javascript:alert)\n\n- [x] done\n',
  ),
};

test('a series is exported as one Markdown text from its beginning, without front matter', async () => {
  const { computer, app } = await withNotes(series);
  await using _ = app;
  app.desktop.chosenFile = '/elsewhere/all.md';
  const outcome = await app.window.ask('notes:export', ['b.md', 'a.md'], 'markdown');
  expect(outcome).toEqual({ ok: true, value: '/elsewhere/all.md' });
  const text = await textAt(computer, '/elsewhere/all.md');
  expect(text).toBe(
    '# Sync\n\nFirst ![x](https://x.example/x.png) [no](javascript:alert)\n\n- [x] done\n\n---\n\n' +
      '# Sync\n\nSecond <script>alert(1)</script> & [[12:34]]\n',
  );
  expect(app.desktop.targets).toEqual([
    { kind: 'Markdown', extension: 'md', suggestion: '/documents/Sync – 2 notes.md' },
  ]);
});

test('an exported web page is self-contained: it runs and loads nothing, and has the whole notes', async () => {
  const { computer, app } = await withNotes(series);
  await using _ = app;
  app.desktop.chosenFile = '/elsewhere/a.html';
  await app.window.ask('notes:export', ['a.md', 'b.md'], 'html');
  const html = (await textAt(computer, '/elsewhere/a.html')) ?? '';
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('<html lang="en">');
  expect(html.match(/<article>/g)).toHaveLength(2);
  expect(html).not.toMatch(/<script|<img|javascript:/);
  expect(html).toContain('<a href="https://x.example/x.png">x</a>');
  expect(html).toContain('<input type="checkbox" checked disabled aria-label=');
  expect(html).toContain('Second alert(1) &#x26; <time>12:34</time>');
});

test('a PDF is the printed web page; a failure to print is reported', async () => {
  const { computer, app } = await withNotes(series);
  await using _ = app;
  app.desktop.chosenFile = '/elsewhere/a.pdf';
  expect(await app.window.ask('notes:export', ['a.md'], 'pdf')).toMatchObject({ ok: true });
  expect(await textAt(computer, '/elsewhere/a.pdf')).toMatch(/^%PDF-<!doctype html>/);
  expect(app.desktop.targets[0]?.suggestion).toBe('/documents/a.pdf');
  app.desktop.hasPrinter = false;
  expect(await app.window.ask('notes:export', ['a.md'], 'pdf')).toMatchObject({
    ok: false,
    problem: { code: 'notes/notPrinted' },
  });
});

test('rich text goes to the clipboard; cancelling writes nothing; no path leads out of the folder', async () => {
  const { computer, app } = await withNotes(series);
  await using _ = app;
  const before = await computer.memory.list('/');
  await app.window.ask('notes:export', ['a.md', 'b.md'], 'clipboard');
  expect(app.desktop.copied[1]).toContain('<hr>');
  expect(await app.window.ask('notes:export', ['a.md'], 'html')).toEqual({ ok: true, value: null });
  expect(await app.window.ask('notes:export', ['../a.md'], 'html')).toMatchObject({ ok: false });
  expect(await computer.memory.list('/')).toEqual(before);
});

test('a folder of Markdown is copied, nothing is overwritten, and the result for each file is reported', async () => {
  const { computer, app } = await withNotes({
    [`${folder}/same.md`]: 'same\n',
    [`${folder}/Taken.md`]: 'mine\n',
    '/old/same.md': 'same\n',
    '/old/taken.md': 'theirs\n',
    '/old/2025/what: now?.markdown': '---\ntags: [a] # kept\n---\n\ndeep\r\n',
    '/old/bytes.md': new Uint8Array([0xff, 0xfe, 0x00, 0x80]),
    '/old/.obsidian/hidden.md': 'hidden\n',
    '/old/picture.png': 'png',
  });
  await using _ = app;
  app.desktop.chosenFile = '/old';
  expect(await app.window.ask('notes:import')).toEqual({
    ok: true,
    value: {
      copied: 2,
      renamed: [
        { from: '2025/what: now?.markdown', to: '2025/what now.md' },
        { from: 'taken.md', to: 'taken 2.md' },
      ],
      same: 1,
      unreadable: ['bytes.md'],
      others: 1,
    },
  });
  expect(await textAt(computer, `${folder}/Taken.md`)).toBe('mine\n');
  expect(await textAt(computer, `${folder}/taken 2.md`)).toBe('theirs\n');
  expect(await textAt(computer, `${folder}/2025/what now.md`)).toBe('---\ntags: [a] # kept\n---\n\ndeep\r\n');
  expect((await app.window.ask('notes:list')).map(({ path }) => path).toSorted()).toEqual([
    '2025/what now.md',
    'Taken.md',
    'same.md',
    'taken 2.md',
  ]);
  // Once more: everything is there already.
  expect(await app.window.ask('notes:import')).toMatchObject({ value: { copied: 0, same: 3 } });
});

test('the folder of the notes itself is not imported', async () => {
  const { app } = await withNotes(series);
  await using _ = app;
  for (const chosen of [folder, '/documents', `${folder}/2025`]) {
    app.desktop.chosenFile = chosen;
    expect(await app.window.ask('notes:import')).toMatchObject({
      ok: false,
      problem: { code: 'notes/importsItself' },
    });
  }
});
