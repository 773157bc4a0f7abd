/** Rules about meetings: by title, with an exception for one meeting, by keyboard. */
import { expect, test } from '@playwright/test';
import { calendarText, follow, goTo, goToSettings, rowsOf, serveCalendar } from './person.ts';
import { shareApp } from './sharedApp.ts';

const meeting = (uid: string, title: string, day: string) => ({
  uid,
  title,
  zone: 'Etc/UTC',
  start: `${day}T120000`,
  end: `${day}T130000`,
});

const calendar = calendarText({
  name: 'Team',
  meetings: [
    meeting('monday', 'Lunch talk', '20261123'),
    meeting('tuesday', 'Lunch with Mira', '20261124'),
    meeting('review', 'Review', '20261125'),
  ],
});

const open = shareApp({
  args: ['--now=2026-11-22T16:40:00Z'],
  settings: { isWelcomeDone: true },
  timeZone: 'Etc/UTC',
});

test('one meeting is kept in spite of the rule that hides the others; Escape closes the form', async () => {
  await using server = await serveCalendar(calendar);
  const { page } = await open();
  await follow(page, server.address);
  await goToSettings(page, 'Rules');
  const add = page.getByRole('button', { name: 'Add a rule' });
  const form = page.getByRole('form', { name: 'New rule' });
  await add.press('Enter');
  await expect(form).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(add).toBeFocused();

  await add.press('Enter');
  await page.getByRole('textbox', { name: 'Words of the title, separated by commas' }).fill('lunch');
  await form.getByRole('radio', { name: 'Hidden' }).press('Space');
  await expect(form.getByText('Hides these 2 meetings in the next five weeks')).toBeVisible();
  const keep = page.getByRole('button', { name: /^Keep this one: Lunch with Mira/u });
  await keep.press('Space');
  await expect(keep).toHaveAttribute('aria-pressed', 'true');
  await expect(form.getByText('Hides this meeting in the next five weeks')).toBeVisible();
  await form.getByRole('button', { name: 'Add the rule' }).press('Enter');
  await expect(form).toBeHidden();
  await goTo(page, 'Agenda');
  await expect(rowsOf(page, 'Lunch with Mira').first()).toBeVisible();
  await expect(rowsOf(page, 'Review').first()).toBeVisible();
  await expect(rowsOf(page, 'Lunch talk')).toHaveCount(0);

  await goToSettings(page, 'Rules');
  const edit = page.getByRole('button', { name: /^Change: Title has lunch/u });
  await edit.press('Enter');
  await page.getByRole('form', { name: 'Change the rule' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(edit).toBeFocused();
});
