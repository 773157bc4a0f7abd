/** All views of the main window and how to open them, for stableWindow.spec.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { untilDrawn, type LaunchedApp } from './launch.ts';
import {
  answerDialog,
  choose,
  goTo,
  goToSettings,
  importNotes,
  openAddCalendar,
  rowsOf,
  writeBesideAnother,
} from './person.ts';

const notesOf = (home: string): string => join(home, 'Documents/Office Hours');

const talk = {
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
    cues: Array.from({ length: 12 }, (_, at) => ({
      start: at * 65_000,
      end: at * 65_000 + 900,
      speaker: at % 2 === 0 ? 'Ada' : 'Bo',
      text: 'Welcome to everybody.',
    })),
  },
};

/** Data that the views show. */
export function furnish(home: string): void {
  const notes = notesOf(home);
  mkdirSync(join(notes, 'Transcripts'), { recursive: true });
  writeFileSync(join(notes, 'Transcripts/talk.json'), JSON.stringify(talk));
  mkdirSync(join(home, 'old'), { recursive: true });
  writeFileSync(join(home, 'old/one.md'), '# One\n');
  for (let number = 0; number < 12; number++)
    writeFileSync(join(notes, `Idea ${number}.md`), `# Idea ${number}\n\n- [ ] @me try the one thing\n`);
}

interface View {
  readonly name: string;
  readonly open: (page: Page, app: LaunchedApp) => Promise<unknown>;
  /** false if the last control would remove what later views need */
  readonly isLastClicked?: boolean;
  /** an open menu or picker: visited with arrow keys, without choosing anything */
  readonly isMenu?: boolean;
  /** for views that Escape does not close */
  readonly close?: (page: Page) => Promise<unknown>;
}

const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

async function press(page: Page, key: string): Promise<void> {
  await page.getByRole('main').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press(key);
}

/** A list of the screen of notes; in a narrow window an open note hides the choice. */
async function goToNotes(page: Page, list: 'Notes' | 'To do' | 'Captions' = 'Notes'): Promise<void> {
  await goTo(page, 'Notes');
  const back = page.getByRole('button', { name: /^(?:Back to the list|Close the transcript)$/u });
  if (await back.isVisible()) await back.click();
  await page.locator('.segment').filter({ hasText: list }).click();
}

async function writeNote(page: Page): Promise<Locator> {
  await goTo(page, 'Agenda');
  await choose(page, 'Contributor sync');
  await page.locator('.details-actions').getByRole('button', { name: /note/iu }).click();
  const field = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  await field.waitFor();
  return field;
}

async function openAgenda(page: Page): Promise<Locator> {
  await writeNote(page);
  const tools = page.getByRole('toolbar', { name: 'Writing' });
  const more = tools.getByRole('button', { name: 'More tools' });
  if (await more.isVisible()) {
    await more.click();
    await page.getByRole('menuitem', { name: 'Agenda', exact: true }).click();
  } else await tools.getByRole('button', { name: 'Agenda' }).click();
  const agenda = dialog(page, 'Agenda');
  await agenda.waitFor();
  return agenda;
}

/**
 * Opens a menu or picker, and waits for the focus in it: earlier keys are lost. A list that renders again at the
 * time of the click closes it, so it may need a second click.
 */
async function openMenu(page: Page, button: Locator): Promise<void> {
  const isOpen = page.locator('.popover:focus-within');
  for (let tries = 0; !(await isOpen.isVisible()); tries++) {
    if (tries > 20) throw new Error('The menu does not stay open');
    if ((await page.locator('.popover').count()) === 0) await button.click();
    await isOpen.waitFor({ timeout: 5_000 }).catch(() => undefined);
  }
  // In its first moment a menu ignores the pointer (fields.css).
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('.popover') ?? document.body).pointerEvents === 'auto',
  );
}

async function welcomeAgain(page: Page, step: number): Promise<void> {
  await page.evaluate('window.api.invoke("settings:change", [{ isWelcomeDone: false }])');
  const welcome = dialog(page, /^(?:Welcome to Office Hours|Your own calendar|Reminders)$/u);
  await welcome.waitFor();
  const back = welcome.getByRole('button', { name: 'Back' });
  while (await back.isVisible()) await back.click();
  for (let count = 0; count < step; count++) await welcome.getByRole('button', { name: 'Continue' }).click();
}

/** Each view opens from where the one before it left the window. A calendar has a “Contributor sync”. */
export const views: readonly View[] = [
  { name: 'Agenda', open: (page) => goTo(page, 'Agenda') },
  {
    name: 'details of a meeting',
    open: async (page) => {
      await goTo(page, 'Agenda');
      await choose(page, 'Contributor sync');
      await page.getByRole('button', { name: 'Change the reminders' }).click();
      await page.getByText('Custom', { exact: true }).last().click();
      await page.getByRole('button', { name: 'Add a reminder' }).waitFor();
    },
  },
  {
    name: 'menu of a meeting',
    isMenu: true,
    open: async (page) => {
      await goTo(page, 'Agenda');
      // Only the row under the pointer has its buttons.
      await rowsOf(page, 'Contributor sync').first().hover();
      await openMenu(page, page.getByRole('button', { name: 'More about Contributor sync' }).first());
    },
  },
  {
    name: 'keyboard shortcuts',
    open: async (page) => {
      await goTo(page, 'Agenda');
      await press(page, '?');
      await dialog(page, 'Keyboard shortcuts').waitFor();
    },
  },
  {
    name: 'which meeting to join',
    isLastClicked: false,
    open: async (page) => {
      await goTo(page, 'Agenda');
      // With details open J would join their meeting.
      await press(page, 'Escape');
      await press(page, 'j');
      await dialog(page, 'Join which meeting?').waitFor();
    },
  },
  {
    name: 'a link that asks',
    open: async (page, app) => {
      await app.electron.evaluate(({ app: electron }) =>
        electron.emit('second-instance', {}, [], '', { args: ['office-hours://join-next'] }),
      );
      await dialog(page, 'Join this meeting?').waitFor();
    },
  },
  {
    name: 'a concern',
    open: async (page) => {
      await goTo(page, 'Agenda');
      await press(page, 'c');
      await dialog(page, 'Report a concern').waitFor();
    },
  },
  {
    name: 'private notes',
    open: async (page) => {
      await goTo(page, 'Agenda');
      await press(page, 'c');
      await page.getByRole('button', { name: 'Private notes' }).click();
      await dialog(page, 'Private notes').waitFor();
    },
  },
  {
    name: 'unlocked private notes',
    isLastClicked: false,
    open: async (page) => {
      await goTo(page, 'Agenda');
      await press(page, 'c');
      await page.getByRole('button', { name: 'Private notes' }).click();
      const notes = dialog(page, 'Private notes');
      await notes.getByRole('button', { name: /^(?:Start|Unlock)$/u }).click();
      await notes.getByRole('button', { name: 'New private note' }).click();
      await notes.getByRole('textbox').waitFor();
    },
  },
  { name: 'Notes', open: (page) => goToNotes(page) },
  {
    name: 'search in notes',
    open: async (page) => {
      await goToNotes(page);
      await page.getByRole('searchbox', { name: 'Search notes' }).fill('the');
      await page.getByRole('button', { name: 'Filters' }).click();
    },
  },
  {
    name: 'what is to do',
    open: async (page) => {
      await goToNotes(page, 'To do');
      await page.getByRole('checkbox', { name: 'try the one thing' }).first().waitFor();
    },
  },
  {
    name: 'transcripts',
    // The last control opens the transcript, which is the next view.
    isLastClicked: false,
    open: (page) => goToNotes(page, 'Captions'),
  },
  {
    name: 'a transcript',
    open: async (page) => {
      await goToNotes(page, 'Captions');
      await page.getByRole('row', { name: 'A talk' }).click();
      await page.getByText('Welcome to everybody.').first().waitFor();
    },
    close: (page) => goToNotes(page),
  },
  {
    name: 'importing notes',
    open: async (page, app) => {
      await goToNotes(page);
      await answerDialog(app, join(app.home, 'old'));
      await importNotes(page);
      await dialog(page, 'Import').waitFor();
    },
  },
  { name: 'a note', open: writeNote },
  {
    name: 'agenda of a note',
    open: openAgenda,
  },
  {
    name: 'picker in the agenda of a note',
    isMenu: true,
    open: async (page) => openMenu(page, (await openAgenda(page)).locator('.select')),
  },
  {
    name: 'exporting a note',
    isMenu: true,
    open: async (page) => {
      const field = await writeNote(page);
      // Only a saved note can be exported.
      const saved = page.getByText('Saved', { exact: true });
      for (let tries = 0; !(await saved.isVisible()); tries++) {
        if (tries > 5) throw new Error('The note is not saved');
        await field.pressSequentially('Ask. ');
        await saved.waitFor({ timeout: 20_000 }).catch(() => undefined);
      }
      await openMenu(page, page.getByRole('button', { name: 'Export', exact: true }));
    },
  },
  {
    name: 'a note that was changed elsewhere',
    isLastClicked: false,
    open: async (page, app) => {
      await writeNote(page);
      const path = await page.locator('.note-path').textContent();
      await writeBesideAnother(page, join(notesOf(app.home), path ?? ''));
    },
    close: (page) => page.getByRole('button', { name: 'Hide' }).click(),
  },
  { name: 'Communities', open: (page) => goTo(page, 'Communities') },
  { name: 'Calendars', open: (page) => goTo(page, 'Calendars') },
  {
    name: 'preview of a feed',
    // The last control follows it, and what is followed has no preview.
    isLastClicked: false,
    open: async (page) => {
      const field = await openAddCalendar(page);
      await field.fill('Docs group: every Tuesday at 16:00 UTC https://zoom.us/j/95555555555');
      await page.getByRole('region', { name: /^Preview of/u }).waitFor();
    },
  },
  {
    name: 'reminders of a feed',
    open: async (page) => {
      await goTo(page, 'Calendars');
      await page
        .getByRole('button', { name: /^Reminders/u })
        .last()
        .click();
      await page.getByRole('dialog').getByText('Custom', { exact: true }).click();
      await page.getByRole('button', { name: 'Add a reminder' }).waitFor();
    },
  },
  {
    name: 'renaming a calendar',
    isLastClicked: false,
    open: async (page) => {
      await goTo(page, 'Calendars');
      await page
        .getByRole('button', { name: /^More for /u })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Rename…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'Settings', open: (page) => goTo(page, 'Settings') },
  { name: 'settings of reminders', open: (page) => goToSettings(page, 'Reminders') },
  { name: 'settings of times', open: (page) => goToSettings(page, 'Times and zones') },
  {
    name: 'a new rule',
    open: async (page) => {
      await goToSettings(page, 'Rules');
      await page.getByRole('button', { name: 'Add a rule' }).click();
    },
  },
  {
    name: 'a service of one’s own',
    open: async (page) => {
      await goToSettings(page, 'Joining');
      await page.getByRole('button', { name: 'Add a service' }).click();
    },
  },
  {
    name: 'licences',
    open: async (page) => {
      await goToSettings(page, 'About');
      await page.getByRole('button', { name: 'Show licences' }).click();
      await dialog(page, 'Licences').getByRole('region').waitFor();
    },
  },
  {
    name: 'Settings with problems above',
    open: async (page, app) => {
      await app.electron.evaluate(({ BrowserWindow }) => {
        const problem = (code: string): object => ({
          code,
          title: `The list of announced meetings was damaged (${code})`,
          detail:
            'It was kept under another name; what could be read of it goes on. A meeting may be announced twice.',
        });
        for (const window of BrowserWindow.getAllWindows())
          window.webContents.send('app:problems', [problem('a'), problem('b')]);
      });
      await goTo(page, 'Settings');
    },
  },
  {
    name: 'a screen that could not be shown',
    isLastClicked: false,
    open: async (page, app) => {
      await goTo(page, 'Agenda');
      await app.electron.evaluate(({ BrowserWindow }) => {
        const agenda = { revision: 1e6, zone: 'No/Such_Zone', window: { from: 0, to: 1 }, occurrences: [] };
        for (const window of BrowserWindow.getAllWindows())
          window.webContents.send('agenda:changed', { kind: 'all', agenda });
      });
      await page.getByRole('alert').filter({ hasText: 'This screen could not be shown' }).waitFor();
    },
    close: async (page) => {
      await page.reload();
      await untilDrawn(page);
    },
  },
  { name: 'the welcome', open: (page) => welcomeAgain(page, 0), isLastClicked: false },
  { name: 'own calendar in the welcome', open: (page) => welcomeAgain(page, 1), isLastClicked: false },
  { name: 'reminders in the welcome', open: (page) => welcomeAgain(page, 2) },
];
