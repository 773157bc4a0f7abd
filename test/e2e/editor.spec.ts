import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { goTo, openNote } from './person.ts';
import { shareApp } from './sharedApp.ts';

const open = shareApp({ args: ['--now=2026-11-20T16:40:00Z'], settings: { isWelcomeDone: true } });

/** Opens the note of the next meeting, and records violations of the Content-Security-Policy. */
async function startWriting(page: Page): Promise<{ readonly refused: string[] }> {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/iu.test(message.text())) refused.push(message.text());
  });
  await openNote(page, 'kOps Office Hours');
  return { refused };
}

const noteIn = (home: string): string => {
  const folder = join(home, 'Documents/Office Hours');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
};

test('checkboxes toggle by key and click, and undo works across a save', async () => {
  const { app, page } = await open();
  const { refused } = await startWriting(page);
  const editor = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  await editor.press('Control+End');
  // The template ends with an empty checkbox; Enter on it leaves the list.
  await editor.press('Enter');
  await editor.pressSequentially('join the call');
  await editor.press('Control+Enter');
  const line = editor.locator('.cm-line').last();
  await expect(line).toHaveText('- [ ] join the call');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await line.locator('.cm-box').click();
  await expect(line).toHaveText('- [x] join the call');
  await expect.poll(() => noteIn(app.home)).toContain('- [x] join the call');
  await editor.press('Control+Z');
  await editor.press('Control+Z');
  await expect(line).toHaveText('join the call');
  expect(refused).toEqual([]);
});

test('one key inserts the meeting’s clock', async () => {
  const { page } = await open();
  await startWriting(page);
  const editor = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  await editor.press('F2');
  await editor.pressSequentially('decided');
  await expect(editor).toContainText(/\d:\d{2}\D* decided/u);
});

test('the preview renders no HTML, loads no picture, and its checkboxes change the text', async () => {
  const { app, page } = await open();
  const { refused } = await startWriting(page);
  const editor = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await editor.press('Control+End');
  // Insert at the end: when it replaces styled text, Chromium itself tries to write a style and is refused.
  await page.keyboard.insertText(
    '\n\n# Heading\n\n<b onclick="x()">raw</b>\n\n![a picture](https://example.org/p.png)\n\n- [ ] to do\n\n[a page](https://example.org/page)',
  );
  await page.getByRole('button', { name: 'Reading view' }).click();
  const preview = page.getByRole('region', { name: 'Reading view' });
  await expect(preview.getByRole('heading', { name: 'Heading' })).toBeVisible();
  await expect(preview.locator('b, img')).toHaveCount(0);
  await preview.getByRole('checkbox', { name: 'to do' }).click();
  await expect(editor).toContainText('- [x] to do');
  await preview.getByRole('link', { name: /a page/u }).click();
  await expect.poll(() => app.opened()).toEqual(['https://example.org/page']);
  expect(asked.filter((url) => url.includes('example.org'))).toEqual([]);
  expect(refused).toEqual([]);
});

test('an agenda is drafted before the meeting, copied, and its document opened', async () => {
  const { app, page } = await open();
  await startWriting(page);
  await page.getByRole('toolbar').getByRole('button', { name: 'Agenda' }).click();
  const dialog = page.getByRole('dialog', { name: 'Agenda' });
  await dialog.getByLabel('What to talk about').fill('Gateway support');
  await dialog.getByLabel('Who brings it').fill('ada');
  await dialog.getByLabel('What to talk about').press('Enter');
  await expect(dialog.getByRole('listitem')).toContainText('Gateway support');
  await dialog.getByRole('button', { name: 'Copy and open the agenda document' }).click();
  await expect.poll(() => app.opened()).toEqual([expect.stringContaining('docs.google.com')]);
  await page.keyboard.press('Escape');
  await expect
    .poll(() => noteIn(app.home))
    .toContain('- **Feature proposal, feedback wanted:** Gateway support (@ada)');
});

test('a checkbox in any note is an action item, and ticking it there changes the file', async () => {
  const { app, page } = await open();
  const folder = join(app.home, 'Documents/Office Hours');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'idea.md'), '# An idea\n\n- [ ] @bo ship it\n');
  await goTo(page, 'Notes');
  await page.getByText('To do', { exact: true }).click();
  await page.getByRole('checkbox', { name: '@bo ship it' }).click();
  await expect.poll(() => noteIn(app.home)).toContain('- [x] @bo ship it');
  // It keeps its place, struck, while its toast offers an undo.
  await expect(page.getByRole('checkbox', { name: '@bo ship it' })).toBeChecked();
});

test('a transcript is found, read and quoted, and its time stamps open the recording', async () => {
  const { app, page } = await open();
  await startWriting(page);
  const folder = join(app.home, 'Documents/Office Hours/Transcripts');
  mkdirSync(folder, { recursive: true });
  const cue = (start: number, speaker: string, text: string) => ({ start, end: start + 900, speaker, text });
  writeFileSync(
    join(folder, 'talk.json'),
    JSON.stringify({
      format: 1,
      occurrenceKey: null,
      title: 'A talk',
      videoUrl: 'https://www.youtube.com/watch?v=abcdefghijk',
      offset: 0,
      transcript: {
        title: 'A talk',
        date: '2026-11-19',
        playlist: null,
        description: null,
        speakers: [],
        scheduleUrl: null,
        videoUrl: null,
        cues: [cue(1000, 'Ada', 'Welcome to everybody.'), cue(65_000, 'Bo', 'Backports are next.')],
      },
    }),
  );
  await page.getByText('Captions', { exact: true }).click();
  await page.getByRole('row', { name: 'A talk' }).click();
  await page.getByRole('searchbox', { name: 'Search in this transcript' }).fill('backports');
  await expect(page.locator('.transcript-paragraph')).toHaveCount(1);
  await page.getByRole('link', { name: '1:05' }).click();
  await expect.poll(() => app.opened()).toEqual(['https://www.youtube.com/watch?v=abcdefghijk&t=65s']);
  await page.getByRole('button', { name: /^Quote 1:05/u }).click();
  await expect
    .poll(() => noteIn(app.home))
    .toContain('> **Bo:** Backports are next. ([1:05](https://www.youtube.com/watch?v=abcdefghijk&t=65s))');
});

test('F8 shows the contact for a concern while writing, offline', async () => {
  const { app, page } = await open();
  await startWriting(page);
  await page.keyboard.press('F8');
  const dialog = page.getByRole('dialog', { name: 'Report a concern' });
  await expect(dialog).toContainText('conduct@kubernetes.io');
  await dialog.getByRole('button', { name: 'Write an email' }).click();
  await expect.poll(() => app.opened()).toEqual(['mailto:conduct@kubernetes.io']);
});
