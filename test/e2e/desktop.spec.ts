import { expect, test } from '@playwright/test';
import { crash } from './crash.ts';
import { goToSettings } from './person.ts';
import { shareApp } from './sharedApp.ts';

const NOW = '--now=2026-11-20T16:45:00Z';

for (const [where, profile, words] of [
  ['GNOME without a keyring', '', 'This computer has no keyring'],
  ['sway with one', 'keyring', 'Your system encrypts them'],
] as const)
  // Ctrl+Q comes last.
  test.describe.serial(`on ${where}`, () => {
    const open = shareApp({
      args: [NOW],
      settings: { isWelcomeDone: true },
      env: { ELECTRON_HOST_PROFILE: profile, XDG_CURRENT_DESKTOP: profile === '' ? 'GNOME' : 'sway' },
    });

    test('the settings say how private addresses are stored', async () => {
      const { page } = await open();
      await goToSettings(page, 'Privacy');
      await expect(page.getByText(words)).toBeVisible();
    });

    if (profile === '') {
      test('a crashed page is reloaded automatically', async () => {
        const { app, page } = await open();
        await crash(page);
        const text = (): Promise<string> =>
          app.electron.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]!
              .webContents.executeJavaScript('document.body.innerText')
              // Its page does not exist yet.
              .catch(() => ''),
          );
        await expect.poll(text).toContain('kOps Office Hours');
      });
    } else {
      test('Ctrl+Q ends the app, as the README says', async () => {
        const { app, page } = await open();
        const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
        await page.keyboard.press('Control+q').catch(() => {}); // its page closes immediately
        expect(await ended).toBe(0);
      });
    }
  });
