/** What live regions announce during a small walk: what matters, and nothing else. */
import { expect, test, type Page } from '@playwright/test';
import {
  addCalendarQuietly,
  calendarText,
  choose,
  followOnly,
  goTo,
  openAddCalendar,
  serveCalendar,
} from './person.ts';
import { launchApp } from './launch.ts';

/** A Sunday: no community meets. */
const NOW = '--now=2026-11-22T15:20:00Z';

const meeting = { zone: 'Etc/UTC', start: '20261122T170000', end: '20261122T174500' };
const calendar = calendarText({
  name: 'Kites',
  meetings: [
    {
      ...meeting,
      uid: 'kites',
      title: 'Kite sync',
      location: 'https://zoom.us/j/93333333333',
      description: 'Passcode: 424242',
    },
    { ...meeting, uid: 'wind', title: 'Wind sync' },
  ],
});

/** Records each new text of a live region. A region that is emptied says nothing. */
const ear = `(() => {
  const live = '[aria-live]:not([aria-live="off"]), output, [role="status"], [role="alert"]';
  const regionOf = (node) => (node instanceof Element ? node : node.parentElement)?.closest(live) ?? null;
  window.heard = [];
  const listen = (records) => {
    const regions = new Set(records.filter(({ type, addedNodes }) => type === 'characterData' || addedNodes.length > 0)
      .map(({ target }) => regionOf(target)).filter((region) => region !== null));
    for (const region of regions) {
      const words = region.innerText.replace(/\\s+/gu, ' ').trim();
      if (words !== '' && window.heard.at(-1) !== words) window.heard.push(words);
    }
  };
  new MutationObserver(listen).observe(document.body, { childList: true, characterData: true, subtree: true });
})()`;

/** What was announced since the last call, once `last` was. */
async function heard(page: Page, last: string): Promise<unknown> {
  await expect.poll(() => page.evaluate('window.heard.at(-1)')).toBe(last);
  return page.evaluate('window.heard.splice(0)');
}

test('a walk through the app', async () => {
  await using server = await serveCalendar(calendar);
  await using other = await serveCalendar(calendar.replaceAll('Kite', 'Sail'));
  await using app = await launchApp({
    args: [NOW],
    timeZone: 'Etc/UTC',
    locale: 'en_GB.UTF-8',
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
  });
  const page = await app.window();
  await followOnly(page, []);
  await addCalendarQuietly(page, server.address);
  await page
    .getByRole('row', { name: /Kite sync/u })
    .first()
    .waitFor();
  await page.evaluate(ear);

  // The search counts.
  await page.keyboard.press('/');
  await page.keyboard.type('kite');
  expect(await heard(page, '2 meetings found')).toEqual(['2 meetings found']);
  await page.keyboard.press('Escape');

  // A copy is said once.
  await choose(page, '.*Kite sync');
  await page.getByRole('button', { name: 'Copy the passcode' }).last().press('Enter');
  expect(await heard(page, 'Copied the passcode')).toEqual(['Copied the passcode']);

  // Hiding and showing titles are both said.
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await page.getByText('Titles hidden').waitFor();
  await page.keyboard.press('h');
  expect(await heard(page, 'Reminders show their titles')).toEqual([
    'Titles are hidden Undo Ctrl Z',
    'Reminders show their titles',
  ]);

  // Saving says nothing.
  await page.keyboard.press('n');
  const field = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  await field.pressSequentially('first words ');
  await page.getByText('Saved', { exact: true }).waitFor();
  await field.pressSequentially('more words');
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await page.evaluate('window.heard')).toEqual([]);

  // The searches of notes and communities count.
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('words');
  expect(await heard(page, '1 result')).toEqual(['1 result']);
  await goTo(page, 'Communities');
  await page.getByRole('searchbox').fill('sig node');
  expect(await heard(page, '1 group and 1 community found')).toEqual(['1 group and 1 community found']);

  // A preview is one sentence.
  const address = await openAddCalendar(page);
  await address.fill(other.address.replace('private-', 'secret-'));
  expect(await heard(page, 'Found Sails, 2 meetings.')).toEqual(['Found Sails, 2 meetings.']);
});
