/** What the page keeps of screens, details, searches and refreshes that are over: nothing. Counted, not timed. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { isDeep } from '#test/effort.ts';
import { launchApp } from './launch.ts';
import { calendarText, rowsOf } from './person.ts';

/** Code is compiled and caches are filled by then. */
const FIRST_ROUNDS = 8;
const ROUNDS = 60;
/** A button that is kept has seven nodes, a screen hundreds. */
const MOST_PER_ROUND = { nodes: 0.2, listeners: 0.2, heapKb: 60 } as const;

interface Counts {
  readonly nodes: number;
  readonly listeners: number;
  readonly heapKb: number;
}

async function countAll(session: CDPSession): Promise<Counts> {
  // What is finalized in the first round is collected in the second.
  for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    heapKb: of('JSHeapUsedSize') / 1000,
  };
}

/** A calendar whose meetings have another name each time it is fetched. */
async function serveChanging() {
  let fetched = 0;
  const server = createServer((_, response) => {
    fetched += 1;
    const meetings = Array.from({ length: 20 }, (_one, number) => ({
      uid: `m${number}`,
      title: `Meeting ${number} of fetch ${fetched}`,
      zone: 'Etc/UTC',
      start: `20261124T${String(number).padStart(2, '0')}0000`,
      end: `20261124T${String(number).padStart(2, '0')}3000`,
    }));
    response.writeHead(200, { 'content-type': 'text/calendar' });
    response.end(calendarText({ name: 'Work', meetings }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/work.ics`,
    fetched: () => fetched,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Each screen, a refresh, the details of a meeting, and the palette; ends on the agenda. */
async function goRound(page: Page, latest: () => number): Promise<void> {
  for (const [key, name] of [
    ['Control+2', 'Notes'],
    ['Control+3', 'Communities'],
    ['Control+4', 'Calendars'],
    ['Control+5', 'Settings'],
    ['Control+1', 'Agenda'],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  await page.evaluate(() => window.api.invoke('feeds:refresh', []));
  const row = rowsOf(page, `Meeting 9 of fetch ${latest()}`).first();
  await row.click();
  const close = page.getByRole('button', { name: 'Close details' });
  await close.waitFor();
  await page.keyboard.press('Escape');
  await close.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').waitFor({ state: 'detached' });
}

test('the page keeps nothing of screens, details and refreshes that are over', async () => {
  test.skip(!isDeep, 'runs in `npm run test:deep`');
  test.slow();
  await using server = await serveChanging();
  await using app = await launchApp({
    args: ['--now=2026-11-24T08:00:00Z'],
    timeZone: 'Etc/UTC',
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
  });
  const page = await app.window();
  await page.evaluate((url) => window.api.invoke('feeds:add', [url]), server.address);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let round = 0; round < FIRST_ROUNDS; round += 1) await goRound(page, server.fetched);
  const before = await countAll(session);
  for (let round = 0; round < ROUNDS; round += 1) await goRound(page, server.fetched);
  const after = await countAll(session);
  for (const what of ['nodes', 'listeners', 'heapKb'] as const)
    expect(after[what] - before[what], what).toBeLessThan(MOST_PER_ROUND[what] * ROUNDS);
});
