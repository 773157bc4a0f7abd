/** What a user does in the window, so that specs read as sentences. */
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { expect, type Locator, type Page } from '@playwright/test';
import { feed } from '#core/feeds/feed.ts';
import type { Hue } from '#core/format/hue.ts';
import { settings } from '#core/settings/settings.ts';
import { resultOf } from '#base';
import type { LaunchedApp } from './launch.ts';

/** Skips the welcome of a first start. */
export async function skipWelcome(page: Page): Promise<void> {
  const welcome = page.getByRole('dialog', { name: 'Welcome to Office Hours' });
  await welcome.getByRole('button', { name: 'Skip' }).click();
  await expect(welcome).toBeHidden();
}

/**
 * The rows of meetings whose title begins so: a row says `18:00 to 19:00, may be on: Title, today`.
 * @param title a regular expression
 */
export const rowsOf = (page: Page, title: string): Locator =>
  page.getByRole('row', { name: new RegExp(`(?:, |: )${title}`, 'u') });

/** Opens the details of the next meeting with that title. */
export async function choose(page: Page, title: string): Promise<void> {
  await rowsOf(page, title).first().click();
}

/** Opens the note of the next meeting with that title by key; returns its focused text field. */
export async function openNote(page: Page, title: string): Promise<Locator> {
  await choose(page, title);
  await page.keyboard.press('n');
  const field = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  await expect(field).toBeFocused();
  return field;
}

/**
 * Types into the open note while another program changes its file, until both versions are shown. On a busy machine
 * the text may be saved before the other program writes; then both try again.
 */
export async function writeBesideAnother(page: Page, file: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Text of the note, in Markdown' });
  const other = page.getByRole('region', { name: 'The other version' });
  for (let tries = 1; !(await other.isVisible()); tries++) {
    if (tries > 20) throw new Error(`No other text was shown beside ${file}`);
    await field.press('Control+End');
    await field.pressSequentially('mine');
    writeFileSync(file, `# A note\n\nWritten by another program, ${tries}.\n`);
    await other.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
}

/** Goes to a screen by the navigation. */
export async function goTo(
  page: Page,
  screen: 'Agenda' | 'Notes' | 'Communities' | 'Calendars' | 'Settings',
): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${screen}`, 'u') })
    .click();
}

/** Goes to a section of the settings. */
export async function goToSettings(page: Page, section: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  const places = page.getByRole('navigation', { name: 'Sections of the settings' });
  if (await places.isVisible()) return places.getByRole('button', { name: section, exact: true }).click();
  // A narrow window has a list to choose from instead.
  await page.getByRole('button', { name: /\bSection$/u }).click();
  await page.getByRole('option', { name: section, exact: true }).click();
}

/** Imports a folder of Markdown by the menu of Notes; `answerDialog` says which. */
export async function importNotes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More about the notes' }).click();
  await page.getByRole('menuitem', { name: 'Import a folder of Markdown' }).click();
}

/** From now on answers the system's file and folder dialogs with a path. */
export const answerDialog = (app: LaunchedApp, path: string): Promise<void> =>
  app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);

/** Opens the dialog that adds a calendar; returns its field. */
export async function openAddCalendar(page: Page): Promise<Locator> {
  await goTo(page, 'Calendars');
  await page.getByRole('main').getByRole('button', { name: 'Add a calendar' }).click();
  return page.getByRole('textbox', { name: 'Address of a calendar' });
}

/** Pastes an address into the dialog of Calendars, waits for its preview and follows it. */
export async function follow(page: Page, address: string): Promise<void> {
  const field = await openAddCalendar(page);
  await field.fill(address);
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await expect(field).toBeHidden();
}

/** A meeting of a calendar in a spec. Times as in RFC 5545: `20261120T170000`. */
export interface CalendarWish {
  readonly name: string;
  readonly meetings: readonly {
    readonly uid: string;
    readonly title: string;
    readonly zone: string;
    readonly start: string;
    readonly end: string;
    readonly rule?: string;
    readonly location?: string;
    readonly description?: string;
  }[];
}

/** The text of a calendar. */
export function calendarText({ name, meetings }: CalendarWish): string {
  const events = meetings.flatMap(({ uid, title, zone, start, end, rule, location, description }) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    `SUMMARY:${title}`,
    `DTSTART;TZID=${zone}:${start}`,
    `DTEND;TZID=${zone}:${end}`,
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    ...(location === undefined ? [] : [`LOCATION:${location}`]),
    ...(description === undefined ? [] : [`DESCRIPTION:${description}`]),
    'END:VEVENT',
  ]);
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//spec//EN', `X-WR-CALNAME:${name}`];
  return [...head, ...events, 'END:VCALENDAR', ''].join('\r\n');
}

/** An instant in iCalendar's form, in UTC. */
const calendarTime = (instant: number): string =>
  new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '');

/**
 * For an app started now with `--now`: times of a meeting that begins 30 seconds after this call, by the app's
 * clock, so that a slow start does not let it begin before it is followed.
 */
export function beginningSoon(now: string): {
  readonly now: string;
  readonly times: () => { readonly zone: string; readonly start: string; readonly end: string };
} {
  const ahead = Date.parse(now) - Date.now();
  const times = () => {
    const start = Date.now() + ahead + 30_000;
    return { zone: 'Etc/UTC', start: calendarTime(start), end: calendarTime(start + 45 * 60_000) };
  };
  return { now, times };
}

/** A sigs.yaml with one group, which has two meetings. */
export const docksFile = `sigs:
- dir: sig-docks
  name: Docks
  contact: {slack: sig-docks, mailing_list: "https://groups.google.com/g/docks"}
  meetings:
  - {description: Docks meeting, day: Monday, time: "10:00", tz: UTC, frequency: weekly, archive_url: "https://docs.google.com/document/d/1/edit"}
  - {description: Ropes, day: Tuesday, time: "10:00", tz: UTC, frequency: weekly}
`;

/** A text on a local web server; disposing closes the server. */
export interface ServedText extends AsyncDisposable {
  readonly address: string;
  /** Replaces the text that the server serves. */
  answer(status: number, body: string): void;
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Serves a text with its media type, at a path. */
export async function serveText(text: string, path: string, type = 'text/plain'): Promise<ServedText> {
  let [status, body] = [200, text];
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${bound.port}/${path}`,
    answer: (nextStatus, nextBody) => {
      [status, body] = [nextStatus, nextBody];
    },
    [Symbol.asyncDispose]: () => close(server),
  };
}

/** Serves a calendar at an address that looks private. */
export const serveCalendar = (text: string): Promise<ServedText> =>
  serveText(text, 'private-0123456789abcdef/basic.ics', 'text/calendar');

/** A request of the window to the app, for what a spec needs but does not test. */
export const request = (page: Page, name: string, ...args: readonly unknown[]): Promise<unknown> =>
  page.evaluate(`window.api.invoke(${JSON.stringify(name)}, ${JSON.stringify(args)})`);

/** Follows a calendar at an address, without the screen for that. @param hue its colour */
export async function addCalendarQuietly(page: Page, address: string, hue?: Hue): Promise<void> {
  const added = resultOf(feed).parse(await request(page, 'feeds:add', address));
  if (!added.ok) throw new Error(added.problem.title);
  const { calendars } = settings.parse(await request(page, 'settings:get'));
  if (hue !== undefined)
    await request(page, 'settings:change', { calendars: { ...calendars, [added.value.id]: { hue } } });
}

/** Follows only these meetings of the built-in communities. */
export async function followOnly(page: Page, uids: readonly string[]): Promise<void> {
  expect(await request(page, 'feeds:follow', 'kubernetes', uids)).toMatchObject({ ok: true });
}
