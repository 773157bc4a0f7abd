/** The screens of a user with a handful of communities and a calendar. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  answerDialog,
  calendarText,
  choose,
  docksFile,
  follow,
  goTo,
  openAddCalendar,
  goToSettings,
  serveCalendar,
} from '#test/e2e/person.ts';
import { installZoom } from '#test/e2e/zoomApp.ts';
import { smallWindow, start, type Scene, type Take } from './scene.ts';

const calendar = calendarText({
  name: 'Team Aurora',
  meetings: [
    {
      uid: 'design-review',
      title: 'Design review',
      zone: 'Europe/Berlin',
      start: '20261120T183000',
      end: '20261120T191500',
      location: 'https://meet.google.com/abc-defg-hij',
    },
    {
      uid: 'stand-up',
      title: 'Stand-up',
      zone: 'Europe/Berlin',
      start: '20261102T093000',
      end: '20261102T094500',
      rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH',
      location: 'https://meet.google.com/abc-defg-hij',
    },
  ],
});

const pastedMail = `Subject: Documentation working hours

Hello all, from now on we meet every second Tuesday at 8:00 AM PT / 4:00 PM UTC:
https://zoom.us/j/95555555555

Newcomers are welcome on the first Friday of the month, 15:00 CET, in the same room.`;

/** The communities followed in the pictures. */
const followed = ['kOps', 'Kubernetes PM Group', 'SIG Release', 'SIG Node', 'SIG Cluster Lifecycle'];

/** Follows these communities and nothing else, in the welcome. */
async function followFew(page: Page, take: Take): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Welcome to Office Hours' });
  await dialog.waitFor();
  await take(page, 'welcome');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const boxes = dialog.getByRole('region', { name: 'Open-source meetings' }).getByRole('checkbox');
  await boxes.first().waitFor();
  for (const box of await boxes.all()) {
    const name = await box.evaluate((input) => input.closest('label')?.textContent ?? '');
    const isWanted = followed.some((wanted) => name.includes(wanted));
    if (isWanted !== (await box.isChecked())) await box.press('Space');
  }
  await dialog.getByRole('textbox', { name: 'Address of your calendar' }).fill(pastedMail);
  await dialog.getByText('will be followed').waitFor();
  await take(page, 'welcome-sources');
  await dialog.getByRole('textbox', { name: 'Address of your calendar' }).fill('');
  await dialog.getByRole('button', { name: 'Follow and continue' }).click();
  await dialog.getByRole('heading', { name: /step 3 of 3$/u }).waitFor();
  await take(page, 'welcome-reminders');
  await dialog.getByRole('button', { name: 'Show my agenda' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

export const screens: Scene = async (take) => {
  await using server = await serveCalendar(calendar);
  await using app = await start({
    settings: { isWelcomeDone: false },
    withDesktop: true,
    withTray: true,
  });
  const page = await app.window();
  await followFew(page, take);
  const panel = await smallWindow(app, 'panel', () => app.tray?.click());
  await panel.setViewportSize({ width: 360, height: 520 });
  await take(panel, 'panel');
  await panel.close();
  await (await openAddCalendar(page)).fill(server.address);
  await page.getByRole('button', { name: 'Follow', exact: true }).waitFor();
  await take(page, 'feed-preview');
  await page.keyboard.press('Escape');
  await follow(page, server.address);
  await take(page, 'feeds');
  await goTo(page, 'Agenda');
  await take(page, 'agenda');
  await choose(page, 'kOps Office Hours');
  await take(page, 'details');
  await page.getByRole('button', { name: 'Series' }).click();
  await page.getByRole('heading', { name: 'kOps Office Hours', level: 1 }).waitFor();
  await take(page, 'series');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await take(page, 'keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('no such meeting');
  await take(page, 'agenda-nothing-found');
  await goTo(page, 'Communities');
  await take(page, 'communities');
  await page.getByRole('button', { name: 'SIG Node', exact: true }).click();
  await take(page, 'communities-open');
  await page.keyboard.press('Escape');
  await (await openAddCalendar(page)).fill(pastedMail);
  await page.getByRole('region', { name: /^Preview of/u }).waitFor();
  await take(page, 'pasted-text');
  server.answer(404, 'gone');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Update all', exact: true }).click();
  await page
    .getByText(/Cannot be updated/u)
    .first()
    .waitFor();
  await take(page, 'feed-failing');
};

/** An installed app can start at login, and a program for Zoom is installed. */
export const settings: Scene = async (take) => {
  await using app = await start({
    withDesktop: true,
    env: { ELECTRON_HOST_PACKAGED: '1', APPIMAGE: '/home/me/Office Hours.AppImage' },
    settings: {
      ownServices: [{ name: 'Our Jitsi', host: 'meet.example.org', path: '/{room}', app: 'jitsi-meet' }],
    },
    furnish: (home) => {
      installZoom(home);
      mkdirSync(join(home, 'Documents/Office Hours'), { recursive: true });
      writeFileSync(join(home, 'Documents/Office Hours/An idea.md'), '# An idea\n');
    },
  });
  const page = await app.window();
  await goToSettings(page, 'Reminders');
  await take(page, 'settings');
  await page.getByRole('searchbox', { name: 'Find a setting' }).fill('sound');
  await take(page, 'settings-search');
  await page.getByRole('searchbox', { name: 'Find a setting' }).fill('');
  await goToSettings(page, 'Rules');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('textbox', { name: /^Words of the title/u }).fill('SIG Release, kOps');
  await take(page, 'settings-rule');
  await page.getByRole('button', { name: 'Add the rule' }).click();
  await page.getByRole('list', { name: 'Rules' }).waitFor();
  await take(page, 'settings-rules');
  await goToSettings(page, 'Times and zones');
  await take(page, 'settings-times');
  await goToSettings(page, 'Folder and files');
  await answerDialog(app, join(app.home, 'Documents/Vault'));
  await page.getByRole('button', { name: 'Choose another folder' }).click();
  await page.getByRole('button', { name: 'Copy to the new folder' }).waitFor();
  await take(page, 'settings-folder');
  await page.getByRole('button', { name: 'Copy to the new folder' }).click();
  await page.getByText('1 file was copied.').waitFor();
  await goToSettings(page, 'Joining');
  await page.getByRole('radiogroup', { name: 'Open Zoom in' }).waitFor();
  await page.getByRole('button', { name: 'Add a service' }).click();
  await take(page, 'settings-service');
  await goToSettings(page, 'About');
  await take(page, 'settings-about');
  await page.getByRole('button', { name: 'Show licences' }).click();
  await page.getByRole('dialog', { name: 'Licences' }).waitFor();
  await take(page, 'settings-licences');
};

/** The catalogue from its file on the network, and the empty states of a first start. */
export const fresh: Scene = async (take) => {
  await using server = await serveCalendar(docksFile);
  await using app = await start({
    withDesktop: true,
    args: [`--live-catalogue=${server.address}`],
  });
  const page = await app.window();
  await goTo(page, 'Communities');
  await page.getByText(/From the network/u).waitFor();
  await take(page, 'communities-live');
  await goTo(page, 'Notes');
  await take(page, 'notes-none');
  await page.getByText('To do', { exact: true }).click();
  await take(page, 'actions-none');
  await page.getByText('Captions', { exact: true }).click();
  await take(page, 'captions-none');
  await goTo(page, 'Communities');
  await page.getByText('Followed', { exact: false }).first().click();
  await take(page, 'communities-followed');
};
