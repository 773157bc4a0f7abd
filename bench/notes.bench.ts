/**
 * What one key costs in the window while a note of some size is open: the time of the page's main thread, from
 * Chromium's own counter, without what the idle window takes. With the text alone, and with the reading view beside it.
 * Needs a built app (`npm run build`).
 * What a key costs at all depends on the computer, and how busy it is; a short note tells that. Ends with status 1 if a
 * long note costs more than the limit above it.
 * Run: node bench/notes.bench.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
// Chooses the runtime, as the specs do.
import '../playwright.config.ts';
import { launchApp } from '../test/e2e/launch.ts';
import { goTo } from '../test/e2e/person.ts';

const KEYS = 40;
const KEY_MS = 100;
/** Names of notes to measure; all without any. */
const wanted = process.argv.slice(2);

/** Sections as in minutes: a heading, items, boxes, names, links and a paragraph. */
function minutes(characters: number): string {
  let text = '# Minutes\n';
  for (let section = 1; text.length < characters; section += 1)
    text += `
## Topic ${section}

- [ ] @ada **asks** the list about https://example.org/topics/${section}, 2026-12-01
- [x] the *freeze* stays as it is, see [[SIG Docs]] and [the plan](https://example.org/plan)
  - one more thought, with \`code\` in it
- Nobody asks for more time than a week

A paragraph of two sentences about topic ${section}. It is as long as such paragraphs are in minutes.
`;
  return text;
}

/** All in one list without a gap: a worst case for what is divided at blank lines. */
const oneList = (characters: number): string =>
  '- [ ] @ada asks the list, 2026-12-01\n'.repeat(characters / 37);

/** What a key costs here at all: the keyboard, React, the request to main, painting. */
const SHORT = { name: 'a short note', text: minutes(1_000), limitMs: 0 };

const notes: readonly { name: string; text: string; limitMs: number }[] = [
  SHORT,
  { name: '55 KB of minutes', text: minutes(55_000), limitMs: 8 },
  { name: '55 KB in one list', text: oneList(55_000), limitMs: 8 },
  { name: '1 MB of minutes', text: minutes(990_000), limitMs: 16 },
  { name: '1 MB in one list', text: oneList(990_000), limitMs: 16 },
];

/** Time that the main thread of the page has worked so far (ms). */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

/** Time of the main thread for one key (ms). */
async function costOfKey(page: Page, session: CDPSession): Promise<number> {
  const started = await workOf(session);
  await page.waitForTimeout(KEYS * KEY_MS);
  const idle = (await workOf(session)) - started;
  const before = await workOf(session);
  const begun = performance.now();
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('x');
    await page.waitForTimeout(Math.max(0, begun + (key + 1) * KEY_MS - performance.now()));
  }
  const spent = performance.now() - begun;
  return ((await workOf(session)) - before - idle * (spent / (KEYS * KEY_MS))) / KEYS;
}

await using app = await launchApp({
  args: ['--now=2026-11-20T16:40:00Z'],
  settings: { isWelcomeDone: true },
  furnish: (home) => {
    const folder = join(home, 'Documents/Office Hours');
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of notes)
      writeFileSync(join(folder, `${name}.md`), `---\ntitle: ${name}\n---\n\n${text}`);
  },
});
const page = await app.window();
await page.setViewportSize({ width: 1_280, height: 800 });
const session = await page.context().newCDPSession(page);
// The processor's time of the thread: on a busy computer it is the same as on a quiet one.
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
await goTo(page, 'Notes');
const toggle = page.getByRole('button', { name: 'Reading view' });
/** Of the short note: with the text alone, and with the reading view. */
const least = new Map<boolean, number>();
for (const { name, limitMs } of notes) {
  if (wanted.length > 0 && name !== SHORT.name && !wanted.includes(name)) continue;
  await page.getByRole('row', { name }).click();
  const editor = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  for (const isBeside of [false, true]) {
    if ((await toggle.getAttribute('aria-pressed')) !== String(isBeside)) await toggle.click();
    const line = editor.locator('.cm-line', { hasText: 'asks' }).nth(3);
    await line.click({ position: { x: 60, y: 12 } });
    await page.keyboard.press('End');
    await page.keyboard.type(' words');
    await page.waitForTimeout(2_000);
    const ms = await costOfKey(page, session);
    const what = `${name}${isBeside ? ', with the reading view' : ''}`;
    if (name === SHORT.name) least.set(isBeside, ms);
    const added = ms - (least.get(isBeside) ?? 0);
    const verdict = name === SHORT.name ? '' : `${added.toFixed(1)} above a short note (at most ${limitMs})`;
    console.log(`${what.padEnd(46)}${ms.toFixed(1).padStart(8)} ms a key  ${verdict}`);
    if (name !== SHORT.name && added > limitMs) process.exitCode = 1;
  }
}
