/**
 * The longest task of the window's main thread, and the sum of its tasks, for each screen, panel and key, with 2,000
 * meetings and 2,000 notes. Chromium traces itself; what counts is CPU time, so that other programs of the computer
 * change little. On the host messages of main arrive as commands of the DevTools: what those cost themselves does not
 * count, what the page does with them does. Needs a built app.
 * Ends with status 1 when a task takes longer than the limit.
 * Run: node scripts/node.mjs bench/screens.bench.ts
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Locator } from '@playwright/test';
import { fullCalendars, openFullHome, serveCalendars, SERIES } from './fullHome.ts';
import {
  commandsOwn,
  cpuOf,
  endOf,
  isTask,
  ofBusiest,
  percentile,
  traced,
  type TraceEvent,
} from './trace.ts';

const LIMIT_MS = 50;
/** What an action begins is over by then, also on a busy computer; it is checked. */
const SETTLED_MS = 2_500;
/** After the start: the code of the later screens is loaded, the notes are indexed. */
const LOADED_MS = 8_000;
const TIMES = 3;

/** CPU time (ms) of each task of the page's main thread, without commands of the DevTools. */
function tasksOf(events: readonly TraceEvent[]): number[] {
  const ofPage = ofBusiest(events, ({ name, ph }) => name === 'UpdateLayoutTree' && ph === 'X');
  const ofHost = commandsOwn(ofPage);
  const tasks: number[] = [];
  let current: TraceEvent | undefined;
  for (const event of ofPage) {
    if (isTask(event) && event.ts >= endOf(current)) {
      current = event;
      tasks.push(cpuOf(event));
    }
    if (event.ts < endOf(current)) tasks.push((tasks.pop() ?? 0) - (ofHost.get(event) ?? 0));
  }
  return tasks;
}

const columns = (name: string, figures: readonly (number | string)[]): string =>
  name.padEnd(34) +
  figures.map((one) => (typeof one === 'string' ? one : one.toFixed(0)).padStart(9)).join('');

interface Step {
  readonly act: () => Promise<unknown>;
  /** There afterwards. */
  readonly shown: Locator;
}

await using server = await serveCalendars(fullCalendars);
await using app = await openFullHome(server.origin);
const page = await app.window();
const session = await page.context().newCDPSession(page);
let isSlow = false;

/** The tasks of one step. */
async function trace(name: string, { act, shown }: Step): Promise<number[]> {
  const events = await traced(session, async () => {
    await act();
    await delay(SETTLED_MS);
  });
  if (!(await shown.isVisible())) throw new Error(`${name}: not there after ${SETTLED_MS} ms`);
  return tasksOf(events);
}

/** @param runs the tasks of each time */
function report(name: string, runs: readonly (readonly number[])[]): void {
  const longest = runs.map((tasks) => Math.max(0, ...tasks));
  const sums = runs.map((tasks) => tasks.reduce((sum, ms) => sum + ms, 0));
  const typical = percentile(longest, 0.5);
  isSlow ||= typical > LIMIT_MS;
  console.log(columns(name, [typical, Math.max(...longest), percentile(sums, 0.5)]));
}

/** Goes there and back, first and some times again. */
async function measure(name: string, there: Step, back: Step): Promise<void> {
  const ways: number[][] = [];
  const returns: number[][] = [];
  for (let time = 0; time <= TIMES; time++) {
    ways.push(await trace(name, there));
    returns.push(await trace(`${name}, back`, back));
  }
  report(`${name}, first`, ways.slice(0, 1));
  report(`${name}, later`, ways.slice(1));
  report(`${name}, back`, returns);
}

const press = (key: string) => (): Promise<void> => page.keyboard.press(key);
const rows = page.locator('#agenda-days [data-key]');
const heading = (name: string): Locator => page.getByRole('heading', { level: 1, name });
const agenda: Step = { act: press('Control+1'), shown: rows.nth(5) };

console.log("Tasks of the window's main thread with 2,000 meetings and 2,000 notes, ms of CPU time");
console.log(columns('', ['longest', 'worst', 'sum']));
await delay(LOADED_MS);
await measure('Notes', { act: press('Control+2'), shown: heading('Notes') }, agenda);
await measure('Communities', { act: press('Control+3'), shown: heading('Communities') }, agenda);
await measure('Calendars', { act: press('Control+4'), shown: heading('Calendars') }, agenda);
await measure('Settings', { act: press('Control+5'), shown: heading('Settings') }, agenda);
await page.keyboard.press('Control+5');
await page.getByRole('button', { name: 'Reminders', exact: true }).click();
await page.keyboard.press('Control+1');
await measure(
  'Settings, Reminders',
  { act: press('Control+5'), shown: page.getByRole('heading', { name: 'Reminders', level: 2 }) },
  agenda,
);
await measure(
  'day',
  { act: press('2'), shown: page.locator('.grid-scroll') },
  { act: press('1'), shown: rows.nth(5) },
);
await measure(
  'week',
  { act: press('3'), shown: page.locator('.grid-scroll') },
  { act: press('1'), shown: rows.nth(5) },
);

const details = page.locator('.details');
const box = await rows.nth(4).boundingBox();
const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 20];
await measure(
  'details',
  { act: () => page.mouse.click(x, y), shown: details },
  { act: press('Escape'), shown: rows.nth(5) },
);
await rows.nth(1).focus();
await measure(
  'arrow key',
  { act: press('ArrowDown'), shown: rows.nth(5) },
  { act: press('ArrowUp'), shown: rows.nth(5) },
);
const field = page.locator('.palette input');
await measure(
  'palette',
  { act: press('Control+k'), shown: field },
  { act: press('Escape'), shown: rows.nth(5) },
);
await page.keyboard.press('Control+k');
await field.waitFor();
for (const letter of 'meeting')
  report(`palette, ${letter} typed`, [await trace(letter, { act: press(letter), shown: field })]);
await page.keyboard.press('Escape');
await measure(
  'search of the agenda',
  { act: press('/'), shown: page.getByRole('searchbox').first() },
  { act: press('Escape'), shown: rows.nth(5) },
);

await page
  .getByRole('row', { name: new RegExp(SERIES, 'u') })
  .first()
  .click();
await page.getByRole('button', { name: 'Series' }).waitFor();
const series = await page.getByRole('button', { name: 'Series' }).boundingBox();
await measure(
  'series',
  {
    act: () => page.mouse.click((series?.x ?? 0) + 8, (series?.y ?? 0) + 8),
    shown: heading(SERIES),
  },
  { act: press('Escape'), shown: details },
);
await page.keyboard.press('Escape');

await page.keyboard.press('Control+2');
const segment = async (name: string): Promise<Step['act']> => {
  const at = await page.locator('.segment').filter({ hasText: name }).boundingBox();
  return () => page.mouse.click((at?.x ?? 0) + 10, (at?.y ?? 0) + 10);
};
await measure(
  'To do',
  { act: await segment('To do'), shown: page.getByRole('checkbox').first() },
  { act: await segment('Notes'), shown: page.locator('.note-rows [role="row"]').nth(3) },
);
const openNote = async (index: number): Promise<Step> => {
  const at = await page.locator('.note-rows [role="row"]').nth(index).boundingBox();
  return {
    act: () => page.mouse.click((at?.x ?? 0) + 60, (at?.y ?? 0) + 15),
    shown: page.locator('.cm-content'),
  };
};
await measure('a note', await openNote(3), await openNote(4));
console.log(isSlow ? `a task takes longer than ${LIMIT_MS} ms` : `no task takes longer than ${LIMIT_MS} ms`);
process.exitCode = isSlow ? 1 : 0;
