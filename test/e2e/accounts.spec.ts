import { expect, test, type Page } from '@playwright/test';
import { hasProgram } from '../../scripts/system/programs.ts';
import { EMAIL, FakeGoogle } from '../main/accounts/fakeGoogle.ts';
import { anObject, otherClient, startRadicale, type CalDavServer } from '../main/feeds/caldav/servers.ts';
import { launchApp, type LaunchOptions } from './launch.ts';
import { goTo, openAddCalendar, rowsOf } from './person.ts';

/** An account on a real calendar server, by keys and by mouse. */

test.skip(!hasProgram('radicale'), 'Radicale is missing: apt install radicale');

const options: LaunchOptions = {
  args: ['--now=2026-11-30T08:00:00Z'],
  settings: { isWelcomeDone: true },
};
const withKeyring = { ...options, env: { ELECTRON_HOST_PROFILE: 'keyring' } };

async function startServer(): Promise<CalDavServer> {
  const server = await startRadicale();
  const other = otherClient(server);
  await other.makeCalendar(`${server.home}work/`, 'Work', { color: '#cc3333FF' });
  await other.makeCalendar(`${server.home}home/`, 'Home');
  await other.put(`${server.home}work/plan.ics`, anObject('plan', { title: 'Plan the quarter' }));
  await other.put(`${server.home}work/sync.ics`, anObject('sync', { title: 'Weekly sync' }));
  return server;
}

/** Fills the form of an account in with the keyboard alone, from the field for addresses. */
async function logIn(page: Page, server: CalDavServer, password = server.login.password): Promise<void> {
  await openAddCalendar(page);
  await page.getByRole('radio', { name: 'Radicale' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Address of the server' })).toBeFocused();
  await page.keyboard.type(server.url);
  await page.keyboard.press('Tab');
  await page.keyboard.type(server.login.user);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
}

test('an account is added by keys; what changes and goes on its server changes and goes in the agenda', async () => {
  await using server = await startServer();
  await using app = await launchApp(withKeyring);
  const page = await app.window();
  await logIn(page, server, 'wrong');
  const dialog = page.getByRole('dialog', { name: 'Add a calendar' });
  await expect(dialog).toContainText('did not accept the name and password');
  await dialog.getByLabel('Password').fill(server.login.password);
  await page.keyboard.press('Enter');

  const work = dialog.getByRole('checkbox', { name: 'Work' });
  await expect(work).toBeChecked();
  await expect(dialog.getByRole('checkbox').first()).toBeFocused();
  await dialog.getByRole('checkbox', { name: 'Home' }).press('Space');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const table = page.getByRole('table', { name: 'Calendars' });
  await expect(table.getByRole('row').filter({ hasText: 'Work' })).toContainText('2 meetings');
  await expect(table).not.toContainText('Home');

  await goTo(page, 'Agenda');
  await expect(rowsOf(page, 'Plan the quarter')).toBeVisible();
  const other = otherClient(server);
  await other.put(`${server.home}work/plan.ics`, anObject('plan', { title: 'Plan the year' }));
  await other.remove(`${server.home}work/sync.ics`);
  await goTo(page, 'Calendars');
  await page.getByRole('button', { name: 'Update all', exact: true }).click();
  await expect(table.getByRole('row').filter({ hasText: 'Work' })).toContainText('1 meeting');
  await goTo(page, 'Agenda');
  await expect(rowsOf(page, 'Plan the year')).toBeVisible();
  await expect(rowsOf(page, 'Plan the quarter')).toHaveCount(0);
  await expect(rowsOf(page, 'Weekly sync')).toHaveCount(0);
  expect(app.stderr()).not.toContain(server.login.password);
});

test('calendars of an account are chosen later, and the account moves, goes and comes back', async () => {
  await using server = await startServer();
  await using app = await launchApp(withKeyring);
  const page = await app.window();
  await logIn(page, server);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Home' }).uncheck();
  await dialog.getByRole('button', { name: 'Follow 1 calendar' }).click();
  const table = page.getByRole('table', { name: 'Calendars' });
  await expect(table.getByRole('row').filter({ hasText: 'Work' })).toContainText('2 meetings');

  const more = table.getByRole('button', { name: 'More for the account' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Choose calendars…' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'Work' })).toBeChecked();
  await dialog.getByRole('checkbox', { name: 'Work' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Home' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(table).toContainText('Home');
  await expect(table).not.toContainText('Work');

  // The server moves: the calendar goes along, and undo takes that back.
  await using next = await startServer();
  const [host, nextHost] = [server, next].map(({ url }) => new URL(url).host);
  await more.click();
  await page.getByRole('menuitem', { name: 'Change address…' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Address of the server' })).toBeFocused();
  await expect(dialog).toContainText('Leave the password empty to use the stored one.');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(next.url);
  await expect(dialog).toContainText(`The stored password goes to ${host} alone.`);
  await expect(dialog.getByRole('button', { name: 'Look up calendars' })).toBeDisabled();
  await dialog.getByLabel('Password').fill(next.login.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText(`This calendar is at ${nextHost}.`);
  await expect(dialog.getByRole('listitem')).toHaveText(['Home']);
  await expect(dialog.getByRole('button', { name: 'Change address' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(table).toContainText(`${nextHost} anna@example.org`);
  await expect(table).toContainText('Home');
  const movedToast = page.locator('.toast', { hasText: `is now at ${nextHost}` });
  await movedToast.getByRole('button', { name: 'Undo' }).click();
  await expect(table).toContainText(`${host} anna@example.org`);

  await more.click();
  await page.getByRole('menuitem', { name: 'Remove account' }).click();
  await expect(table).not.toContainText('Home');
  // Not the toast of the calendars that were chosen before, which goes with the account.
  const toast = page.locator('.toast', { hasText: 'Removed the account' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(table).toContainText('Home');
  await expect(page.locator('.toast')).toContainText('is back');
  await page.keyboard.press('Control+z');
  await expect(table).toContainText('Work');
});

test('without a keyring the app asks how to keep the password, and again after a restart', async () => {
  await using server = await startServer();
  await using app = await launchApp(options);
  const page = await app.window();
  await logIn(page, server);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'Ask me after each start' })).toBeChecked();
  await expect(dialog.getByRole('checkbox')).toHaveCount(2);
  const submit = dialog.getByRole('button', { name: 'Follow 2 calendars' });
  // A new passphrase also protects private notes: a typing error would lock them for good.
  await dialog.getByRole('radio', { name: /^Keep it, encrypted/u }).check();
  await dialog.getByLabel('New passphrase').fill('correct horse');
  await dialog.getByLabel('Repeat the passphrase').fill('correct house');
  await expect(dialog).toContainText('The two passphrases are different.');
  await expect(submit).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Ask me after each start' }).check();
  await submit.click();
  await expect(page.getByRole('table', { name: 'Calendars' })).toContainText('2 meetings');
  await app.electron.close();

  await using again = await launchApp({ ...options, home: app.home });
  const second = await again.window();
  await goTo(second, 'Agenda');
  await expect(rowsOf(second, 'Plan the quarter')).toBeVisible();
  await goTo(second, 'Calendars');
  const table = second.getByRole('table', { name: 'Calendars' });
  await expect(table).toContainText('Enter your password to go on syncing');
  // Once for both calendars.
  await table.getByRole('button', { name: 'Enter password…' }).click();
  await second.getByRole('dialog').getByLabel('Password').fill(server.login.password);
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(table).not.toContainText('Enter your password');
});

test('a Google account is signed in with in the browser, and cancelled when nobody answers', async () => {
  await using server = await startServer();
  await using google = await new FakeGoogle(server).start();
  await using app = await launchApp({
    ...withKeyring,
    args: [...(options.args ?? []), `--google-server=${google.url}`],
  });
  const page = await app.window();
  await openAddCalendar(page);
  const dialog = page.getByRole('dialog', { name: 'Add a calendar' });
  await dialog.getByRole('radio', { name: 'Google' }).press('Enter');
  await dialog.getByRole('button', { name: 'I have an OAuth client' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Email address' })).toBeFocused();
  await page.keyboard.type(EMAIL);
  await page.keyboard.press('Tab');
  await page.keyboard.type(google.client.clientId);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(google.client.clientSecret);
  await page.keyboard.press('Enter');

  // Nobody answers: the user cancels, and what was typed is still there.
  await expect(dialog).toContainText('Go on in your browser');
  await expect.poll(() => app.opened().length).toBe(1);
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Client ID' })).toHaveValue(google.client.clientId);
  await expect(dialog.locator('.problem')).toHaveCount(0);

  await dialog.getByRole('button', { name: 'Sign in with Google' }).click();
  await expect.poll(() => app.opened().length).toBe(2);
  await google.visit(app.opened()[1] ?? '');
  await expect(dialog.getByRole('checkbox', { name: 'Work' })).toBeChecked();
  await dialog.getByRole('button', { name: /^Follow/ }).click();
  const table = page.getByRole('table', { name: 'Calendars' });
  await expect(table.getByRole('row').filter({ hasText: 'Work' })).toContainText('2 meetings');

  google.endConsent();
  await page.getByRole('button', { name: 'Update all', exact: true }).click();
  await table.getByRole('button', { name: 'Sign in again…' }).first().click();
  await page.getByRole('button', { name: 'Sign in with Google' }).click();
  await expect.poll(() => app.opened().length).toBe(3);
  await google.visit(app.opened()[2] ?? '');
  await expect(table).not.toContainText('Sign in again');
  for (const secret of google.secrets) expect(app.stderr()).not.toContain(secret);
});
