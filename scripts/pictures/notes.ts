/** Notes: writing, search, export, and private notes. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerDialog, goTo, importNotes, openNote, writeBesideAnother } from '#test/e2e/person.ts';
import { start, type Scene } from './scene.ts';

const cue = (at: number, speaker: string, text: string) => ({ start: at, end: at + 900, speaker, text });

const transcript = {
  format: 1,
  occurrenceKey: null,
  title: 'Office hours of 6 November',
  videoUrl: 'https://www.youtube.com/watch?v=abcdefghijk',
  offset: 0,
  transcript: {
    title: 'Office hours of 6 November',
    date: '2026-11-06',
    playlist: null,
    description: null,
    speakers: [],
    scheduleUrl: null,
    videoUrl: null,
    cues: [
      cue(1000, 'Ada', 'Welcome to everybody.'),
      cue(65_000, 'Bo', 'Backports to the last two releases are next.'),
    ],
  },
};

const notesOf = (home: string): string => join(home, 'Documents/Office Hours');

function haveNotes(home: string): void {
  mkdirSync(join(notesOf(home), 'Transcripts'), { recursive: true });
  const put = (name: string, text: string): void => writeFileSync(join(notesOf(home), name), text);
  put(
    '2026-11-06 kOps Office Hours.md',
    '# kOps Office Hours\n\nBackports to the last two releases.\n\n- [ ] @bo write down how to upgrade over two versions 2026-11-27\n- [x] @me ask for a reviewer\n',
  );
  put('An idea.md', '# An idea\n\n- [ ] @me try the new validation on a real cluster\n');
  put('Transcripts/talk.json', JSON.stringify(transcript));
}

export const notes: Scene = async (take) => {
  await using app = await start({ withDesktop: true, furnish: haveNotes });
  const page = await app.window();
  await goTo(page, 'Notes');
  await take(page, 'notes');
  await page.getByText('To do', { exact: true }).click();
  await take(page, 'actions');
  await page.getByText('Captions', { exact: true }).click();
  await page.getByRole('row', { name: 'Office hours of 6' }).click();
  await page.getByText('Welcome to everybody.').waitFor();
  await take(page, 'transcript');
  await page.getByText('Notes', { exact: true }).last().click();
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('backports');
  await page.getByRole('button', { name: 'Filters' }).click();
  await take(page, 'search-filters');
  await goTo(page, 'Agenda');
  const editor = await openNote(page, 'kOps Office Hours');
  await editor.press('Control+End');
  await editor.pressSequentially('\n- [ ] @me try the new validation on a real cluster\n');
  await page.getByText('Saved', { exact: true }).waitFor();
  await take(page, 'note');
  await page.getByRole('toolbar').getByRole('button', { name: 'Agenda' }).click();
  const agenda = page.getByRole('dialog', { name: 'Agenda' });
  await agenda.getByLabel('What to talk about').fill('Gateway support');
  await agenda.getByLabel('What to talk about').press('Enter');
  await take(page, 'note-agenda');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).click();
  await take(page, 'note-export');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  const own = readdirSync(notesOf(app.home)).find((name) => name.startsWith('2026-11-20')) ?? '';
  await writeBesideAnother(page, join(notesOf(app.home), own));
  await take(page, 'note-conflict');
};

export const imported: Scene = async (take) => {
  await using app = await start({
    furnish: (home) => {
      mkdirSync(join(home, 'old/deep'), { recursive: true });
      writeFileSync(join(home, 'old/deep/old note.md'), '# An old note\n\nfrom elsewhere\n');
      writeFileSync(join(home, 'old/bytes.md'), Buffer.from([0xff, 0xfe, 0x80]));
    },
  });
  const page = await app.window();
  await goTo(page, 'Notes');
  await answerDialog(app, join(app.home, 'old'));
  await importNotes(page);
  await page.getByRole('dialog', { name: 'Import' }).waitFor();
  await take(page, 'notes-import');
};

export const privateNotes: Scene = async (take) => {
  await using app = await start({ withDesktop: true });
  const page = await app.window();
  await page.locator('#agenda-days').getByRole('row').first().waitFor();
  await page.keyboard.press('c');
  await page.getByRole('dialog').waitFor();
  await take(page, 'conduct');
  await page.getByRole('button', { name: 'Private notes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Private notes' });
  await dialog.getByLabel(/^Passphrase/u).waitFor();
  await take(page, 'private-begin');
  await dialog.getByLabel(/^Passphrase/u).fill('copper lantern quiet river');
  await dialog.getByLabel('Repeat the passphrase').fill('copper lantern quiet river');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await dialog.getByRole('button', { name: 'New private note' }).waitFor();
  await take(page, 'private-empty');
  await dialog.getByRole('button', { name: 'New private note' }).click();
  await dialog.getByRole('textbox').pressSequentially('He shouted at a newcomer.\nAda and Bo heard it.');
  await dialog.getByRole('option', { name: 'He shouted' }).waitFor();
  await take(page, 'private-note');
  await dialog.getByRole('button', { name: 'Protection' }).click();
  await dialog.getByLabel('Current passphrase').waitFor();
  await take(page, 'private-protection');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Export' }).click();
  await dialog.getByLabel('Repeat the passphrase').waitFor();
  await take(page, 'private-export');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Lock' }).click();
  await dialog.getByRole('button', { name: 'I forgot the passphrase' }).click();
  await take(page, 'private-locked');
  await dialog.getByRole('button', { name: 'Keep the file' }).click();
  await dialog.getByRole('button', { name: 'Undo' }).waitFor();
  await take(page, 'private-left');
};
