/** On a computer in another language, the words stay English, and so do dates. */
import { expect, test } from '@playwright/test';
import { goTo, goToSettings } from './person.ts';
import { shareApp } from './sharedApp.ts';

const open = shareApp({
  args: ['--now=2026-11-24T15:51:00Z'],
  locale: 'de_DE.UTF-8',
  settings: { isWelcomeDone: true },
});

/** German names of days and months that are no English words, long and short. */
const GERMAN =
  /\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Di|Mi|Okt|Dez|Uhr)\b/u;

test('dates are English on each screen, in German order and with 24 hours', async () => {
  const { page } = await open();
  // Names for screen readers are in attributes.
  const written = (): Promise<string> => page.evaluate(() => document.body.outerHTML);
  await expect(page.getByText('Tue 24 Nov · 16:51 in Berlin')).toBeVisible();
  expect(await written()).not.toMatch(GERMAN);
  for (const view of ['2', '3']) {
    await page.keyboard.press(view);
    await expect(page.locator('#agenda-grid')).toBeVisible();
    expect(await written()).not.toMatch(GERMAN);
  }
  for (const screen of ['Notes', 'Communities', 'Calendars'] as const) {
    await goTo(page, screen);
    expect(await written()).not.toMatch(GERMAN);
  }
  await goToSettings(page, 'Quiet times');
  expect(await written()).not.toMatch(GERMAN);
});

test('a field that the browser writes in the language of the system says which one that is', async () => {
  const { page } = await open();
  await goToSettings(page, 'Quiet times');
  await page.getByRole('switch', { name: /^Quiet hours/u }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('input[type="time"]').first()).toHaveAttribute('lang', 'de-DE');
});
