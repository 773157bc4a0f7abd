/** Finding and moving by keys: the palette, the search of the agenda, the keys of the screens. */
import { expect, test, type Page } from '@playwright/test';
import { narrow, wide } from '../../scripts/pictures/scene.ts';
import { calendarText, follow, goToSettings, serveCalendar, type ServedText } from './person.ts';
import { shareApp } from './sharedApp.ts';

const NOW = '--now=2026-11-22T16:40:00Z';

const meeting = (uid: string, title: string, day: string, location = '') => ({
  uid,
  title,
  zone: 'Etc/UTC',
  start: `${day}T170000`,
  end: `${day}T174500`,
  location,
});

const calendar = calendarText({
  name: 'Aurora',
  meetings: [
    meeting('past', 'Kite retrospective', '20260922'),
    meeting('kites', 'Kite sync', '20261122', 'https://zoom.us/j/93333333333?pwd=AbC'),
    meeting('tails', 'Tail planning', '20261124', 'https://meet.google.com/abc-defg-hij'),
    meeting('repairs', 'Kite repair', '20261125'),
    meeting('far', 'Kite festival', '20270601', 'https://zoom.us/j/94444444444'),
  ],
});

const settings = { isWelcomeDone: true, reminders: { leads: [] } };
const open = shareApp({ args: [NOW], settings, timeZone: 'Etc/UTC' }, { keepsFeeds: true });
let server: ServedText;
test.beforeAll(async () => {
  server = await serveCalendar(calendar);
  const { page } = await open();
  await follow(page, server.address);
});
test.afterAll(() => server[Symbol.asyncDispose]());

const field = (page: Page) => page.getByRole('combobox', { name: 'Search or jump' });
const active = (page: Page) => page.getByRole('option', { selected: true });
const hasFocus = (page: Page): Promise<boolean> => page.evaluate('document.activeElement !== document.body');

/** Opens the palette, types, and waits until the first result is that one. */
async function find(page: Page, words: string, first: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(words);
  await expect(active(page)).toContainText(first);
}

test('the palette opens a meeting, a section of the settings and a day, and does an action', async () => {
  const { page } = await open();
  await find(page, 'tail', 'Tail planning');
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Close details' })).toBeVisible();
  await expect.poll(() => hasFocus(page)).toBe(true);

  await find(page, 'settings keys', 'Keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Keys', exact: true })).toBeFocused();

  await find(page, 'tomorrow', 'Tomorrow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toBeVisible();
  await expect.poll(() => hasFocus(page)).toBe(true);

  await find(page, '>communities', 'Go to Communities');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Communities' })).toBeFocused();
});

test('a brief gives way to the search of the agenda, and to the screen that the palette leads to', async () => {
  const { page } = await open();
  const showBrief = async (): Promise<void> => {
    await page.getByRole('region', { name: 'Next meeting' }).getByRole('button', { name: 'Brief' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kite sync' })).toBeVisible();
  };
  await showBrief();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search meetings' })).toBeFocused();

  await showBrief();
  await find(page, 'add a calendar', 'Add a calendar');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Calendars' })).toBeVisible();
});

test('with a brief on the screen, keys act on its meeting, whatever details are open below', async () => {
  const { page } = await open();
  await find(page, 'tail', 'Tail planning');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Close details' })).toBeVisible();
  await page.getByRole('region', { name: 'Next meeting' }).getByRole('button', { name: 'Brief' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kite sync' })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('complementary', { name: 'Kite sync' }).getByRole('radiogroup')).toBeVisible();
});

test('keys act on the meeting of a found row, of details in a narrow window, and never on one of another screen', async () => {
  const { page } = await open();
  const acted = (title: string) => expect(page.getByText(`link of ${title}`).first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('festival');
  await expect(page.getByRole('row', { name: /Kite festival/u })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('l');
  await acted('Kite festival');
  for (const key of ['/', 'Escape', 'Escape']) await page.keyboard.press(key);

  await find(page, 'tail', 'Tail planning');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Tail planning/u })).toBeFocused();
  await page.keyboard.press('l');
  await acted('Tail planning');
  await page.keyboard.press('Control+5');
  await page.keyboard.press('l');
  await acted('Kite sync');

  await page.setViewportSize(narrow);
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('dialog', { name: 'Details of Tail planning' })).toBeVisible();
  await page.keyboard.press('l');
  await acted('Tail planning');
  await page.setViewportSize(wide);
});

test('details that close leave the focus on their meeting, not on the one that had it before', async () => {
  const { page } = await open();
  const tail = page.getByRole('row', { name: /Tail planning/u });
  await page
    .getByRole('row', { name: /Kite sync/u })
    .first()
    .focus();
  await find(page, 'tail', 'Tail planning');
  await page.keyboard.press('Enter');
  await expect(tail).toBeFocused();
  await page.getByRole('button', { name: 'Close details' }).focus();
  await page.keyboard.press('Escape');
  await expect(tail).toBeFocused();

  await page.keyboard.press('2');
  await find(page, 'festival', 'Kite festival');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Close details' })).toBeVisible();
  await page.getByRole('button', { name: 'Close details' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.locator(':focus')).toHaveAccessibleName(/Kite festival/u);
  await page.keyboard.press('1');
});

test('whoever asks for a day sees it instead of what the search found', async () => {
  const { page } = await open();
  const search = page.getByRole('searchbox', { name: 'Search meetings' });
  await search.fill('no such meeting');
  await page.getByRole('heading', { level: 1, name: 'Agenda' }).focus();
  await page.keyboard.press('t');
  await expect(search).toHaveValue('');
  await expect(page.getByRole('row', { name: /Kite sync/u }).first()).toBeFocused();
});

test('where no meetings are listed, the arrows scroll', async () => {
  const { page } = await open();
  await find(page, 'settings keys', 'Keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Keys', exact: true })).toBeFocused();
  const top = (): Promise<number> =>
    page.evaluate(() => document.querySelector('.settings-scroll, .scroll')?.scrollTop ?? 0);
  const before = await top();
  await page.keyboard.press('ArrowDown');
  await expect.poll(top).toBeGreaterThan(before);
});

test('arrows move through the results, Escape returns to where one was', async () => {
  const { page } = await open();
  const row = page.getByRole('row', { name: /Kite sync/u }).first();
  await row.focus();
  await find(page, 'kite', 'Kite sync');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toContainText('Kite repair');
  await page.keyboard.press('ArrowUp');
  await expect(active(page)).toContainText('Kite sync');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
  await expect(row).toBeFocused();
});

test('the palette finds meetings a year away, and opens them at their date', async () => {
  const { page } = await open();
  await find(page, 'festival', 'Kite festival');
  await expect(page.getByRole('group', { name: 'Further away' })).toContainText('2027');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Kite festival/u })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Close details' })).toBeVisible();

  await find(page, '22 september 2026', '22');
  await expect(page.getByRole('group', { name: 'On that day' })).toContainText('Kite retrospective');
});

test('Escape leads from a found meeting to the search, clears it, then leaves it', async () => {
  const { page } = await open();
  const search = page.getByRole('searchbox', { name: 'Search meetings' });
  await page.keyboard.press('/');
  await page.keyboard.type('kite');
  await expect(page.getByText('4 meetings found')).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const close = page.getByRole('button', { name: 'Close details' });
  await expect(close).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(close).toBeHidden();
  await page.getByRole('row', { name: /Kite sync/u }).focus();
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('kite');
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /Kite sync/u }).first()).toBeFocused();
});

test('a digit shows a view also from the box of a calendar, whose own key is Space', async () => {
  const { page } = await open();
  await page.getByRole('checkbox', { name: 'Aurora' }).focus();
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: 'Week' })).toBeChecked();
  await page.keyboard.press('1');
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked();
});

test('what was opened last comes first in the empty palette', async () => {
  const { page } = await open();
  await find(page, 'tail', 'Tail planning');
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText(
    'Tail planning',
  );
});

test('the search of the agenda finds rooms, past and far meetings; arrows lead into the results', async () => {
  const { page } = await open();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search meetings' });
  await expect(search).toBeFocused();
  await page.keyboard.type('kite');
  await expect(page.getByText('4 meetings found')).toBeAttached();
  await expect(page.getByRole('timer')).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { name: /Kite sync/u })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('row', { name: /Kite retrospective/u })).toBeFocused();

  await page.keyboard.press('Control+f');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('93333333333');
  await expect(page.getByText('1 meeting found')).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Close details' })).toBeVisible();

  await search.focus();
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await page.keyboard.type('no such thing');
  await expect(page.getByText(/No meeting matches/u).first()).toBeAttached();
});

test('Ctrl with a digit shows a screen and puts the focus on its heading', async () => {
  const { page } = await open();
  for (const [key, name] of [
    ['Control+2', 'Notes'],
    ['Control+3', 'Communities'],
    ['Control+4', 'Calendars'],
    ['Control+,', 'Settings'],
    ['Control+1', 'Agenda'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
  }
  await page
    .getByRole('row', { name: /Kite sync/u })
    .first()
    .press('Enter');
  const close = page.getByRole('button', { name: 'Close details' });
  await expect(close).toBeVisible();
  await page.keyboard.press('Control+w');
  await expect(close).toBeHidden();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: 'Text of the note, in Markdown' })).toBeFocused();
});

test('letters never act from a control, and not at all once they are switched off', async () => {
  const { page } = await open();
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await goToSettings(page, 'Keys');
  const letters = page.getByRole('switch', { name: 'Single letters are shortcuts' });
  await letters.focus();
  // The hint below its label is heard with it.
  await expect(letters).toHaveAccessibleDescription(/./u);
  await page.keyboard.press('t');
  await page.keyboard.press('?');
  await expect(help).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(letters).not.toBeChecked();

  await page.keyboard.press('Control+1');
  await page.keyboard.press('?');
  await expect(help).toBeHidden();
  await page.keyboard.press('F1');
  await expect(help).toBeVisible();
  await page.keyboard.press('Control+w');
  await expect(help).toBeHidden();
  await expect.poll(() => hasFocus(page)).toBe(true);
});
