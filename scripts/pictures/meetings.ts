/** Questions about meetings, joining and reminders. */
import { beginningSoon, calendarText, choose, follow, goTo, serveCalendar } from '#test/e2e/person.ts';
import { smallWindow, start, type Scene } from './scene.ts';

const zoom = 'https://zoom.us/j/93333333333?pwd=AbC';
const meet = 'https://meet.google.com/abc-defg-hij';

const sync = {
  uid: 'sync@example.org',
  title: 'Contributor sync',
  zone: 'Etc/UTC',
  start: '20261120T170000',
  end: '20261120T174500',
  rule: 'FREQ=WEEKLY',
};
const twoRooms = calendarText({
  name: 'Contributors',
  meetings: [{ ...sync, description: `EMEA: ${zoom}\\nAPAC: ${meet}` }],
});
const later = calendarText({
  name: 'Project calendar of the release team',
  meetings: [
    { ...sync, start: '20261120T173000', end: '20261120T181500', location: zoom },
    {
      uid: 'docs',
      title: 'Documentation triage with everybody who wrote something this week',
      zone: 'Etc/UTC',
      start: '20261120T170000',
      end: '20261120T180000',
      location: 'https://zoom.us/j/95555555555?pwd=xyz',
    },
    {
      uid: 'docs-2',
      title: 'Bug triage',
      zone: 'Etc/UTC',
      start: '20261120T171500',
      end: '20261120T180000',
      location: 'https://zoom.us/j/95555555555?pwd=xyz',
    },
  ],
});

export const questions: Scene = async (take) => {
  await using early = await serveCalendar(twoRooms);
  await using late = await serveCalendar(later);
  await using app = await start({ timeZone: 'Etc/UTC', withDesktop: true });
  const page = await app.window();
  await follow(page, early.address);
  await goTo(page, 'Agenda');
  await choose(page, 'Contributor sync');
  await take(page, 'which-room');
  await page.getByRole('button', { name: 'Always use Google Meet' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Join Meet', exact: true }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Undo opened' }).waitFor();
  await take(page, 'opened');
  await page.getByRole('complementary').getByRole('button', { name: 'Change the reminders' }).click();
  await page.getByRole('complementary').getByText('Custom', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Add a reminder' }).scrollIntoViewIfNeeded();
  await take(page, 'meeting-reminders');
  await follow(page, late.address);
  await page.getByRole('button', { name: 'Reminders: default' }).last().click();
  await page.getByRole('dialog').getByText('Custom', { exact: true }).click();
  await take(page, 'feed-reminders');
  await page.keyboard.press('Escape');
  await goTo(page, 'Agenda');
  await choose(page, 'Contributor sync');
  await take(page, 'which-source');
  await choose(page, 'Documentation triage');
  await take(page, 'room-shared');
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await page.getByText('Titles hidden').waitFor();
  await take(page, 'titles-hidden');
};

/** A day without community meetings. */
const onSunday = { ...sync, start: '20261122T170000', end: '20261122T174500' };

const both = calendarText({
  name: 'Contributors',
  meetings: [
    { ...onSunday, location: zoom },
    {
      ...onSunday,
      uid: 'docs',
      title: 'Documentation triage with everybody who wrote this week',
      location: meet,
    },
  ],
});

export const joining: Scene = async (take) => {
  await using server = await serveCalendar(both);
  await using app = await start({
    now: '2026-11-22T16:49:56Z',
    timeZone: 'Etc/UTC',
    settings: { reminders: { leads: [{ minutes: 10, kind: 'alert' }] } },
  });
  const page = await app.window();
  await follow(page, server.address);
  await goTo(page, 'Agenda');
  await page.keyboard.press('j');
  await page.getByRole('dialog', { name: 'Join which meeting?' }).waitFor();
  await take(page, 'which-meeting');
  await take(await smallWindow(app, 'alert'), 'alert');
};

export const joinsByItself: Scene = async (take) => {
  const soon = beginningSoon('2026-11-22T17:00:00Z');
  await using server = await serveCalendar(both);
  await using app = await start({
    now: soon.now,
    timeZone: 'Etc/UTC',
    withDesktop: true,
    settings: { reminders: { leads: [{ minutes: 0, kind: 'autoJoin' }] } },
  });
  const page = await app.window();
  server.answer(
    200,
    calendarText({ name: 'Contributors', meetings: [{ ...onSunday, ...soon.times(), location: zoom }] }),
  );
  await follow(page, server.address);
  const alert = await smallWindow(app, 'alert');
  await alert
    .getByText(/Joins in/u)
    .first()
    .waitFor();
  await take(alert, 'alert-joins');
};

export const missed: Scene = async (take) => {
  await using server = await serveCalendar(both);
  await using before = await start({ now: '2026-11-22T16:20:00Z', timeZone: 'Etc/UTC', withDesktop: true });
  await follow(await before.window(), server.address);
  await before.electron.close();
  await using app = await start({
    now: '2026-11-22T18:20:00Z',
    timeZone: 'Etc/UTC',
    withDesktop: true,
    home: before.home,
  });
  const page = await app.window();
  await page.getByRole('region', { name: 'What happened' }).waitFor();
  await take(page, 'missed');
  await page.getByRole('button', { name: 'Past meetings' }).click();
  await page.getByRole('dialog', { name: 'Past meetings' }).getByRole('listitem').first().waitFor();
  await take(page, 'past-meetings');
};
