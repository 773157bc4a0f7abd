import { expect, test } from '@playwright/test';
import { resultOf } from '#base';
import { foundAccount } from '#core/accounts/account.ts';
import { hasProgram } from '../../scripts/system/programs.ts';
import { anObject, otherClient, startRadicale } from '../main/feeds/caldav/servers.ts';
import { launchApp } from './launch.ts';
import { choose, request } from './person.ts';

const NOW = '--now=2026-12-03T08:00:00Z';

const planning = anObject('a', { title: 'Planning' }).replace(
  'SUMMARY:',
  [
    'RRULE:FREQ=WEEKLY;COUNT=3',
    'ORGANIZER;CN=Otto:mailto:otto@example.org',
    'ATTENDEE;CN=Otto;PARTSTAT=ACCEPTED:mailto:otto@example.org',
    'ATTENDEE;CN=Anna;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:anna@example.org',
    'SUMMARY:',
  ].join('\r\n'),
);

test('an invitation is answered by keyboard, for one date or the series, and the answer is taken back', async () => {
  test.skip(!hasProgram('radicale'), 'Radicale is not installed');
  await using server = await startRadicale();
  const other = otherClient(server);
  await other.makeCalendar(`${server.home}work/`, 'Work');
  await other.put(`${server.home}work/a.ics`, planning);
  await using app = await launchApp({ args: [NOW], settings: { isWelcomeDone: true } });
  const page = await app.window();
  const { user, password } = server.login;
  const found = resultOf(foundAccount).parse(
    await request(page, 'accounts:find', server.url, user, password),
  );
  if (!found.ok) throw new Error(found.problem.title);
  const urls = found.value.calendars.map(({ url }) => url);
  await request(page, 'accounts:add', found.value.id, urls, { kind: 'session' });
  await choose(page, 'Planning');
  const answers = page.getByRole('group', { name: 'Your answer' });
  await expect(answers).toContainText('You have not answered.');
  await answers.getByRole('button', { name: 'Decline' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'This one' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(answers.getByRole('button', { name: 'Declined' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('main')).toContainText('declined');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(answers).toContainText('You have not answered.');

  await answers.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('menuitem', { name: 'All of the series' }).click();
  await expect(answers.getByRole('button', { name: 'Accepted' })).toBeVisible();
  await expect(answers).not.toContainText('Sending');
});
