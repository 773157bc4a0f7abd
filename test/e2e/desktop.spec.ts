import { expect, test } from '@playwright/test';
import { crash } from './crash.ts';
import { launchApp } from './launch.ts';
import { goTo, skipWelcome } from './person.ts';

const NOW = '--now=2026-11-20T16:45:00Z';

test('a page that crashes is loaded again by itself', async () => {
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  await skipWelcome(page);
  await crash(page);
  const text = (): Promise<string> =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(text).toContain('kOps Office Hours');
});

test('Ctrl+Q ends the app, as the README says', async () => {
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  await skipWelcome(page);
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await page.keyboard.press('Control+q').catch(() => {}); // its page goes at once
  expect(await ended).toBe(0);
});

for (const [where, profile, words] of [
  ['GNOME without a keyring', '', 'No keyring answers on this computer'],
  ['sway with one', 'keyring', 'Your system encrypts them'],
] as const) {
  test(`on ${where} the settings say how private addresses are kept`, async () => {
    await using app = await launchApp({
      args: [NOW],
      env: { ELECTRON_HOST_PROFILE: profile, XDG_CURRENT_DESKTOP: profile === '' ? 'GNOME' : 'sway' },
    });
    const page = await app.window();
    await skipWelcome(page);
    await goTo(page, 'Settings');
    await expect(page.getByText(words)).toBeVisible();
  });
}
