/**
 * What one key costs in the window while a note of some size is open: the CPU time of the page's main thread from one
 * key to the next, with all that follows the key (layout, paint, saving, the reading view). Beside it, in the same page, a bare CodeMirror with the same text. Needs a built app (`npm run build`).
 * CPU time depends on how busy the computer is, too; the ratio to the bare editor less so. Ends with status 1 if the
 * median of a key is above its limit.
 * Run: node bench/notes.bench.ts [name of a note]…
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Locator, Page } from '@playwright/test';
import { build } from 'vite';
// Chooses the runtime, as the specs do.
import '../playwright.config.ts';
import { launchApp } from '../test/e2e/launch.ts';
import { goTo } from '../test/e2e/person.ts';
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

const KEYS = 60;
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

/** Up to 55 KB a key may cost 8 ms, at 1 MB 16 ms. */
const notes: readonly { name: string; text: string; limitMs: number }[] = [
  { name: 'a short note', text: minutes(1_000), limitMs: 8 },
  { name: '55 KB of minutes', text: minutes(55_000), limitMs: 8 },
  { name: '55 KB in one list', text: oneList(55_000), limitMs: 8 },
  { name: '1 MB of minutes', text: minutes(990_000), limitMs: 16 },
  { name: '1 MB in one list', text: oneList(990_000), limitMs: 16 },
];

interface Figures {
  readonly median: number;
  readonly p95: number;
}

const isKey = ({ name, args }: TraceEvent): boolean =>
  name === 'EventDispatch' && args?.data?.type === 'keydown';

/** CPU time of the main thread from each key to the next (ms). */
function keysOf(events: readonly TraceEvent[]): number[] {
  const ofPage = ofBusiest(events, isKey);
  const ofHost = commandsOwn(ofPage);
  const pressed = ofPage.filter(isKey).map(({ ts }) => ts);
  const times: number[] = [];
  for (const event of ofPage) {
    const next = pressed[times.length];
    if (isTask(event) && next !== undefined && next < endOf(event)) times.push(0);
    const work = times.pop();
    // Before the first key.
    if (work === undefined) continue;
    times.push(work + (isTask(event) ? cpuOf(event) : 0) - (ofHost.get(event) ?? 0));
  }
  return times;
}

/** What a key costs where the cursor is. */
async function costOfKey(page: Page, session: CDPSession): Promise<Figures> {
  const events = await traced(session, async () => {
    for (let key = 0; key < KEYS; key += 1) {
      const begun = performance.now();
      await page.keyboard.press('x');
      await page.waitForTimeout(Math.max(0, begun + KEY_MS - performance.now()));
    }
  });
  const times = keysOf(events);
  return { median: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** The bare editor as a script. */
async function bareEditor(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'peers/bareEditor.ts'), formats: ['iife'], name: 'bare' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('The bare editor was not built.');
  return chunk.code;
}

/** Puts the cursor where one writes, in the middle of what is on the screen. */
async function beginToWrite(page: Page, editor: Locator): Promise<void> {
  await editor
    .locator('.cm-line', { hasText: 'asks' })
    .nth(3)
    .click({ position: { x: 60, y: 12 } });
  await page.keyboard.press('End');
  await page.keyboard.type(' words');
  // Parsing in the background, and the first save.
  await page.waitForTimeout(3_000);
}

const script = await bareEditor();
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
await page.evaluate(script);
await goTo(page, 'Notes');
const toggle = page.getByRole('button', { name: 'Reading view' });
const editor = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });

console.log(`CPU time of the main thread for a key, ms (median of ${KEYS}, 95 %)`);
const row = (name: string, { median, p95 }: Figures, more: string): void =>
  console.log(`${name.padEnd(46)}${median.toFixed(1).padStart(8)}${p95.toFixed(1).padStart(8)}  ${more}`);
for (const { name, text, limitMs } of notes) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await page.getByRole('row', { name }).click();
  await page.getByRole('region', { name }).locator('.cm-line', { hasText: 'asks' }).nth(3).waitFor();
  await editor.evaluate((element, body) => {
    const place = element.closest('.cm-editor')?.getBoundingClientRect();
    const remove = window.showBareEditor(body, place ?? new DOMRect(400, 200, 800, 500));
    document.querySelector('#bare-editor')?.addEventListener('remove', remove, { once: true });
  }, text);
  await beginToWrite(page, page.locator('#bare-editor'));
  const bare = await costOfKey(page, session);
  row(`${name}: bare CodeMirror`, bare, '');
  await page.evaluate(() => document.querySelector('#bare-editor')?.dispatchEvent(new Event('remove')));
  for (const isBeside of [false, true]) {
    if ((await toggle.getAttribute('aria-pressed')) !== String(isBeside)) await toggle.click();
    await beginToWrite(page, editor);
    const cost = await costOfKey(page, session);
    const isSlow = cost.median > limitMs;
    if (isSlow) process.exitCode = 1;
    const ratio = (cost.median / bare.median).toFixed(1);
    row(
      `${name}${isBeside ? ', with the reading view' : ''}`,
      cost,
      `${ratio} × bare, ${isSlow ? 'ABOVE' : 'at most'} ${limitMs}`,
    );
  }
}
