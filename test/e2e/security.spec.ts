import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { calendarText, follow, goTo, serveCalendar, skipWelcome } from './person.ts';

const NOW = '--now=2026-11-20T08:00:00Z';

test('the page has no Node, no foreign scripts, and nothing but the two functions of the bridge', async () => {
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  const seen = await page.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    api: Object.keys(window.api).toSorted(),
  }));
  expect(seen).toEqual({ require: 'undefined', process: 'undefined', api: ['ask', 'on'] });
  const policy = await page.evaluate(async () =>
    (await fetch('./index.html')).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});

test('a name outside the contract is refused', async () => {
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  const outcome = await page.evaluate(async () => {
    try {
      return await window.api.ask('electron:exec', []);
    } catch (error) {
      return String(error);
    }
  });
  expect(outcome).toMatch(/electron:exec|unknown|not/iu);
});

test('no screen writes an error to the console, and none breaks the content policy', async () => {
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.reload();
  await skipWelcome(page);
  for (const screen of ['Notes', 'Communities', 'Feeds', 'Settings', 'Agenda'] as const) {
    await goTo(page, screen);
    await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test('what a feed writes as HTML cannot run, load or navigate', async () => {
  const hostile =
    '<b>Bold</b><img src=x onerror="document.title=1"><script>document.title=2</script>' +
    '<a href="javascript:document.title=3">link</a><iframe src="https://example.com"></iframe>';
  await using server = await serveCalendar(
    calendarText({
      name: 'Hostile',
      meetings: [
        {
          uid: 'hostile',
          title: 'Hostile meeting',
          zone: 'Europe/Berlin',
          start: '20261120T100000',
          end: '20261120T110000',
          description: hostile.replaceAll(/([,;\\])/gu, '\\$1'),
        },
      ],
    }),
  );
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  await skipWelcome(page);
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await page.getByRole('row', { name: /^Hostile meeting/u }).click();
  const details = page.getByRole('complementary');
  await expect(details.getByText('Bold')).toBeVisible();
  await expect(details.locator('img, script, iframe')).toHaveCount(0);
  expect(await page.title()).toBe('Office Hours');
  expect(app.electron.windows()).toHaveLength(1);
});
