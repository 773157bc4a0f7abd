/** What a screen reader says of each screen: the accessibility tree, as sentences. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { smallWindow } from '../../scripts/pictures/scene.ts';
import { launchApp } from './launch.ts';
import {
  addCalendarQuietly,
  calendarText,
  choose,
  followOnly,
  goTo,
  goToSettings,
  serveCalendar,
  type ServedText,
} from './person.ts';
import { shareApp } from './sharedApp.ts';

/** A Sunday: no community meets. */
const NOW = '--now=2026-11-22T16:50:00Z';
const zone = 'Etc/UTC';
const locale = 'en_GB.UTF-8';

const meeting = { zone, start: '20261122T170000', end: '20261122T174500' };
const calendar = calendarText({
  name: 'Kites',
  meetings: [
    { ...meeting, uid: 'kites', title: 'Kite sync', location: 'https://zoom.us/j/93333333333?pwd=AbC' },
    { ...meeting, uid: 'wind', title: 'Wind sync', end: '20261122T180000' },
    {
      uid: 'ropes',
      title: 'Rope talk',
      zone,
      start: '20261123T100000',
      end: '20261123T103000',
      rule: 'FREQ=WEEKLY;COUNT=3',
      location: 'https://meet.google.com/abc-defg-hij',
    },
  ],
});

const note = `---
title: Rope talk
start: 2026-11-16T10:00:00Z
---

# Rope talk

- [ ] @me order ropes
- [x] @me measure the dock
`;

/** The accessibility tree of a part of the window. */
const spoken = (page: Page, role: 'main' | 'dialog' | 'complementary' = 'main'): Promise<string> =>
  page.getByRole(role).first().ariaSnapshot();

/** The lines of the tree that begin with one of these roles, without indentation. */
async function lines(
  page: Page,
  roles: RegExp,
  role?: 'main' | 'dialog' | 'complementary',
): Promise<string[]> {
  const all = (await spoken(page, role)).split('\n').map((line) => line.trim().replace(/^- /u, ''));
  return all
    .filter((line) => roles.test(line))
    .map((line) =>
      line
        .replace(/:$/u, '')
        .replace(/^'(.*)'$/u, '$1')
        .replace(/127\.0\.0\.1:\d+/u, 'HOST')
        // Chosen by its address.
        .replace(/^(button "Colour of Kites): [^"]*"/u, '$1"'),
    );
}

const open = shareApp(
  {
    args: [NOW],
    timeZone: zone,
    locale,
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
    furnish: (home) => {
      const notes = join(home, 'Documents/Office Hours');
      mkdirSync(notes, { recursive: true });
      writeFileSync(join(notes, '2026-11-16 Rope talk.md'), note);
    },
  },
  { keepsFeeds: true, keepsNotes: true },
);
let server: ServedText;
test.beforeAll(async () => {
  server = await serveCalendar(calendar);
  const { page } = await open();
  await followOnly(page, []);
  await addCalendarQuietly(page, server.address);
});
test.afterAll(() => server[Symbol.asyncDispose]());

const begin = async (): Promise<Page> => {
  const { page } = await open();
  await page
    .getByRole('row', { name: /Kite sync/u })
    .first()
    .waitFor();
  return page;
};

test('rows of the agenda say times, title, day and state; days are headings', async () => {
  const page = await begin();
  await expect
    .poll(() => lines(page, /^(?:heading|'?row "\d)/u))
    .toEqual([
      'heading "Agenda" [level=1]',
      'heading "Kite sync" [level=2]',
      'heading "Wind sync" [level=2]',
      'heading "Today" [level=2]',
      'row "17:00 to 17:45, Kite sync, today, same time as Wind sync"',
      'row "17:00 to 18:00, Wind sync, today, same time as Kite sync"',
      'heading "Tomorrow" [level=2]',
      'row "10:00 to 10:30, Rope talk, tomorrow"',
      'heading "Monday 30 November" [level=2]',
      'row "10:00 to 10:30, Rope talk, Monday 30 November"',
      'heading "Monday 7 December" [level=2]',
      'row "10:00 to 10:30, Rope talk, Monday 7 December"',
    ]);
});

test('the next meeting', async () => {
  const page = await begin();
  const said = async (): Promise<string> =>
    (await page.getByRole('region', { name: 'Next meeting' }).ariaSnapshot()).replace(
      /: \d\d:\d\d$/mu,
      ': MM:SS',
    );
  await expect.poll(said).toBe(`- region "Next meeting":
  - paragraph: Both in
  - paragraph:
    - timer "10 minutes": MM:SS
  - paragraph: Kite sync starts within 10 minutes.
  - list:
    - listitem:
      - heading "Kite sync" [level=2]:
        - button "Kite sync"
      - button "Join Kite sync on Zoom": Join Zoom
    - listitem:
      - heading "Wind sync" [level=2]:
        - button "Wind sync"
  - text: Both start at the same time`);
});

test('details', async () => {
  const page = await begin();
  await choose(page, 'Kite sync');
  await expect
    .poll(() => lines(page, /^(?:heading|button|term|definition)/u, 'complementary'))
    .toEqual([
      'button "Close details"',
      'heading "Kite sync" [level=2]',
      'button "Join Zoom"',
      'button "Note"',
      'button "Brief"',
      'heading "Why this date?" [level=3]',
      'button "Why this date?"',
      'heading "What will happen" [level=3]',
      'button "Change the reminders": Change',
      'button "1 min"',
      'button "5 min"',
      'button "10 min"',
      'button "until 1 min before"',
      'button "until the start"',
      'button "Skip this one"',
      'heading "Room" [level=3]',
      'term: Meeting ID',
      'definition',
      'button "Copy the meeting ID"',
      'term: Passcode',
      'definition: Included in the link',
      'term: Address',
      'definition',
      'button "Copy the invitation link"',
      'heading "At the same time" [level=3]',
      'button "Wind sync"',
    ]);
});

test('the page of a series', async () => {
  const page = await begin();
  await choose(page, 'Rope talk');
  await page.getByRole('complementary').getByRole('button', { name: 'Series' }).click();
  await page.getByRole('heading', { name: 'Rope talk', level: 1 }).waitFor();
  const said = async (): Promise<string[]> =>
    (await lines(page, /^(?:heading|'?button|link)/u)).map((line) => line.replace(/in 17 h.*"/u, 'in TIME"'));
  await expect
    .poll(said)
    .toEqual([
      'button "Back to the agenda": Agenda',
      'heading "Rope talk" [level=1]',
      'button "Join Google Meet, in TIME"',
      'button "Note"',
      'button "Brief"',
      'button "Reminders"',
      'button "Next meeting"',
      'heading "Next" [level=2]',
      `'button "Mon 23 Nov: details"': Mon 23 Nov`,
      `'button "Mon 30 Nov: details"': Mon 30 Nov`,
      `'button "Mon 7 Dec: details"': Mon 7 Dec`,
      'heading "Earlier" [level=2]',
      'heading "Open items" [level=2]',
      'heading "Decisions" [level=2]',
      'heading "Links" [level=2]',
      'button "Copy the meeting ID"',
      'button "Copy the invitation link"',
    ]);
});

test('a day and a week say title, day and times of a meeting', async () => {
  const page = await begin();
  await page.keyboard.press('2');
  await page.getByRole('button', { name: /^Kite sync/u }).waitFor();
  await expect
    .poll(() => lines(page, /^(?:heading|button "\w+ sync|button "Rope)/u))
    .toEqual([
      'heading "Sunday 22 November" [level=1]',
      'heading "Sunday 22 November, today, 2 meetings" [level=2]',
      'button "Wind sync, Sunday 22 November, 17:00–18:00": Wind sync 17:00–18:00',
      'button "Kite sync, Sunday 22 November, 17:00–17:45": Kite sync 17:00–17:45 · Zoom',
    ]);
  await page.keyboard.press('3');
  await expect(
    page.getByRole('heading', { name: 'Sunday 22 November, today, 2 meetings', level: 2 }),
  ).toBeAttached();
  await expect(
    page.getByRole('button', { name: 'Kite sync, Sunday 22 November, 17:00–17:45', exact: true }),
  ).toBeVisible();
});

test('the palette', async () => {
  const page = await begin();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or jump' })).toBeFocused();
  await page.keyboard.type('rope');
  await page
    .getByRole('option', { name: /order ropes/u })
    .first()
    .waitFor();
  await expect
    .poll(() => lines(page, /^(?:combobox|group|option|status)/u, 'dialog'))
    .toEqual([
      'combobox "Search or jump" [expanded]: rope',
      'group "Meetings and series"',
      'option "Rope talk Kites Mon 23 Nov, 10:00" [selected]',
      'group "Notes"',
      'option "Rope talk @me order ropes @me measure the dock Mon 16 Nov"',
      'option "@me order ropes Rope talk To do"',
      'group "Communities"',
      'status: 4 results',
    ]);
});

test('notes, a note with its preview, and what is to do', async () => {
  const page = await begin();
  await goTo(page, 'Notes');
  const row = page.getByRole('main').getByRole('row', { name: /Rope talk/u });
  await row.click();
  await page.getByRole('button', { name: 'Reading view', exact: true }).click();
  await page.getByRole('checkbox', { name: '@me measure the dock' }).waitFor();
  await expect
    .poll(() => lines(page, /^(?:heading|'?row|'?region|checkbox|toolbar|button|textbox|radio )/u))
    .toEqual([
      'heading "Notes" [level=1]',
      'button "Sort and group"',
      'button "More about the notes"',
      'button "New note"',
      'radio "Notes" [checked]',
      'radio "To do 1 open"',
      'radio "Captions"',
      'button "Filters"',
      'rowgroup "This week"',
      'row "This week"',
      'rowheader "This week"',
      'row "Rope talk, Mon" [selected]',
      'button "Actions for Rope talk"',
      'region "Note: Rope talk"',
      'heading "Rope talk" [level=2]',
      'button "More for this note"',
      'toolbar "Writing"',
      'button "Checkbox"',
      'button "Time"',
      'button "Agenda"',
      'button "Copy"',
      'button "Share summary"',
      'button "Export"',
      'button "Reading view" [pressed]',
      'textbox "Text of the note, in Markdown"',
      'region "Reading view"',
      'heading "Rope talk" [level=1]',
      'checkbox "@me order ropes"',
      'checkbox "@me measure the dock" [checked]',
    ]);
  await page.getByText('To do', { exact: true }).click();
  const items = page.getByRole('list', { name: 'No date' });
  await items.waitFor();
  await expect.poll(() => items.ariaSnapshot()).toBe(`- list "No date":
  - listitem:
    - checkbox "order ropes"
    - 'button "order ropes, open the note: Rope talk, Mon 16 Nov"': order ropes Rope talk, Mon 16 Nov`);
});

test('communities', async () => {
  const page = await begin();
  await goTo(page, 'Communities');
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('switch', { name: 'Follow SIG Node' }) });
  await expect.poll(() => row.ariaSnapshot()).toBe(`- listitem:
  - button "SIG Node"
  - text: Tue 18:00 and 1 more
  - switch "Follow SIG Node"`);
  await page.getByRole('radio', { name: 'Directory 128' }).waitFor();
  await expect
    .poll(() => lines(page, /^(?:heading|searchbox|radio )/u))
    .toEqual([
      'heading "Communities" [level=1]',
      'searchbox "Name, topic or person"',
      'radio "All 36" [checked]',
      'radio "Followed 0"',
      'radio "In working hours 22"',
      'radio "This week 0"',
      'radio "Directory 128"',
      'heading "Kubernetes community" [level=2]',
      'heading "kOps" [level=2]',
      'heading "Meetings, in UTC" [level=3]',
      'heading "Talk to them" [level=3]',
      'heading "If something is not right" [level=3]',
    ]);
});

test('calendars', async () => {
  const page = await begin();
  await goTo(page, 'Calendars');
  await page.getByRole('switch', { name: 'Show Kites' }).waitFor();
  await expect
    .poll(() => lines(page, /^(?:heading|columnheader|'?rowheader|switch|'?button)/u))
    .toEqual([
      'heading "Calendars" [level=1]',
      'button "Update all"',
      'button "Add a calendar"',
      'columnheader "Calendar"',
      'columnheader "Updated"',
      'columnheader "Reminders"',
      'columnheader "Shown"',
      'columnheader "Announced"',
      'columnheader "More"',
      'rowheader "Subscribed addresses, pages and files"',
      'rowheader "Kites http://HOST/…/basic.ics 3 meetings"',
      'button "Colour of Kites"',
      `'button "Reminders: Default, of Kites"': Default`,
      'switch "Show Kites" [checked]',
      'switch "Announce Kites" [checked]',
      'button "More for Kites"',
      'rowheader "Communities built in"',
      'rowheader "Kubernetes community 93 meetings"',
      'button "Colour of Kubernetes community: Slate"',
      `'button "Reminders: Default, of Kubernetes community"': Default`,
      'switch "Show Kubernetes community" [checked]',
      'switch "Announce Kubernetes community" [checked]',
      'button "More for Kubernetes community"',
    ]);
});

test('settings: each section has its headings', async () => {
  const page = await begin();
  const sections: [name: string, parts: string[]][] = [
    ['General', []],
    ['Look', []],
    ['Times and zones', []],
    ['Reminders', ['How', 'Today']],
    ['Rules', ['Kinds of meetings']],
    ['Quiet times', []],
    ['Joining', []],
    ['Screen sharing', []],
    ['Folder and files', []],
    ['Private notes', []],
    ['Privacy', []],
    ['About', []],
  ];
  for (const [section, parts] of sections) {
    await goToSettings(page, section);
    await expect
      .poll(async () => (await lines(page, /^heading/u)).slice(1))
      .toEqual([`heading "${section}" [level=2]`, ...parts.map((part) => `heading "${part}" [level=3]`)]);
  }
});

test('the welcome says the step', async () => {
  await using app = await launchApp({ args: [NOW], timeZone: zone, locale });
  const page = await app.window();
  const said: string[] = [];
  const hear = async (): Promise<void> => {
    await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toBeFocused();
    said.push(...(await lines(page, /^heading .*level=2/u, 'dialog')));
  };
  await hear();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /step 2/u }).waitFor();
  await hear();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /continue$/iu })
    .click();
  await page.getByRole('heading', { name: /step 3/u }).waitFor();
  await hear();
  expect(said).toEqual([
    'heading "What do you join?, step 1 of 3" [level=2]: What do you join?',
    'heading "Choose what you follow, step 2 of 3" [level=2]: Choose what you follow',
    'heading "Dates and reminders, step 3 of 3" [level=2]: Dates and reminders',
  ]);
});

test('the panel names its meetings, and so does each of its buttons', async () => {
  await using app = await launchApp({
    args: ['--now=2026-11-22T16:49:05Z'],
    timeZone: zone,
    locale,
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
    withDesktop: true,
    withTray: true,
  });
  const page = await app.window();
  await followOnly(page, []);
  await addCalendarQuietly(page, server.address);
  const panel = await smallWindow(app, 'panel', () => app.tray?.click());
  expect((await panel.getByRole('main').ariaSnapshot()).replace(/timer: \d\d:\d\d/u, 'timer: MM:SS'))
    .toBe(`- main "Next meetings":
  - region "Chosen meeting":
    - paragraph: Next in
    - timer: MM:SS
    - heading "Kite sync" [level=1]
    - paragraph: 17:00–17:45 · Kites
    - button "Join Zoom, Kite sync": Join Zoom
    - button "Note, Kite sync": Note
    - button "Brief, Kite sync": Brief
    - button "Show a floating clock, Kite sync"
    - button "Skip this one, Kite sync"
  - region "Today":
    - heading "Today" [level=2]
    - list:
      - listitem:
        - button "Kite sync, 17:00, in 11 minutes, 1 of 5": 17:00 Kite sync in 11 min
      - listitem:
        - button "Wind sync, 17:00, in 11 minutes, 2 of 5": 17:00 Wind sync in 11 min
  - region "Tomorrow":
    - heading "Tomorrow" [level=2]
    - list:
      - listitem:
        - button "Rope talk, Tomorrow 10:00, 3 of 5": 10:00 Rope talk
  - region "Monday 30 November":
    - heading "Monday 30 November" [level=2]
    - list:
      - listitem:
        - button "Rope talk, Monday 30 November 10:00, 4 of 5": 10:00 Rope talk
  - region "Monday 7 December":
    - heading "Monday 7 December" [level=2]
    - list:
      - listitem:
        - button "Rope talk, Monday 7 December 10:00, 5 of 5": 10:00 Rope talk
  - button "Open"
  - button "New note"
  - button "Pause…"
  - button "Settings"`);
});

test('the alert names its meeting, and so does each of its buttons', async () => {
  await using app = await launchApp({
    args: ['--now=2026-11-22T16:49:50Z'],
    timeZone: zone,
    locale,
    settings: { isWelcomeDone: true, reminders: { leads: [{ minutes: 10, kind: 'alert' }] } },
  });
  const page = await app.window();
  await followOnly(page, []);
  await addCalendarQuietly(page, server.address);
  const alert = await smallWindow(app, 'alert');
  await expect(alert.getByRole('group')).toHaveCount(2);
  expect(
    (await alert.getByRole('main').getByRole('list').ariaSnapshot()).replaceAll(/\d\d:\d\d$/gmu, 'MM:SS'),
  ).toBe(`- list:
  - listitem:
    - group "Kite sync":
      - heading "Kite sync" [level=1]
      - paragraph: 17:00–17:45 · Zoom · Kites
      - timer:
        - text: Starts in
        - strong: MM:SS
      - button "Join Zoom, Kite sync": Join Zoom
      - button "Snooze 5 min, Kite sync": Snooze 5 min
      - button "Note, Kite sync": Note
      - button "Dismiss, Kite sync": Dismiss
      - button "Shrink to a clock, Kite sync"
      - button "More for Kite sync"
  - listitem:
    - group "Wind sync":
      - heading "Wind sync" [level=1]
      - paragraph: 17:00–18:00 · no room known · Kites
      - timer:
        - text: Starts in
        - strong: MM:SS
      - button "Snooze 5 min, Wind sync": Snooze 5 min
      - button "Note, Wind sync": Note
      - button "Dismiss, Wind sync": Dismiss
      - button "Shrink to a clock, Wind sync"
      - button "More for Wind sync"`);
});
