import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { goTo, rowsOf } from './person.ts';
import { shareApp } from './sharedApp.ts';

const NOW = '--now=2026-11-30T08:00:00Z';

const open = shareApp({ args: [NOW], settings: { isWelcomeDone: true } });

test('a community is found by its abbreviation, and shows what is known, of when, from where', async () => {
  const { page } = await open();
  await goTo(page, 'Communities');
  const search = page.getByRole('searchbox', { name: 'Name, topic or person' });
  await search.fill('otel');
  await expect(page.getByRole('region', { name: 'CNCF' }).getByRole('listitem')).toHaveCount(1);
  const details = page.getByRole('complementary', { name: 'About OpenTelemetry' });
  await expect(details).toContainText('All public meetings');
  await expect(details).toContainText('as of Aug 19, 2026');
  await expect(details).toContainText('Profiling');
  // The best result is open; Enter leads to it.
  await search.press('Enter');
  await expect(page.getByRole('button', { name: 'OpenTelemetry', exact: true })).toBeFocused();
});

test('the details of another community begin at their top', async () => {
  const { page } = await open();
  await goTo(page, 'Communities');
  const search = page.getByRole('searchbox');
  await search.fill('rust');
  const details = page.getByRole('complementary');
  await details.getByText('Where this is from').scrollIntoViewIfNeeded();
  await search.fill('otel');
  await expect(details.getByRole('heading', { name: 'OpenTelemetry' })).toBeInViewport();
});

test('the palette finds a community of the directory by its topic, and opens it', async () => {
  const { page } = await open();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('wasm');
  await page.getByRole('option', { name: /Bytecode Alliance/u }).click();
  await expect(page.getByRole('button', { name: 'Bytecode Alliance', exact: true })).toBeFocused();
  await expect(page.getByRole('complementary', { name: 'About Bytecode Alliance' })).toBeVisible();
});

test('“sig node” still finds the group first', async () => {
  const { page } = await open();
  await goTo(page, 'Communities');
  await page.getByRole('searchbox').fill('sig node');
  await expect(page.getByRole('complementary')).toContainText('SIG Node');
});

test('the palette leads to any group, also while a search lists others', async () => {
  const { page } = await open();
  await goTo(page, 'Communities');
  await page.getByRole('searchbox').fill('etcd');
  await expect(page.getByRole('complementary')).toContainText('etcd');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('WG Structured Logging');
  await page
    .getByRole('option', { name: /WG Structured Logging/u })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'WG Structured Logging', exact: true })).toBeFocused();
  await expect(page.getByRole('complementary', { name: 'About WG Structured Logging' })).toBeVisible();
});

test('a calendar that does not answer says so, and what is stated is followed as unconfirmed instead', async () => {
  const { page } = await open();
  await goTo(page, 'Communities');
  await page.getByRole('radio', { name: /^Directory/u }).check({ force: true });
  await page.getByRole('searchbox').fill('spdx');
  const details = page.getByRole('complementary', { name: 'About SPDX' });
  await details.getByRole('button', { name: 'Follow as unconfirmed' }).focus();
  await page.keyboard.press('Enter');
  await expect(details).toContainText('These are followed as unconfirmed.');
  await expect(details.getByRole('button', { name: 'Unfollow' })).toBeFocused();
  // A search names what is followed once.
  await page.getByRole('radio', { name: /^All/u }).check({ force: true });
  await page.getByRole('searchbox').fill('kites');
  await page.getByRole('searchbox').fill('spdx');
  await expect(page.getByRole('main').getByRole('button', { name: 'SPDX', exact: true })).toHaveCount(1);
  await page.getByRole('radio', { name: /^Directory/u }).check({ force: true });
  await details.getByRole('button', { name: 'Unfollow' }).click();
  await expect(details.getByRole('button', { name: 'Follow as unconfirmed' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(details).toContainText('These are followed as unconfirmed.');
  // An answer that takes the meeting away leaves the agenda where it was, with the focus in it.
  await goTo(page, 'Agenda');
  await rowsOf(page, 'SPDX').first().click();
  const place = (): Promise<number> => page.locator('#agenda-scroll').evaluate(({ scrollTop }) => scrollTop);
  const before = await place();
  await page.getByRole('complementary').getByRole('button', { name: 'No', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page.locator('#agenda-days [data-key]:focus')).toHaveCount(1);
  expect(await place()).toBe(before);
});

test('the welcome finds a community beside the groups, and follows it only when the user continues', async () => {
  await using app = await launchApp({ args: [NOW] });
  const page = await app.window();
  await page.getByRole('button', { name: 'Continue' }).click();
  const pane = page.getByRole('region', { name: 'Open-source meetings' });
  await pane.getByRole('searchbox').fill('otel');
  const choice = pane.getByRole('checkbox', { name: /^OpenTelemetry/u });
  await choice.check();
  await expect(page.getByText(/and 1 community$/u)).toBeVisible();
  await page.getByRole('button', { name: 'Follow and continue' }).click();
  await page.getByRole('button', { name: 'Show my agenda' }).click();
  // The tests have no network: it is followed all the same, and what is stated is shown until it answers.
  await expect(page.getByRole('navigation')).toContainText('OpenTelemetry, unconfirmed');
  await expect(page.getByText('No calendar of OpenTelemetry answered')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Next meeting' })).toBeInViewport({ ratio: 0.99 });
});
