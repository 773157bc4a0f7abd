import { expect, test } from '@playwright/test';
import { aCalendar } from '../builders/aCalendar.ts';
import { closeServers, serve, serveProxy } from '../main/adapters/network/servers.ts';
import { launchApp } from './launch.ts';
import { goToSettings, openAddCalendar } from './person.ts';

const ics = aCalendar([{ title: 'Stand-up', start: '2026-11-20T15:00:00Z' }]);
const wanted = `Basic ${Buffer.from('ada:secret').toString('base64')}`;

test.afterEach(() => closeServers());

test('a proxy that wants a login is asked about in a dialog, and the calendar is read through it', async () => {
  const proxy = await serveProxy({ wants: wanted });
  const url = await serve((_request, response) => response.end(ics));
  await using app = await launchApp({ settings: { isWelcomeDone: true }, env: { http_proxy: proxy.name } });
  const page = await app.window();
  const field = await openAddCalendar(page);
  await field.fill(url);

  const question = page.getByRole('dialog', { name: `Log in to the proxy ${proxy.name}` });
  await question.getByRole('textbox', { name: 'Name' }).fill('ada');
  await question.getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  // The preview goes on by itself, and the proxy asks again.
  await expect(question).toContainText('did not accept');
  await question.getByRole('textbox', { name: 'Name' }).fill('ada');
  await question.getByLabel('Password').fill('secret');
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await goToSettings(page, 'Network');
  const network = page.getByRole('region', { name: 'Network' });
  await expect(network).toContainText('You log in as ada.');
  await network.getByText('My own').click();
  const address = network.getByRole('textbox', { name: 'Address of the proxy' });
  await address.fill('http://proxy/path');
  await expect(network).toContainText('This is no address of a proxy.');
  // A login in it is kept like one that was asked for.
  await address.fill('http://eve:secret@proxy:1');
  await address.press('Enter');
  await expect(network).toContainText('You log in as eve.');
  await expect(address).toHaveValue('proxy:1');

  // A proxy that is not there: its words lead back to the settings, and they are lit there.
  await (await openAddCalendar(page)).fill(`${url}/other.ics`);
  const dialog = page.getByRole('dialog', { name: 'Add a calendar' });
  await expect(dialog).toContainText('cannot be reached');
  // The dialog is higher than a low window; its buttons stay in view.
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 480, height: 360 });
  await expect(dialog.getByRole('button', { name: 'Preview' })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize(size);
  await dialog.getByRole('button', { name: 'Open the network settings' }).click();
  await expect(dialog).toBeHidden();
  await expect(network.getByRole('radiogroup', { name: 'Proxy' })).toBeVisible();
});
