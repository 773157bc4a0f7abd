/**
 * How long the window's main thread works for each frame while one scrolls through 2,000 meetings with the wheel and
 * with a held arrow key, and for opening details. Chromium traces itself; what counts is the CPU time of the page's
 * main thread between two frames, so that other programs of the computer change little. On the host messages of main
 * arrive as commands of the DevTools: what those cost themselves does not count, what the page does with them does.
 * Needs a built app.
 * Ends with status 1 when the slowest twentieth of the frames takes longer than the limit.
 * Run: node scripts/node.mjs bench/window.bench.ts
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
// Chooses the runtime, as the specs do.
import '../playwright.config.ts';
import { launchApp } from '../test/e2e/launch.ts';
import { commandsOwn, cpuOf, isTask, ofBusiest, percentile, traced, type TraceEvent } from './trace.ts';
import { twoThousandMeetings } from './twoThousandMeetings.ts';

const LIMIT_MS = 8;
const NOW = '2026-11-20T09:00:00Z';

/** Ends the main thread's work for a frame. */
const FRAME = 'BeginCommitCompositorFrame';

/** CPU time of the page's main thread between each two of its frames, in ms. */
function framesOf(events: readonly TraceEvent[]): number[] {
  const isFrame = ({ name, ts }: TraceEvent): boolean => name === FRAME && ts > 0;
  const ofPage = ofBusiest(events, isFrame);
  const ofHost = commandsOwn(ofPage);
  const frames: number[] = [];
  let work = 0;
  for (const event of ofPage) {
    if (event.name === FRAME) {
      frames.push(work);
      work = 0;
    } else if (isTask(event)) work += cpuOf(event);
    work -= ofHost.get(event) ?? 0;
  }
  return frames.slice(1);
}

const row = (name: string, ...figures: readonly string[]): string =>
  name.padEnd(44) + figures.map((figure) => figure.padStart(10)).join('');

const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/calendar' });
  response.end(twoThousandMeetings(NOW));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const bound = server.address();
const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
const address = `http://127.0.0.1:${port}/calendar.ics`;

const show = (page: Page, view: '1' | '2' | '3'): Promise<void> => page.keyboard.press(view);

/** Turns the wheel by a notch some times a second. */
async function wheel(page: Page, notches: number, distance: number): Promise<void> {
  for (let notch = 0; notch < notches; notch++) {
    await page.mouse.wheel(0, distance);
    await delay(30);
  }
  await delay(300);
}

let isSlow = false;
async function measure(session: CDPSession, name: string, work: () => Promise<void>): Promise<void> {
  const frames = framesOf(await traced(session, work)).filter((ms) => ms > 0.05);
  const slow = percentile(frames, 0.95);
  isSlow ||= slow > LIMIT_MS;
  console.log(
    row(name, String(frames.length), ...[0.5, 0.95, 1].map((share) => percentile(frames, share).toFixed(1))),
  );
}

{
  await using app = await launchApp({
    args: [`--now=${NOW}`],
    timeZone: 'Etc/UTC',
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
  });
  const page = await app.window();
  await page.evaluate((url) => window.api.invoke('feeds:add', [url]), address);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('#agenda-days [data-key]').nth(20).waitFor();
  const session = await page.context().newCDPSession(page);
  await page.mouse.move(600, 600);
  console.log("CPU time of the window's main thread for each frame with 2,000 meetings, ms");
  console.log(row('', 'frames', 'median', '95 %', 'longest'));
  await measure(session, 'list, wheel', () => wheel(page, 120, 120));
  await measure(session, 'list, wheel back', () => wheel(page, 120, -120));
  await measure(session, 'list, fast wheel', () => wheel(page, 100, 480));
  await measure(session, 'list, fast wheel back', () => wheel(page, 100, -480));
  await page.keyboard.press('t');
  await page.locator('#agenda-days [data-key]').nth(3).focus();
  await measure(session, 'list, arrow key held', async () => {
    for (let pressed = 0; pressed < 150; pressed++) {
      await page.keyboard.down('ArrowDown');
      await delay(30);
    }
    await page.keyboard.up('ArrowDown');
  });
  await measure(session, 'list, wheel, with the focus in it', () => wheel(page, 120, 120));
  await page.keyboard.press('t');
  const rows = page.locator('#agenda-days [data-key]');
  await rows.nth(4).scrollIntoViewIfNeeded();
  await measure(session, 'list, details opened and closed', async () => {
    for (let opened = 0; opened < 5; opened++) {
      await rows.nth(4 + opened).click({ position: { x: 300, y: 20 } });
      await delay(250);
      await page.keyboard.press('Escape');
      await delay(250);
    }
  });
  for (const [view, name] of [
    ['3', 'week, wheel'],
    ['2', 'day, wheel'],
  ] as const) {
    await show(page, view);
    await delay(500);
    await measure(session, name, () => wheel(page, 60, 60));
  }
}
server.close();
console.log(
  isSlow
    ? `one frame in twenty takes longer than ${LIMIT_MS} ms`
    : `19 frames of 20 take at most ${LIMIT_MS} ms`,
);
process.exit(isSlow ? 1 : 0);
