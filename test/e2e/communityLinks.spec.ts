import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { packText, type PackEntry } from '#core/feeds/starterPack.ts';
import { aCalendar } from '../builders/aCalendar.ts';
import { createAuthority } from '../main/adapters/network/authority.ts';
import { closeServers, serve, serveProxy, serveSecurely } from '../main/adapters/network/servers.ts';
import { launchApp, type LaunchOptions } from './launch.ts';
import { goTo, openAddCalendar, rowsOf, serveText } from './person.ts';

/** Links of communities and teams: what they suggest is shown, and only the user follows it. */

const NOW = '--now=2026-11-30T08:00:00Z';
/** Null without OpenSSL, with which the certificates are made. */
const authority = createAuthority();

test.afterEach(() => closeServers());

const weekly = (title: string): string =>
  aCalendar([{ title, start: '2026-11-30T17:00:00Z', lines: ['RRULE:FREQ=WEEKLY'] }], title);

const kubernetes: PackEntry = {
  kind: 'groups',
  name: 'Kubernetes',
  catalogue: 'kubernetes',
  followed: 'all',
};
const entries: readonly PackEntry[] = [
  { kind: 'calendar', name: 'Wind team', address: 'https://other.example/wind.ics' },
  { kind: 'calendar', name: 'String team', address: 'https://other.example/gone.ics' },
  { kind: 'stated', name: 'SPDX', community: 'spdx' },
  kubernetes,
];

/**
 * A site that exists in this spec only, behind a proxy.
 * @param textOf what it answers for a path; undefined for nothing
 */
async function site(host: string, textOf: (path: string) => string | undefined): Promise<LaunchOptions> {
  const issuer = createAuthority('Test Authority', host);
  const pem = test.info().outputPath('authority.pem');
  await writeFile(pem, issuer?.cert ?? '');
  const origin = await serveSecurely(issuer?.wrongName ?? { key: '', cert: '' }, (request, response) => {
    const text = textOf(request.url ?? '');
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  const proxy = await serveProxy({ names: { [`${host}:443`]: new URL(origin).host } });
  return {
    args: [NOW],
    settings: { isWelcomeDone: true },
    env: { https_proxy: `http://${proxy.name}`, NODE_EXTRA_CA_CERTS: pem },
  };
}

const packSite: Readonly<Record<string, string>> = {
  '/pack.json': packText('Kite team', entries),
  '/wind.ics': weekly('Wind call'),
};

test('a link to a starter pack asks; what answers is followed, what does not is named, the own choice stays', async () => {
  test.skip(authority === null, 'without OpenSSL there is no certificate');
  await using app = await launchApp(await site('other.example', (path) => packSite[path]));
  const page = await app.window();
  const link = `office-hours://follow?feed=${encodeURIComponent('https://other.example/pack.json')}`;
  const dialog = page.getByRole('dialog', { name: 'Add a calendar' });
  const followed = page.getByRole('table', { name: 'Calendars' }).getByRole('switch', { name: /^Show /u });

  await app.startAgain(link);
  await expect(dialog).toContainText('A link suggests this.');
  const preview = dialog.getByRole('region', { name: 'Preview of Kite team' });
  await expect(preview).toContainText('List of 4 calendars');
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(dialog).toBeHidden();
  await expect(followed).toHaveCount(1);

  await app.startAgain(link);
  await expect(preview.getByRole('checkbox', { name: /^Wind team/u })).toBeChecked();
  await expect(preview.getByRole('checkbox', { name: /^Kubernetes/u })).not.toBeChecked();
  await expect(preview).toContainText(/all its meetings, instead of the \d+ that you follow now/u);
  await dialog.getByRole('button', { name: 'Follow 3' }).click();
  await expect(preview.getByRole('listitem').filter({ hasText: 'String team' })).toContainText(
    'this address is gone',
  );
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  await expect(followed).toHaveCount(3);
  await goTo(page, 'Agenda');
  await expect(rowsOf(page, 'Wind call').first()).toBeVisible();
});

test('a link to a community shows it; it can be refused, and followed', async () => {
  await using app = await launchApp({ args: [NOW], settings: { isWelcomeDone: true } });
  const page = await app.window();
  await app.startAgain('office-hours://follow?community=spdx');
  const asked = page.getByRole('dialog', { name: 'About SPDX' });
  await expect(asked).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await app.startAgain('office-hours://follow?community=spdx');
  await asked.getByRole('button', { name: 'Follow as unconfirmed' }).click();
  await expect(asked).toContainText('These are followed as unconfirmed.');
  await page.keyboard.press('Escape');
  await goTo(page, 'Agenda');
  await expect(rowsOf(page, 'SPDX').first()).toBeVisible();
  await app.startAgain('office-hours://follow?community=no-such-community');
  await expect(page.getByRole('dialog')).toContainText('directory');
});

const ownFile = JSON.stringify({
  format: 1,
  id: 'kites',
  name: 'Kite flyers',
  conduct: null,
  communities: [
    {
      id: 'kites',
      name: 'Kite flyers',
      kind: 'group',
      meetings: [
        {
          uid: 'kites/weekly',
          title: 'Kite call',
          time: '17:00',
          zone: 'Europe/Berlin',
          minutes: 60,
          when: { kind: 'weekly', weeks: 1, on: ['TU'], anchor: null },
        },
      ],
    },
  ],
});

test('the bare address of a site leads to the file that the community keeps there', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/.well-known/office-hours.json') response.end(ownFile);
    else
      response.setHeader('content-type', 'text/html').end('<!doctype html><body><p>We fly kites.</p></body>');
  });
  await using app = await launchApp({ args: [NOW], settings: { isWelcomeDone: true } });
  const page = await app.window();
  await (await openAddCalendar(page)).fill(origin);
  const preview = page.getByRole('region', { name: 'Preview of Kite flyers' });
  await expect(preview).toContainText('Community file · 1 meeting');
  await page.keyboard.press('Enter');
  await expect(preview).toBeHidden();
  await goTo(page, 'Agenda');
  await expect(rowsOf(page, 'Kite call').first()).toBeVisible();
  // A site without such a file says what is wrong with its page.
  await using plain = await serveText('<!doctype html><body><p>Nothing here.</p></body>', '', 'text/html');
  await (await openAddCalendar(page)).fill(plain.address.replace(/\/$/u, ''));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('This address leads to a web page');
});

test('communities that a pasted calendar names are suggested in the welcome, and lead in Communities', async () => {
  const origin = await serve((_, response) =>
    response.end(
      aCalendar([
        {
          uid: 'a',
          title: 'Rust compiler triage',
          start: '2026-12-01T15:00:00Z',
          lines: ['RRULE:FREQ=WEEKLY'],
        },
        { uid: 'b', title: 'Dentist', start: '2026-12-02T15:00:00Z' },
      ]),
    ),
  );
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('region', { name: 'My calendar' }).getByRole('textbox').fill(`${origin}/work.ics`);
  const pane = page.getByRole('region', { name: 'Open-source meetings' });
  const first = pane.getByRole('listitem').first();
  await expect(first).toContainText('Rust');
  await expect(first.getByRole('checkbox')).not.toBeChecked();
  await page.getByRole('button', { name: 'Follow and continue' }).click();
  await page.getByRole('button', { name: 'Show my agenda' }).click();
  await goTo(page, 'Communities');
  await page.getByRole('radio', { name: /^Directory/u }).check({ force: true });
  const used = page.getByRole('region', { name: 'Named in your calendars' });
  await expect(used.getByRole('listitem')).toHaveCount(1);
  await expect(used).toContainText('Rust');
});

test('a calendar that is emptied says so; what a text states is shown with a question until it has meetings again', async () => {
  test.skip(authority === null, 'without OpenSSL there is no certificate');
  const full = weekly('NetworkX sprint');
  let answer = full;
  await using app = await launchApp(await site('scientific-python.org', () => answer));
  const page = await app.window();
  await goTo(page, 'Communities');
  await page.getByRole('searchbox').fill('networkx');
  const details = page.getByRole('complementary', { name: 'About NetworkX' });
  const calendar = details.getByRole('switch', { name: /^Follow/u });
  await calendar.focus();
  await page.keyboard.press('Space');
  // The switch is on while the server is asked.
  await expect(details).toContainText('1 meeting');

  answer = aCalendar([], 'NetworkX');
  await goTo(page, 'Calendars');
  await page.getByRole('main').getByRole('button', { name: 'Update all' }).click();
  await expect(page.getByText('A calendar of NetworkX that you follow is gone or empty')).toBeVisible();
  await expect(page.getByText('This is a calendar of NetworkX, and it is gone or empty.')).toBeVisible();
  await page.getByRole('link', { name: 'Look at the page of NetworkX' }).click();
  await expect.poll(() => app.opened()).toEqual([expect.stringContaining('networkx')]);
  await goTo(page, 'Agenda');
  await rowsOf(page, 'NetworkX Community Call').first().click();
  const question = page.getByRole('complementary');
  await expect(question).toContainText('Does it still take place?');
  await expect(rowsOf(page, 'NetworkX Community Call').first()).toContainText('unconfirmed');
  await question.getByRole('button', { name: 'Yes' }).click();
  await expect(question).toContainText('You said that it still takes place');
  await expect(rowsOf(page, 'NetworkX Community Call').first()).not.toContainText('unconfirmed');
  await question.getByRole('button', { name: 'Take it back' }).click();
  await question.getByRole('button', { name: 'No', exact: true }).click();
  await expect(rowsOf(page, 'NetworkX Community Call')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(rowsOf(page, 'NetworkX Community Call').first()).toContainText('unconfirmed');

  answer = full;
  await goTo(page, 'Calendars');
  await page.getByRole('main').getByRole('button', { name: 'Update all' }).click();
  await expect(page.getByText('This is a calendar of NetworkX, and it is gone or empty.')).toBeHidden();
  await goTo(page, 'Agenda');
  await expect(rowsOf(page, 'NetworkX sprint').first()).toBeVisible();
  await expect(rowsOf(page, 'NetworkX Community Call')).toHaveCount(0);
});
