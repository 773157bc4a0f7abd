import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { skipWelcome } from './person.ts';

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
  await dialog.getByRole('button', { name: 'Make it an email' }).click();
  await expect
    .poll(() => app.opened())
    .toEqual(['mailto:conduct@kubernetes.io?subject=Code%20of%20conduct&body=He%20shouted.']);

  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Private notes' }).click();
  await expect(dialog).not.toContainText('He shouted.');
  await dialog.getByLabel('Passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue('He shouted.');
  const file = join(app.home, '.config/Office Hours/private-notes.json');
  expect(readFileSync(file, 'utf8')).not.toContain('shouted');
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
