import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from './launch.ts';
import { addCalendarQuietly, calendarText, goTo, serveCalendar } from './person.ts';

/** A Tuesday. */
const NOW = '--now=2026-11-24T16:45:00Z';

const notes: Readonly<Record<string, string>> = {
  'Questions for the leads.md': '---\npinned: true\n---\n\nWho reads the survey? See [[Roadmap]]. #survey\n',
  '2026-11-23 Roadmap.md': '# Roadmap\n\nThree themes; the second one waits for an answer. #roadmap/2027\n',
  '2026-11-19 Release.md': '# Release\n\nTimeline, see [[Roadmap#Themes|the themes]] and [[Nowhere yet]].\n',
  '2026-11-18 An idea.md': 'Try the new validation on a real cluster.\n',
  '2026-11-10 Planning with a rather long title that needs a second line.md': 'The freeze moves.\n',
  '2026-10-06 Kickoff.md': 'Long ago.\n',
};

const calendar = calendarText({
  name: 'Team',
  meetings: [
    { uid: 'docs', title: 'Docs', zone: 'Etc/UTC', start: '20261012T150000', end: '20261012T160000' },
    { uid: 'docks', title: 'Docks', zone: 'Etc/UTC', start: '20261123T150000', end: '20261123T160000' },
  ],
});

const row = (page: Page, title: string): Locator => page.getByRole('row', { name: title }).first();
const list = (page: Page): Locator => page.getByRole('grid', { name: 'Notes' });
const menuItem = (page: Page, name: string): Locator => page.getByRole('menuitem', { name });
const shownTitles = (page: Page): Promise<string[]> =>
  list(page).locator('.note-item-title').allTextContents();

/** The element with the focus is within the list. */
const expectFocusInList = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[role="grid"]')?.getAttribute('aria-label')),
    )
    .toBe('Notes');

test.describe('the notes of a folder', () => {
  let home: string;
  let folder: string;
  let app: LaunchedApp;
  let page: Page;
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const names = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.md'));

  test.beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'e2e-'));
    folder = join(home, 'Documents/Office Hours');
    for (const [path, text] of Object.entries(notes)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    app = await launchApp({ args: [NOW], home, settings: { isWelcomeDone: true } });
    page = await app.window();
    await goTo(page, 'Notes');
    await expect(row(page, 'Roadmap')).toBeVisible();
  });
  test.afterEach(async () => {
    await app[Symbol.asyncDispose]();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  test('are grouped by day, and by another order that is kept', async () => {
    await expect(list(page).locator('.note-group')).toHaveText([
      'Pinned',
      'This week',
      'Last week',
      'Earlier in November',
      'October',
    ]);
    await page.getByRole('button', { name: 'Sort and group' }).click();
    await page.getByRole('menuitemradio', { name: 'Title' }).click();
    await expect
      .poll(() => shownTitles(page))
      .toEqual([
        'Questions for the leads',
        'An idea',
        'Kickoff',
        'Planning with a rather long title that needs a second line',
        'Release',
        'Roadmap',
      ]);
    await page.reload();
    await goTo(page, 'Notes');
    await expect(list(page).locator('.note-group').nth(1)).toHaveText('By title');
  });

  test('a note is renamed with F2, links follow, and Ctrl+Z renames it back', async () => {
    await row(page, 'Roadmap').click();
    await row(page, 'Roadmap').focus();
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog', { name: 'Rename “Roadmap”' });
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Plan for 2027');
    await expect(dialog).toContainText('2026-11-23 Plan for 2027.md');
    await page.keyboard.press('Enter');
    await expect(row(page, 'Plan for 2027')).toBeFocused();
    expect(read('2026-11-23 Plan for 2027.md')).toContain('# Plan for 2027\n');
    expect(read('2026-11-19 Release.md')).toContain('[[Plan for 2027#Themes|the themes]]');
    expect(read('Questions for the leads.md')).toContain('[[Plan for 2027]]');
    // The open note is still open, and what is typed goes into the renamed file.
    await expect(page.getByRole('region', { name: 'Note: Plan for 2027' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(row(page, 'Roadmap')).toBeVisible();
    for (const name of ['2026-11-23 Roadmap.md', '2026-11-19 Release.md'])
      expect(read(name)).toBe(notes[name]);
  });

  test('a note is deleted to the trash by key, the next row has the focus, and undo brings it back', async () => {
    await row(page, 'Release').click();
    await row(page, 'Release').focus();
    await page.keyboard.press('Delete');
    await expect(row(page, 'Release')).toBeHidden();
    await expectFocusInList(page);
    expect(existsSync(join(folder, '2026-11-19 Release.md'))).toBe(false);
    expect(readdirSync(join(home, '.local/share/Trash/files'))).toEqual(['2026-11-19 Release.md']);
    await expect(page.getByText('Moved “Release” to the trash')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, 'Release')).toBeVisible();
    expect(read('2026-11-19 Release.md')).toBe(notes['2026-11-19 Release.md']);
  });

  test('after the only note that was found is deleted, the search has the focus', async () => {
    const search = page.getByRole('searchbox', { name: 'Search notes' });
    await search.fill('validation');
    await expect(page.getByRole('grid', { name: 'Found notes' }).getByRole('row')).toHaveCount(1);
    await search.press('ArrowDown');
    await page.keyboard.press('Delete');
    await expect(page.getByText('Moved “An idea” to the trash')).toBeVisible();
    await expect(search).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).click();
    await search.fill('');
    await expect(row(page, 'An idea')).toBeVisible();
  });

  test('several notes are chosen with Ctrl and Shift, and deleted or moved together', async () => {
    await row(page, 'Release').click();
    await row(page, 'An idea').click({ modifiers: ['Control'] });
    const bar = page.getByRole('toolbar', { name: 'Selected notes' });
    await expect(bar).toContainText('2 selected');
    await row(page, 'Kickoff').click({ modifiers: ['Shift'] });
    await expect(bar).toContainText('3 selected');
    await bar.getByRole('button', { name: 'Move to a folder…' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Folder' }).fill('Old: ones');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => existsSync(join(folder, 'Old ones')) && readdirSync(join(folder, 'Old ones')).length)
      .toBe(3);
    await expect(page.getByText('Moved 3 notes to Old ones')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(() => names().length).toBe(6);
  });

  test('the menu of a row opens by mouse, by key and by its button; a pin lists the note first', async () => {
    await row(page, 'Kickoff').click({ button: 'right' });
    await expect(menuItem(page, 'Rename…')).toBeVisible();
    await page.keyboard.press('Escape');
    await expectFocusInList(page);
    await page.keyboard.press('Shift+F10');
    await menuItem(page, 'Pin to the top').click();
    await expect.poll(async () => (await shownTitles(page)).slice(0, 2)).toContain('Kickoff');
    expect(read('2026-10-06 Kickoff.md')).toBe('---\npinned: true\n---\n\nLong ago.\n');
    await row(page, 'Kickoff').hover();
    await page.getByRole('button', { name: 'Actions for Kickoff' }).click();
    await menuItem(page, 'Unpin').click();
    await expect.poll(() => read('2026-10-06 Kickoff.md')).toBe('Long ago.\n');
    // The button of a row that is one of several is about all of them.
    await row(page, 'Release').click();
    await row(page, 'An idea').click({ modifiers: ['Control'] });
    await row(page, 'An idea').hover();
    await page.getByRole('button', { name: 'Actions for An idea' }).click();
    await menuItem(page, 'Pin to the top').click();
    await expect(page.getByText('Pinned 2 notes')).toBeVisible();
  });

  test('a new note has no meeting, is named by its first words, and is attached to a past meeting later', async () => {
    await using served = await serveCalendar(calendar);
    await addCalendarQuietly(page, served.address);
    await page.keyboard.press('Control+n');
    const field = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
    await expect(field).toBeFocused();
    await page.keyboard.type('What we learned\nA lot.');
    await expect(row(page, 'What we learned')).toBeVisible();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    expect(names()).toContain('2026-11-24 What we learned.md');
    // The keyboard stays in the text while the file gets its name.
    await expect(field).toBeFocused();
    await page.keyboard.type(' Much.');
    await expect.poll(() => read('2026-11-24 What we learned.md')).toBe('What we learned\nA lot. Much.');
    await row(page, 'What we learned').click({ button: 'right' });
    await menuItem(page, 'Attach to a meeting…').click();
    const dialog = page.getByRole('dialog', { name: 'Attach “What we learned”' });
    await expect(dialog.getByRole('option', { name: 'Docks' })).toBeVisible();
    await page.keyboard.type('docs');
    await expect(dialog.getByRole('option', { name: /^Docs/u })).toBeVisible();
    await dialog.getByRole('option', { name: /^Docs/u }).click();
    await expect
      .poll(() => read('2026-11-24 What we learned.md'))
      .toContain('start: 2026-10-12T15:00:00.000Z');
    await expect(list(page).locator('.note-group').last()).toHaveText('October');
    await expect(page.getByText(/^Attached “What we learned” to Docs/u)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(() => read('2026-11-24 What we learned.md')).toBe('What we learned\nA lot. Much.');
  });

  test('two new notes that are written without a pause have their names, their texts and no other version', async () => {
    const field = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
    const before = names();
    for (const name of ['Morning', 'Evening']) {
      await page.keyboard.press('Control+n');
      await expect(field).toHaveText(/^(?!.*(?:Morning|Evening))/u);
      await expect(field).toBeFocused();
      await page.keyboard.type(`${name}\nOne sentence after the other, for longer than a save takes.`, {
        delay: 30,
      });
      await expect(page.getByRole('region', { name: `Note: ${name}` })).toBeVisible();
    }
    await goTo(page, 'Agenda');
    const made = (): string[] => names().filter((name) => !before.includes(name));
    await expect.poll(() => made().toSorted()).toEqual(['2026-11-24 Evening.md', '2026-11-24 Morning.md']);
    for (const name of ['Morning', 'Evening'])
      await expect
        .poll(() => read(`2026-11-24 ${name}.md`))
        .toBe(`${name}\nOne sentence after the other, for longer than a save takes.`);
  });

  test('a note that another program renames stays open, and is saved there', async () => {
    await row(page, 'An idea').click();
    const field = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
    await expect(field).toContainText('Try the new validation');
    renameSync(join(folder, '2026-11-18 An idea.md'), join(folder, 'Renamed elsewhere.md'));
    await expect(row(page, 'Renamed elsewhere')).toBeVisible();
    await field.press('Control+End');
    await page.keyboard.type('And more.');
    await expect
      .poll(() => read('Renamed elsewhere.md'))
      .toBe('Try the new validation on a real cluster.\nAnd more.');
    expect(names()).not.toContain('2026-11-18 An idea.md');
  });

  test('↓ leads from the search box to the first note, below the heading of its group', async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search notes' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expectFocusInList(page);
  });

  test('tags filter the notes, typed or chosen', async () => {
    await page.getByRole('searchbox', { name: 'Search notes' }).fill('#roadmap');
    await expect(page.getByRole('grid', { name: 'Found notes' }).getByRole('row')).toHaveCount(1);
    // A found row has the menu and the keys of the list.
    await row(page, 'Roadmap').focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('Plan');
    await page.keyboard.press('Enter');
    await expect(row(page, 'Plan')).toBeFocused();
    await row(page, 'Plan').click({ button: 'right' });
    await menuItem(page, 'Pin to the top').click();
    await expect.poll(() => read('2026-11-23 Plan.md')).toMatch(/^---\npinned: true\n---\n/u);
    await page.getByRole('searchbox', { name: 'Search notes' }).fill('');
    // What leads to a note that is there looks unlike what does not.
    await row(page, 'Release').click();
    const text = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
    // The last letter is a part of its own, which holds the stop behind the link.
    await expect
      .poll(async () => (await text.locator('.cm-link-missing').allTextContents()).join(''))
      .toBe('Nowhere yet');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('button', { name: /Tag$/u }).click();
    await page.getByRole('option', { name: '#survey' }).click();
    await expect(page.getByRole('grid', { name: 'Found notes' }).getByRole('row')).toHaveCount(1);
    await expect(row(page, 'Questions for the leads')).toBeVisible();
  });

  test('captions are renamed, attached to a past meeting, and deleted with undo', async () => {
    await using served = await serveCalendar(calendar);
    await addCalendarQuietly(page, served.address);
    const transcripts = join(folder, 'Transcripts');
    const talk = {
      format: 1,
      occurrenceKey: null,
      title: 'A talk',
      videoUrl: null,
      offset: 0,
      transcript: {
        title: null,
        speakers: [],
        date: null,
        playlist: null,
        description: null,
        videoUrl: null,
        scheduleUrl: null,
        cues: [{ start: 0, end: 1000, speaker: null, text: 'Hello' }],
      },
    };
    mkdirSync(transcripts, { recursive: true });
    writeFileSync(join(transcripts, 'A talk.json'), JSON.stringify(talk));
    await page.getByText('Captions', { exact: true }).click();
    await row(page, 'A talk').click({ button: 'right' });
    await menuItem(page, 'Attach to a meeting…').click();
    await page.keyboard.type('docs');
    await page.getByRole('option', { name: /^Docs/u }).click();
    await expect(row(page, 'A talk, Mon, Oct 12')).toBeVisible();
    await row(page, 'A talk').focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('The docs talk');
    await page.keyboard.press('Enter');
    await expect(row(page, 'The docs talk')).toBeFocused();
    await expect(page.getByText('Renamed to “The docs talk”')).toBeVisible();
    expect(readdirSync(transcripts)).toEqual(['The docs talk.json']);
    await page.keyboard.press('Delete');
    await expect(row(page, 'The docs talk')).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, 'The docs talk')).toBeVisible();
  });

  test('the list is made wider by keys, and stays so', async () => {
    const split = page.getByRole('separator', { name: 'Width of the list' });
    const width = async (): Promise<number> => (await page.locator('.notes-side').boundingBox())?.width ?? 0;
    expect(await width()).toBe(272);
    await split.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(width).toBe(304);
    await page.reload();
    await goTo(page, 'Notes');
    await expect.poll(width).toBe(304);
  });
});
