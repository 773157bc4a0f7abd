import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MeetingRule } from '#core/agenda/meetingRules.ts';
import { userDataFolder } from '#cli/folders.ts';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { environmentOf, runCommand } from '../cli/runCommand.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer } from '../fakes/startApp.ts';

/** What a rule hides or silences is hidden or silent in the window, the tray, the panel and on the command line. */

const address = 'https://example.org/team.ics';
const room = 'LOCATION:https://zoom.us/j/95680858961?pwd=AbC';
const lunch: EventWish = { title: 'Team lunch', start: '2026-11-20T16:00:00Z', minutes: 30, lines: [room] };
const review: EventWish = { title: 'Review', start: '2026-11-20T16:10:00Z', lines: [room] };

const lunchIs = (outcome: MeetingRule['outcome']): MeetingRule => ({
  id: 'lunch',
  isOn: true,
  outcome,
  conditions: [{ kind: 'title', isNot: false, texts: ['lunch'] }],
});

async function computer(): Promise<Computer> {
  const computer = new Computer('2026-11-20T15:45:00Z');
  computer.network.serve(address, aCalendar([lunch, review]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

test('a hidden meeting is next nowhere and not announced, and comes back with its rule off', async () => {
  const machine = await computer();
  await using app = await machine.start();
  expect(app.desktop.tray.tooltip).toBe('Team lunch in 15 min');
  await app.window.ask('settings:change', { meetingRules: [lunchIs('hidden')] });
  await settle();
  expect(app.desktop.tray.tooltip).toBe('Review in 25 min');
  const { occurrences } = await app.window.askAgenda();
  const [key = '', other] = occurrences.map((one) => one.key);
  expect(await app.window.ask('panel:get')).toMatchObject({ first: other });
  expect(await app.window.ask('reminders:story', key)).toMatchObject({ silence: 'rule', coming: [] });
  await machine.clock.advanceTo('2026-11-20T15:55:00Z');
  expect(app.notifier.notices).toEqual([]);
  await app.window.ask('settings:change', { meetingRules: [{ ...lunchIs('hidden'), isOn: false }] });
  await settle();
  expect(app.notifier.notices.map(({ title }) => title)).toEqual(['Team lunch']);
});

test('a silent meeting is next, without reminders', async () => {
  const machine = await computer();
  await using app = await machine.start();
  await app.window.ask('settings:change', { meetingRules: [lunchIs('silent')] });
  await machine.clock.advanceTo('2026-11-20T16:05:00Z');
  expect(app.notifier.notices.map(({ title }) => title)).toEqual(['Review']);
  expect(app.desktop.tray.tooltip).toContain('Team lunch');
});

test('a calendar may be announced though it is not shown', async () => {
  const machine = await computer();
  await using app = await machine.start();
  const [meeting] = (await app.window.askAgenda()).occurrences;
  await app.window.ask('settings:change', { calendars: { [meeting?.feedId ?? '']: { isShown: false } } });
  await settle();
  expect(app.desktop.tray.tooltip).not.toContain('Team lunch');
  await machine.clock.advanceTo('2026-11-20T15:55:00Z');
  expect(app.notifier.notices.map(({ title }) => title)).toEqual(['Team lunch']);
});

test('the command line leaves hidden meetings out and says how many there are', async () => {
  const home = await mkdtemp(join(tmpdir(), 'office-hours-'));
  const folder = userDataFolder({ platform: process.platform, env: environmentOf(home) });
  const feed = join(home, 'team.ics');
  await mkdir(folder, { recursive: true });
  await writeFile(feed, aCalendar([lunch, review]));
  await writeFile(
    join(folder, 'config.json'),
    JSON.stringify({ settings: { meetingRules: [lunchIs('hidden')] } }),
  );
  const week = ['--feed', feed, '--from', '2026-11-20', '--to', '2026-11-21', '--zone', 'UTC'];
  const { out } = await runCommand(['agenda', ...week], { home });
  const { out: next } = await runCommand(['next', '--feed', feed, '--now', '2026-11-20T15:00Z'], { home });
  await rm(home, { recursive: true });
  expect(out).toContain('Review');
  expect(out).not.toContain('Team lunch');
  expect(out).toContain('1 meeting is hidden by your settings.');
  expect(next).toContain('Review');
});
