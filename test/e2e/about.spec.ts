import { expect, test } from '@playwright/test';
import packageJson from '../../package.json' with { type: 'json' };
import { goToSettings } from './person.ts';
import { shareApp } from './sharedApp.ts';

const open = shareApp({ settings: { isWelcomeDone: true }, timeZone: 'Asia/Tokyo' });

test('About shows versions, opens folders and copies details for a bug report', async () => {
  const { app, page } = await open();
  await goToSettings(page, 'About');
  const about = page.getByRole('region', { name: 'About' });
  await expect(about).toContainText(`Office Hours ${packageJson.version}`);
  await expect(about).toContainText(/Electron \d+\..*Node \d+\./u);
  await expect(about).toContainText(`${app.home}/.config/Office Hours/logs`);

  await about.getByRole('button', { name: 'Open the logs folder' }).click();
  await expect.poll(() => app.opened()).toEqual([`${app.home}/.config/Office Hours/logs/`]);

  await about.getByRole('button', { name: 'Copy details for a bug report' }).click();
  const copied = (): Promise<string> => app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain(`Office Hours ${packageJson.version}\nSystem: Linux`);
  expect(await copied()).toContain('Time zone: Asia/Tokyo');
  expect(await copied()).not.toContain(app.home);
});

test('About shows the licences of everything in the app, also by keyboard', async () => {
  const { page } = await open();
  await goToSettings(page, 'About');
  await page.getByRole('button', { name: 'Show licences' }).press('Enter');
  const text = page.getByRole('dialog', { name: 'Licences' }).getByRole('region');
  // A long text: slow on a busy machine.
  await text.waitFor();
  // Our own, one of a packaged library, one of a library bundled into the window.
  for (const licence of ['Apache License', 'yaml 2', 'react-dom 19'])
    await expect(text).toContainText(licence);
  // Tab moves from the close button to the text.
  const scrolledByKeys = async (): Promise<number> => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    return text.evaluate(({ scrollTop }) => scrollTop);
  };
  await expect.poll(scrolledByKeys).toBeGreaterThan(1000);
  await page.keyboard.press('Escape');
  await expect(text).toBeHidden();
});
