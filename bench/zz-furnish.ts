import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { generateCalendar } from './generateCalendar.ts';
import { generateNotes } from './generateNotes.ts';
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/work/mine/start/packages/electron-host/dist'; const NOW='2026-11-20T09:00:00Z'; const { launchApp } = await import('../test/e2e/launch.ts');
async function furnish(home: string): Promise<void> {
  await using server = createServer(({ url }, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar' });
    response.end(generateCalendar({ events: 10_000, firstYear: Number(url?.slice(1, 5)), years: 10 }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const origin = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  await using app = await launchApp({
    home,
    args: [`--now=${NOW}`],
    timeZone: 'Etc/UTC',
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
  });
  const page = await app.window();
  for (const firstYear of [2018, 2019, 2020])
    await page.evaluate((url) => window.api.invoke('feeds:add', [url]), `${origin}/${firstYear}.ics`);
  const notesFolder = join(home, 'Documents/Office Hours');
  mkdirSync(notesFolder, { recursive: true });
  for (const { path, title, text } of generateNotes(2_000, 2_000))
    writeFileSync(join(notesFolder, path), `---\ntitle: ${title}\n---\n\n# ${title}\n\n${text}\n`);
  await page.locator('.hero-title').waitFor();
  // The copies of the calendars and the index of the notes are written.
  await delay(15_000);
}
mkdirSync('/tmp/oh/used'); await furnish('/tmp/oh/used'); process.exit(0)
