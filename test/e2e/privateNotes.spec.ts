import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { aCalendar } from '../builders/aCalendar.ts';
import { answerDialog, follow, goTo, rowsOf, serveText, skipWelcome } from './person.ts';

const now = '--now=2026-11-20T16:40:00Z';
const passphrase = 'copper lantern quiet river';

test('on GNOME without a keyring a passphrase protects a private note, which becomes an email', async () => {
  await using app = await launchApp({ args: [now], env: { XDG_CURRENT_DESKTOP: 'GNOME' } });
  const page = await app.window();
  await skipWelcome(page);
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Private notes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Private notes' });
  await expect(dialog).toContainText('no keyring');
  await dialog.getByLabel(/^Passphrase/u).fill(passphrase);
  await dialog.getByLabel('Repeat the passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Start' }).click();

  await dialog.getByRole('button', { name: 'New private note' }).click();
  await dialog.getByRole('textbox').pressSequentially('He shouted.');
  await expect(dialog.getByRole('option', { name: 'He shouted.' })).toBeVisible();
  await expect(dialog).toContainText('goes to conduct@kubernetes.io');
  await dialog.getByRole('button', { name: 'Write an email' }).click();
  await expect.poll(() => app.opened()).toEqual(['mailto:conduct@kubernetes.io?subject=Code%20of%20conduct']);
  await dialog.getByRole('button', { name: 'Copy the text' }).click();
  await expect(dialog).toContainText('Copied. Paste it within a minute');
  await expect(dialog.getByRole('button', { name: 'Copy the text' })).toBeFocused();

  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Private notes' }).click();
  await expect(dialog).not.toContainText('He shouted.');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue('He shouted.');
  const file = join(app.home, '.config/Office Hours/private-notes.json');
  expect(readFileSync(file, 'utf8')).not.toContain('shouted');
});

test('a forgotten passphrase is left behind, and a known one is changed', async () => {
  await using app = await launchApp({ args: [now] });
  const page = await app.window();
  await skipWelcome(page);
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Private notes' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Private notes' });
  const choose = async (words: string, button: string): Promise<void> => {
    await dialog.getByLabel(/passphrase, at least/iu).fill(words);
    await dialog.getByLabel('Repeat the passphrase').fill(words);
    await dialog.getByRole('button', { name: button }).press('Enter');
  };
  await expect(dialog.getByLabel(/^Passphrase, at least/u)).toBeFocused();
  await choose(passphrase, 'Start');
  await expect(dialog.getByRole('button', { name: 'New private note' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Lock' }).press('Enter');
  await expect(dialog.getByLabel('Passphrase', { exact: true })).toBeFocused();

  await dialog.getByRole('button', { name: 'I forgot the passphrase' }).press('Enter');
  await dialog.getByRole('button', { name: 'Keep the file and start anew' }).press('Enter');
  await expect(dialog).toContainText('private-notes.left-2026-11-20.json');
  await expect(dialog.getByLabel(/^Passphrase, at least/u)).toBeFocused();
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(dialog.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');

  await dialog.getByRole('button', { name: 'Protection' }).press('Enter');
  await expect(dialog).toContainText('no keyring to keep a key');
  await dialog.getByLabel('Current passphrase').fill('a wrong passphrase');
  await choose('seven bright umbrellas', 'Set the passphrase');
  await expect(dialog).toContainText('This passphrase is wrong');
  await dialog.getByLabel('Current passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Set the passphrase' }).press('Enter');
  await expect(dialog).toContainText('The new passphrase protects your notes now.');
  await expect(dialog.getByRole('button', { name: 'Protection' })).toBeFocused();

  await dialog.getByRole('button', { name: 'Export' }).press('Enter');
  const exported = join(app.home, 'mine.age');
  await answerDialog(app, exported);
  await choose('nine quiet harbours', 'Choose where…');
  await expect(dialog).toContainText(`Exported to ${exported}`, { timeout: 30_000 });
  expect(readFileSync(exported, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /u);
  await expect(dialog.getByRole('button', { name: 'Export' })).toBeFocused();
});

test('a concern about a meeting of no known community asks whom to write to', async () => {
  await using server = await serveText(
    aCalendar([{ uid: '1', title: '1:1 Anna / Björn', start: '2026-11-20T16:45:00Z' }]),
    'acme.ics',
    'text/calendar',
  );
  await using app = await launchApp({ args: [now] });
  const page = await app.window();
  await skipWelcome(page);
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await rowsOf(page, '1:1 Anna / Björn').press('c');
  const dialog = page.getByRole('dialog', { name: 'Report a concern' });
  await expect(dialog).toContainText('This meeting belongs to no community we know.');
  await expect(dialog).not.toContainText('@');
  await expect(dialog.getByRole('button', { name: 'Write an email' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Private notes' }).press('Enter');
  await page.getByRole('button', { name: 'Report a concern' }).press('Enter');
  await dialog.getByRole('button', { name: 'Kubernetes Code of Conduct Committee' }).press('Enter');
  await expect(
    page.getByRole('dialog', { name: 'Report a concern to the Kubernetes Code of Conduct Committee' }),
  ).toContainText('conduct@kubernetes.io');
  await expect(dialog.getByRole('button', { name: 'Write an email' })).toBeFocused();
});

test('with a keyring the system protects it, whatever the desktop’s name', async () => {
  await using app = await launchApp({
    args: [now],
    env: { ELECTRON_HOST_PROFILE: 'keyring', XDG_CURRENT_DESKTOP: 'sway' },
  });
  const page = await app.window();
  await skipWelcome(page);
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Private notes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Private notes' });
  await dialog.getByRole('button', { name: 'Start' }).click();
  await dialog.getByRole('button', { name: 'New private note' }).click();
  await dialog.getByRole('textbox').pressSequentially('Only I know.');
  await dialog.getByRole('button', { name: 'Lock' }).click();
  await expect(dialog).not.toContainText('Only I know.');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue('Only I know.');
});
