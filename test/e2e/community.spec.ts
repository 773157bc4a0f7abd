import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { follow, goTo, skipWelcome } from './person.ts';

const NOW = '--now=2026-11-20T08:00:00Z';

const text = `# Kite flyers

We meet every second Tuesday at 8:00 AM PT / 4:00 PM UTC: [Zoom link](https://zoom.us/j/11111111111).

The wind team meets every Thursday at 10:00 CET.

All of it is in [our calendar](https://calendar.google.com/calendar/embed?src=kites%40group.calendar.google.com).
`;

/** A community's page on a web server of this machine. */
async function servePage() {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/markdown; charset=utf-8' }).end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${bound.port}/README.md`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

test('a community’s page is understood before it is followed, with its questions and its calendar', async () => {
  await using server = await servePage();
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  await skipWelcome(page);
  await goTo(page, 'Feeds');
  await page.getByLabel('Address of a calendar').fill(server.address);
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('region', { name: 'Preview of Kite flyers' });
  await expect(preview).toContainText('Community page · 2 meetings');
  await expect(preview.getByRole('button', { name: 'Follow that instead' })).toBeVisible();
  await expect(preview.getByRole('region', { name: 'What is not clear' })).toContainText(/tuesday/iu);
  await preview.getByRole('button', { name: 'Follow', exact: true }).click();
  await goTo(page, 'Agenda');
  await expect(page.getByRole('row', { name: /^Kite flyers/u }).first()).toBeVisible();
});

test('the user says once in which week a meeting is, and can take it back', async () => {
  await using server = await servePage();
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  await skipWelcome(page);
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  const tuesdays = page.getByRole('row', { name: /^Kite flyers \(Tuesday/u });
  await tuesdays.first().click();
  const week = page.getByRole('region', { name: 'Which week?' });
  await week.getByRole('button', { name: /^It is on/u }).click();
  await expect(week).toContainText('You said that it is on');
  await expect(tuesdays.first()).not.toContainText('which week?');
  await week.getByRole('button', { name: 'Take it back' }).click();
  await expect(tuesdays.first()).toContainText('which week?');
});
