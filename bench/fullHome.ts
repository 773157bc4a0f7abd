/** The app with 2,000 meetings, a weekly series and 2,000 notes, for what measures its window. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
// Chooses the runtime, as the specs do.
import '../playwright.config.ts';
import { launchApp, type LaunchedApp } from '../test/e2e/launch.ts';
import { generateNotes } from './generateNotes.ts';
import { twoThousandMeetings } from './twoThousandMeetings.ts';

export const NOW = '2026-11-20T09:00:00Z';
const NOTES = 2_000;
const NOTE_BYTES = 2_000;
const DAY = 24 * 60 * 60 * 1000;

/** The title of the weekly series. */
export const SERIES = 'Weekly planning';

function weeklySeries(): string {
  const event = [
    'UID:weekly@bench',
    'DTSTAMP:20261101T000000Z',
    'DTSTART:20260102T100000Z',
    'DTEND:20260102T103000Z',
    'RRULE:FREQ=WEEKLY',
    `SUMMARY:${SERIES}`,
    'LOCATION:https://zoom.us/j/987654321?pwd=a',
  ];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bench//EN', 'BEGIN:VEVENT', ...event]
    .concat('END:VEVENT', 'END:VCALENDAR', '')
    .join('\r\n');
}

/** Puts the notes into the home: one a day over years, each with two open items. */
function writeNotes(home: string): void {
  const folder = join(home, 'Documents', 'Office Hours');
  mkdirSync(folder, { recursive: true });
  for (const [index, { path, title, text }] of generateNotes(NOTES, NOTE_BYTES).entries()) {
    const day = new Date(Date.parse(NOW) - index * DAY).toISOString().slice(0, 10);
    const head = `---\ntitle: ${title}\noccurrence: feed|uid-${index}|${day}\nstart: ${day}\n---\n\n# ${title}\n\n`;
    const items = `## Action items\n\n- [ ] @ann to check ${index} by ${day}\n- [ ] to ask @bob about ${index}\n`;
    writeFileSync(join(folder, `${day} ${path}`), `${head}${text}\n\n${items}`);
  }
}

/** A server of calendars at a port of its own. */
export async function serveCalendars(
  textOf: (path: string) => string,
): Promise<{ readonly origin: string } & AsyncDisposable> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar' });
    response.end(textOf(request.url ?? ''));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** What the calendars of `openFullHome` contain. */
export const fullCalendars = (path: string): string =>
  path.startsWith('/series') ? weeklySeries() : twoThousandMeetings(NOW);

/** Starts the app, follows the calendars of a server and waits until all is there. */
export async function openFullHome(origin: string): Promise<LaunchedApp> {
  const app = await launchApp({
    args: [`--now=${NOW}`],
    timeZone: 'Etc/UTC',
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
    furnish: writeNotes,
  });
  const page = await app.window();
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const name of ['series', 'calendar'])
    await page.evaluate((url) => window.api.invoke('feeds:add', [url]), `${origin}/${name}.ics`);
  await page.locator('#agenda-days [data-key]').nth(20).waitFor();
  for (let listed = 0; listed < NOTES;) {
    const answer = await page.evaluate(() => window.api.invoke('notes:list', []));
    listed = (JSON.stringify(answer).match(/"path":/gu) ?? []).length;
  }
  return app;
}
