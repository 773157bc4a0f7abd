import { expect, test, type Page } from '@playwright/test';
import { calendarText, choose, follow, goTo, goToSettings, serveCalendar } from './person.ts';
import { shareApp } from './sharedApp.ts';
import { installZoom } from './zoomApp.ts';

const isLinux = process.platform === 'linux';
/** The meetings of these specs begin in ten minutes; on Linux a program for Zoom is installed. */
const open = shareApp({
  args: ['--now=2026-11-20T08:10:00Z'],
  settings: { isWelcomeDone: true, reminders: { leads: [] } },
  timeZone: 'Etc/UTC',
  locale: 'en_GB.UTF-8',
  ...(isLinux && { furnish: installZoom }),
});
const ZOOM = 'https://zoom.us/j/97072789944?pwd=AbC';
const MEET = 'https://meet.google.com/abc-defg-hij';

const meeting = {
  uid: '5aq3kz81@example.org',
  title: 'Kite sync',
  zone: 'Etc/UTC',
  start: '20261120T082000',
  end: '20261120T090000',
  rule: 'FREQ=WEEKLY',
};

const withTwoRooms = calendarText({
  name: 'Kites',
  meetings: [{ ...meeting, description: `EMEA: ${ZOOM}\\nAPAC: ${MEET}` }],
});

const details = (page: Page) => page.getByRole('complementary', { name: 'Details of Kite sync' });

test('the user chooses one of two rooms for every date, joins it, and can undo the choice', async () => {
  await using server = await serveCalendar(withTwoRooms);
  const { app, page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await choose(page, 'Kite sync');
  const question = details(page).getByRole('region', { name: 'Which room?' });
  await question.getByRole('button', { name: 'Always use Google Meet' }).click();
  await expect(question).toContainText('You chose Google Meet');
  await details(page).getByRole('button', { name: 'Join Meet', exact: true }).click();
  await expect.poll(() => app.opened()).toEqual([MEET]);
  await expect(details(page).getByText('You opened the room at 08:10.')).toBeVisible();
  await expect(details(page).getByRole('button', { name: 'Back to Meet' })).toBeVisible();
  await expect(page.getByText(/^Opened the room of Kite sync/u)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(details(page).getByText('You opened the room at 08:10.')).toBeHidden();
  await question.getByRole('button', { name: 'Take it back' }).click();
  await expect(question.getByRole('button', { name: 'Always use Zoom' })).toBeVisible();

  await page
    .getByRole('row', { name: /Kite sync/u })
    .nth(1)
    .click();
  await details(page).getByRole('button', { name: 'Join Zoom', exact: true }).click();
  const early = page.getByRole('dialog', { name: 'Open the room anyway?' });
  await expect(early).toContainText('This does not count as joined');
  await early.getByRole('button', { name: 'Open Zoom' }).click();
  await expect.poll(() => app.opened()).toEqual([MEET, ZOOM]);
  await expect(early).toBeHidden();
  await expect(details(page).getByText(/^You (?:opened|joined)/u)).toBeHidden();
});

test('the user chooses which of two calendars is right, and can undo it', async () => {
  const later = { ...meeting, start: '20261120T093000', end: '20261120T100000' };
  await using early = await serveCalendar(calendarText({ name: 'Kites', meetings: [meeting] }));
  await using late = await serveCalendar(calendarText({ name: 'Wind', meetings: [later] }));
  const { page } = await open();
  await follow(page, early.address);
  await follow(page, late.address);
  await goTo(page, 'Agenda');
  await choose(page, 'Kite sync');
  const question = details(page).getByRole('region', { name: 'Which source is right?' });
  await expect(question.getByRole('listitem')).toHaveCount(2);
  await question.getByRole('button', { name: 'Use this one: 08:20–09:00 from Kites' }).click();
  await expect(question).toContainText('You use “Kites”; “Wind” has it at 09:30–10:00');
  await question.getByRole('button', { name: 'Take it back' }).click();
  await expect(question.getByRole('listitem')).toHaveCount(2);
});

test('if two meetings begin at the same time, J asks which one to join, and a digit answers', async () => {
  const other = { ...meeting, uid: 'wind', title: 'Wind sync', location: MEET };
  await using server = await serveCalendar(
    calendarText({ name: 'Kites', meetings: [{ ...meeting, location: ZOOM }, other] }),
  );
  const { app, page } = await open();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await page.keyboard.press('j');
  const dialog = page.getByRole('dialog', { name: 'Join which meeting?' });
  await expect(dialog.getByRole('button', { name: /^Wind sync/u })).toBeVisible();
  await page.keyboard.press('2');
  await expect(dialog).toBeHidden();
  await expect.poll(() => app.opened()).toEqual([MEET]);
});

test('links of an added service become rooms; an invalid service is refused with a reason', async () => {
  await using server = await serveCalendar(
    calendarText({
      name: 'Kites',
      meetings: [{ ...meeting, description: 'Join https://meet.example.org/Kites' }],
    }),
  );
  const { app, page } = await open();
  await follow(page, server.address);
  await goToSettings(page, 'Joining');
  await page.getByRole('button', { name: 'Add a service' }).click();
  const form = page.getByRole('form', { name: 'Add a service' });
  await form.getByLabel('Name').fill('Our Jitsi');
  await form.getByLabel('Host').fill('zoom.us');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toContainText('Zoom is built in');
  await form.getByLabel('Host').fill('meet.example.org');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Remove Our Jitsi' })).toBeVisible();
  await goTo(page, 'Agenda');
  await choose(page, 'Kite sync');
  await details(page).getByRole('button', { name: 'Join Our Jitsi', exact: true }).click();
  await expect.poll(() => app.opened()).toEqual(['https://meet.example.org/Kites']);
});

test('an installed meeting program can be chosen, and then opens the room', async () => {
  test.skip(!isLinux, 'The system is asked by xdg-mime on Linux alone.');
  await using server = await serveCalendar(
    calendarText({ name: 'Kites', meetings: [{ ...meeting, location: ZOOM }] }),
  );
  const { app, page } = await open();
  await follow(page, server.address);
  await goToSettings(page, 'Joining');
  const choice = page.getByRole('radiogroup', { name: 'Open Zoom in' });
  await choice.getByText('App', { exact: true }).click();
  await expect(choice.getByRole('radio', { name: 'App' })).toBeChecked();
  await goTo(page, 'Agenda');
  await choose(page, 'Kite sync');
  await details(page).getByRole('button', { name: 'Join Zoom', exact: true }).click();
  await expect.poll(() => app.opened()).toEqual(['zoommtg://zoom.us/join?confno=97072789944&pwd=AbC']);
});
