import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from './launch.ts';
import {
  calendarText,
  choose,
  follow,
  goTo,
  openNote,
  rowsOf,
  serveCalendar,
  skipWelcome,
} from './person.ts';

/** A Tuesday, 17:31 in Berlin: the meeting runs since half an hour. */
const RUNNING = '2026-11-24T16:31:00Z';
const BEFORE = '2026-11-24T15:50:00Z';

const calendar = calendarText({
  name: 'Aurora Sync',
  meetings: [
    {
      uid: 'pm',
      title: 'Aurora Sync',
      zone: 'Europe/Berlin',
      start: '20261110T170000',
      end: '20261110T180000',
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      location: 'https://meet.google.com/abc-defg-hij',
      description: 'Roadmap and release dates.',
    },
  ],
});

const folderOf = (app: LaunchedApp): string => join(app.home, 'Documents/Office Hours');

/** The text of the note of that day. */
const noteOf = (app: LaunchedApp, day: string): string => {
  const name = readdirSync(folderOf(app)).find((one) => one.startsWith(day));
  return name === undefined ? '' : readFileSync(join(folderOf(app), name), 'utf8');
};

async function start(now: string, address: string): Promise<{ app: LaunchedApp; page: Page }> {
  const app = await launchApp({
    args: [`--now=${now}`, '--live-catalogue=none'],
    timeZone: 'Europe/Berlin',
    locale: 'en_GB.UTF-8',
  });
  const page = await app.window();
  await skipWelcome(page);
  await follow(page, address);
  await goTo(page, 'Agenda');
  await rowsOf(page, 'Aurora Sync').first().waitFor();
  return { app, page };
}

/** Writes the note of 10 November through the app, so that it belongs to its meeting. */
function writeLastNote(app: LaunchedApp, feedId: string): void {
  mkdirSync(folderOf(app), { recursive: true });
  const series = `${feedId}|pm`;
  writeFileSync(
    join(folderOf(app), '2026-11-10 Aurora Sync.md'),
    [
      '---',
      'title: Aurora Sync',
      `occurrence: ${series}|2026-11-10T16:00:00.000Z`,
      `series: ${series}`,
      'start: 2026-11-10T16:00:00.000Z',
      'zone: Europe/Berlin',
      '---',
      '',
      '# Aurora Sync',
      '',
      '- **Decision:** The freeze moves to 12 December.',
      '- [ ] Send the release notes draft by 23 November',
      '- [ ] Ask SIG Docs about the survey',
      '- [ ] @Lin numbers for the roadmap',
      '',
    ].join('\n'),
  );
}

/** The id of the only calendar, as notes name it. */
async function feedIdOf(app: LaunchedApp, page: Page): Promise<string> {
  const field = await openNote(page, 'Aurora Sync');
  await field.press('Control+End');
  await field.pressSequentially('x');
  await expect.poll(() => noteOf(app, '2026-11-24')).toContain('occurrence:');
  return /occurrence: "?([^|"]+)\|/u.exec(noteOf(app, '2026-11-24'))?.[1] ?? '';
}

test('a running meeting has its clock, its agenda with times, and one key for each mark', async () => {
  await using server = await serveCalendar(calendar);
  const started = await start(RUNNING, server.address);
  await using app = started.app;
  const { page } = started;
  const field = await openNote(page, 'Aurora Sync');
  const bar = page.getByRole('region', { name: 'The meeting at hand' });
  await expect(bar.getByRole('timer')).toContainText(/^3[1-9]:\d\d of 60 min$/u);

  await page.getByRole('button', { name: 'Agenda', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Agenda' });
  for (const [topic, minutes] of [
    ['Freeze date', '10'],
    ['Survey', '5'],
    ['Roadmap', '5'],
  ] as const) {
    await dialog.getByRole('textbox', { name: 'What to talk about' }).fill(topic);
    await dialog.getByRole('textbox', { name: 'Minutes' }).fill(minutes);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: `Move up: ${topic}` })).toBeVisible();
  }
  // By keyboard: Roadmap goes up, and the focus with it.
  await dialog.getByRole('button', { name: 'Edit: Roadmap' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('Roadmap');
  await expect(dialog.getByRole('button', { name: 'Move up: Roadmap' })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Escape');

  const agenda = page.getByRole('region', { name: 'Agenda' });
  await expect(agenda).toContainText('On time.');
  await page.keyboard.press('Control+]');
  await expect(agenda.getByRole('button', { name: /^Now: Freeze date/u })).toBeVisible();
  await page.keyboard.press('F4');
  await expect(agenda.getByRole('button', { name: /^Now: Roadmap/u })).toBeVisible();
  await expect(agenda.getByRole('button', { name: /^Done: Freeze date/u })).toBeVisible();
  await expect
    .poll(() => noteOf(app, '2026-11-24'))
    .toMatch(/- \*\*Feature proposal.*Roadmap \(5 min\) \[\[3\d:\d\d\]\]/u);

  await field.focus();
  await page.keyboard.press('Control+d');
  await page.keyboard.type('The freeze moves.');
  await page.keyboard.press('Control+Shift+A');
  await page.keyboard.type('@Lin numbers by Friday');
  await expect
    .poll(() => noteOf(app, '2026-11-24'))
    .toContain('- **Decision:** The freeze moves.\n- [ ] @Lin');

  await page.getByRole('toolbar', { name: 'Writing' }).getByRole('button', { name: 'Share summary' }).click();
  const share = page.getByRole('dialog', { name: 'Share summary' });
  await expect(share.getByLabel('Preview')).toHaveValue(/Lin: numbers \(by Fri 27 Nov\)/u);
  await share.getByText('Slack', { exact: true }).click();
  await expect(share.getByLabel('Preview')).toHaveValue(/• \*Lin\*: numbers/u);
  await share.getByRole('button', { name: 'Copy' }).click();
  await expect(share.getByText('Copied')).toBeVisible();
});

test('B shows what to bring, what was decided and who is waited for; lines open their note', async () => {
  await using server = await serveCalendar(calendar);
  const started = await start(BEFORE, server.address);
  await using app = started.app;
  const { page } = started;
  // The first time: what the calendar knows.
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { name: 'Aurora Sync', level: 1 })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Your first time here' })).toContainText('every 2 weeks');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page, 'Aurora Sync').first()).toBeVisible();

  writeLastNote(app, await feedIdOf(app, page));
  await goTo(page, 'Agenda');
  await choose(page, 'Aurora Sync');
  await page.keyboard.press('b');
  const yours = page.getByRole('region', { name: 'Yours to bring' });
  await expect(yours).toContainText('Send the release notes draft');
  await expect(yours).toContainText('1 day late');
  await expect(page.getByRole('region', { name: 'Waiting for others' })).toContainText('Lin');
  await expect(page.getByRole('region', { name: 'What it is about' })).toContainText('Roadmap and release');
  await yours.getByRole('checkbox', { name: 'Ask SIG Docs' }).press('Space');
  await expect.poll(() => noteOf(app, '2026-11-10')).toContain('- [x] Ask SIG Docs');
  await page.keyboard.press('Control+z');
  await expect.poll(() => noteOf(app, '2026-11-10')).toContain('- [ ] Ask SIG Docs');
  await page
    .getByRole('region', { name: 'Decided last time' })
    .getByRole('button', { name: /The freeze moves/u })
    .click();
  await expect(page.getByRole('textbox', { name: 'Text of the note, in Markdown' })).toContainText(
    '12 December',
  );
});

test('the list of what is to do says what is late, what to bring today, and who is waited for', async () => {
  await using server = await serveCalendar(calendar);
  const started = await start(BEFORE, server.address);
  await using app = started.app;
  const { page } = started;
  writeLastNote(app, await feedIdOf(app, page));
  await goTo(page, 'Notes');
  await page.getByText('To do', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Late' })).toContainText('1 day late');
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('bring at 17:00');
  const waiting = page.getByRole('region', { name: 'Waiting for others' });
  await expect(waiting).toContainText('@Lin');
  await waiting.getByRole('button', { name: 'Copy as messages' }).click();
  await expect(page.getByText('The messages are copied')).toBeVisible();
  const late = page.getByRole('checkbox', { name: /^Send the release notes/u });
  await late.press('Space');
  await expect(late).toBeChecked();
  // The focus goes to the next box, in the next part.
  await expect(page.getByRole('checkbox', { name: /^Ask SIG Docs/u })).toBeFocused();
});
