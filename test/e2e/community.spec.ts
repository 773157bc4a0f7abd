import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { docksFile, follow, goTo, openAddCalendar, rowsOf, serveText, skipWelcome } from './person.ts';
import { shareApp } from './sharedApp.ts';

const NOW = '--now=2026-11-20T08:00:00Z';

const text = `# Kite flyers

We meet every second Tuesday at 8:00 AM PT / 4:00 PM UTC: [Zoom link](https://zoom.us/j/11111111111).

The wind team meets every Thursday at 10:00 CET.

All of it is in [our calendar](https://calendar.google.com/calendar/embed?src=kites%40group.calendar.google.com).
`;

const groups = `${docksFile}- dir: sig-cranes
  name: Cranes
  meetings:
${Array.from({ length: 12 }, (_, index) => `  - {description: Crane ${index + 1}, day: Wednesday, time: "09:00", tz: UTC, frequency: weekly}`).join('\n')}
`;

test.describe('in one window', () => {
  const open = shareApp({ args: [NOW], settings: { isWelcomeDone: true } });

  test('a community’s page is understood before it is followed, with its questions and its calendar', async () => {
    await using server = await serveText(text, 'README.md');
    const { page } = await open();
    await (await openAddCalendar(page)).fill(server.address);
    const preview = page.getByRole('region', { name: 'Preview of Kite flyers' });
    await expect(preview).toContainText('Community page · 2 meetings');
    await expect(preview.getByRole('button', { name: 'Follow the calendar instead' })).toBeVisible();
    await expect(preview.getByRole('region', { name: 'What is not clear' })).toContainText(/tuesday/iu);
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    await expect(preview).toBeHidden();
    await goTo(page, 'Agenda');
    await expect(rowsOf(page, 'Kite flyers').first()).toBeVisible();
  });

  test('the user answers once in which week a meeting is, and can undo it', async () => {
    await using server = await serveText(text, 'README.md');
    const { page } = await open();
    await follow(page, server.address);
    await goTo(page, 'Agenda');
    const tuesdays = rowsOf(page, 'Kite flyers \\(Tuesday');
    await tuesdays.first().click();
    const week = page.getByRole('region', { name: 'Which week?' });
    await expect(tuesdays.first()).toContainText('maybe');
    await expect(page.getByRole('button', { name: /^Agenda/u })).toContainText('open question');
    await week.getByRole('listitem').first().getByRole('button').click();
    await expect(week).toContainText('You said that it is on');
    await expect(tuesdays.first()).not.toContainText('maybe');
    await week.getByRole('button', { name: 'Take it back' }).click();
    await expect(tuesdays.first()).toContainText('maybe');

    // X answers the chosen maybe instead of skipping it; the answer can be undone.
    await expect(page.getByRole('button', { name: /^Skip this one/u })).toHaveText('Skip this one');
    await page.keyboard.press('x');
    await expect(page.getByText(/not this week, next on/u)).toBeVisible();
    // Its details are open, so its row keeps its place.
    await expect(tuesdays.first()).toContainText('next on');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(tuesdays.first()).toContainText('maybe');
  });

  test('the user chooses groups of a large file, and single meetings of a group', async () => {
    await using server = await serveText(groups, 'sigs.yaml');
    const { page } = await open();
    await (await openAddCalendar(page)).fill(server.address);
    await expect(page.getByRole('region', { name: /^Preview/u })).toContainText('14 meetings in 2 groups');
    await page.getByRole('button', { name: 'Add and choose groups' }).click();
    await page.getByRole('searchbox').fill('Docks');
    await page.getByRole('searchbox').press('Enter');
    const docks = page.getByRole('switch', { name: 'Follow SIG Docks', exact: true });
    await expect(docks).toBeFocused();
    await page.keyboard.press('Space');
    await expect(docks).toBeChecked();
    await expect(page.getByRole('switch', { name: 'Follow Ropes' })).toBeChecked();
    await expect(page.getByText('Does the agenda document not open?', { exact: false })).toBeVisible();
    await page.getByRole('switch', { name: 'Follow Ropes' }).press('Space');
    await expect(docks).not.toBeChecked();
    await goTo(page, 'Agenda');
    await expect(rowsOf(page, '(?:SIG Docks: Docks|Docks meeting)').first()).toBeVisible();
    await expect(rowsOf(page, '(?:Ropes|Crane)')).toHaveCount(0);
  });

  test('a few lines of an email become a feed with editable text', async () => {
    const { page } = await open();
    const field = await openAddCalendar(page);
    await field.fill('Dear all,\nthank you for the fish.\nAnn');
    await expect(page.getByText('No meeting was found in this text')).toBeVisible();

    await field.fill(
      'Subject: Kite flyers\n\nWe meet every Thursday at 17:00 CET: https://zoom.us/j/95555555555',
    );
    const preview = page.getByRole('region', { name: 'Preview of Kite flyers' });
    await expect(preview.getByRole('list', { name: 'Meetings' })).toContainText('every Thursday');
    await field.press('Control+Enter');
    await expect(preview).toBeHidden();
    await page.getByRole('button', { name: 'More for Kite flyers' }).click();
    await page.getByRole('menuitem', { name: 'Change text…' }).click();
    const text = page.getByRole('textbox', { name: 'New address or text' });
    await expect(text).toHaveValue(/every Thursday/u);
    await text.fill((await text.inputValue()).replace('Thursday', 'Friday'));
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('button', { name: 'Save the change' }).click();
    await expect(text).toBeHidden();
    await goTo(page, 'Agenda');
    const rows = rowsOf(page, 'Kite flyers');
    await rows.first().click();
    await expect(page.getByRole('complementary', { name: /Kite flyers/u })).toContainText('Every Friday');
  });
});

test('with a network the built-in communities come from the live file', async () => {
  await using server = await serveText(groups, 'sigs.yaml');
  await using app = await launchApp({ args: [NOW, `--live-catalogue=${server.address}`] });
  const page = await app.window();
  await skipWelcome(page);
  await goTo(page, 'Communities');
  await expect(page.getByRole('switch', { name: 'Follow SIG Cranes', exact: true })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Follow Kubernetes PM Group', exact: true })).toBeVisible();
  await expect(page.getByText(/From the network/u)).toBeVisible();
});
