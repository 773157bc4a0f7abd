import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { entryState } from '#renderer/settings/reminders/reminderWords.ts';
import { defaultReminderRules } from '#core/reminders/reminderRules.ts';
import type { WeekSaying } from '#core/agenda/whichWeek.ts';
import { MINUTE, SECOND } from '#base';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** What the user hears of meetings whose week their source does not say, in a new home with the built-in catalogue. */

const SIG_RELEASE = 'sig-release/regular-sig-meeting-apac-eu-oriented-time';
const PM_GROUP = 'kubernetes-pm-group';

/** A new home on Tuesday 24 November 2026 at a time of Berlin, with SIG Release and the PM Group followed in the welcome. */
async function newHome(time: string, reminders = defaultReminderRules): Promise<[Computer, RunningApp]> {
  const computer = new Computer(`2026-11-24T${time}+01:00`);
  computer.memory.put(
    '/app/catalogue/kubernetes.json',
    await readFile('assets/catalogue/kubernetes.json', 'utf8'),
  );
  computer.store.write('settings', {});
  const app = await computer.start();
  await app.window.ask('feeds:follow', 'kubernetes', [SIG_RELEASE, PM_GROUP]);
  await app.window.ask('settings:change', { isWelcomeDone: true, reminders });
  await settle();
  return [computer, app];
}

const datesOf = async (app: RunningApp, uid: string): Promise<string[]> =>
  (await app.window.askAgenda()).occurrences
    .filter((one) => one.uid === uid && Date.parse(one.originalStart) > Date.parse('2026-11-24'))
    .map((one) => `${one.originalStart.slice(5, 10)}${one.isWeekUnknown ? '?' : ''}`);

test('with the week left open, SIG Release is announced ten minutes before as one that may be on', async () => {
  const [computer, app] = await newHome('15:19:40');
  await using _ = app;
  await computer.clock.advance(20 * SECOND - 1);
  expect(app.notifier.notices).toEqual([]);
  await computer.clock.advance(40 * SECOND + 1);
  expect(app.notifier.notices).toMatchObject([
    {
      title: 'May be on today: SIG Release: Regular SIG Meeting APAC/EU Oriented Time',
      body: 'In 10 min · 15:30–16:30 · Zoom · Which week?',
    },
  ]);
  expect(app.desktop.tray.tooltip).toContain('APAC/EU Oriented Time may be on in 10 min');
  expect(app.desktop.tray.next[0]?.label).toMatch(/^15:30 .*\(maybe\)$/u);
});

test('“It is on” settles the weeks: later reminders are certain, and the other weeks disappear', async () => {
  const [computer, app] = await newHome('15:19:40');
  await using _ = app;
  await computer.clock.advance(MINUTE);
  app.notifier.notices[0]?.press('It is on');
  await settle();
  expect(await datesOf(app, SIG_RELEASE)).toEqual(['11-24', '12-08', '12-22']);
  await computer.clock.advance(10 * MINUTE);
  expect(app.notifier.notices.slice(1).map(({ title }) => title)).toEqual([
    'SIG Release: Regular SIG Meeting APAC/EU Oriented Time',
    'SIG Release: Regular SIG Meeting APAC/EU Oriented Time',
  ]);
});

test('a click on the notice joins; if there are two possible rules it opens the question with both', async () => {
  const [computer, app] = await newHome('15:19:40');
  await using _ = app;
  await computer.clock.advance(MINUTE);
  app.notifier.notices.at(-1)?.click();
  await settle();
  expect(app.desktop.opened).toHaveLength(1);
  await computer.clock.advanceTo('2026-11-24T16:51:00+01:00');
  expect(app.notifier.notices.at(-1)?.title).toBe('May be on today: Kubernetes PM Group');
  app.notifier.notices.at(-1)?.click();
  await settle();
  expect(app.desktop.opened).toHaveLength(1);
  expect(app.desktop.routes.at(-1)).toMatchObject({
    screen: 'agenda',
    occurrenceKey: expect.stringContaining(PM_GROUP),
  });
});

test('“Not this week” moves the meeting to the other week without announcing a removal', async () => {
  const [computer, app] = await newHome('15:19:40');
  await using _ = app;
  await computer.clock.advance(MINUTE);
  app.notifier.notices[0]?.press('Not this week');
  await settle();
  expect(await datesOf(app, SIG_RELEASE)).toEqual(['12-01', '12-15']);
  const { entries } = await app.window.ask('reminders:today');
  const taken = entries.filter(({ title, why }) => title.includes('APAC') && why !== null);
  expect(new Set(taken.map(entryState))).toEqual(new Set(['withdrawn, it is not held on this date']));
  await computer.clock.advance(20 * MINUTE);
  expect(app.notifier.notices).toHaveLength(1);
  expect(app.notifier.notices[0]?.isWithdrawn).toBe(true);
});

test('reminders that the user turned off are silent', async () => {
  const [computer, app] = await newHome('15:19:40', { ...defaultReminderRules, maybe: false });
  await using _ = app;
  await computer.clock.advance(30 * MINUTE);
  expect(app.notifier.notices).toEqual([]);
});

test('the alert window says that it may be on, and after “It is on” offers to join', async () => {
  const leads = [{ minutes: 10, kind: 'alert' as const }];
  const [computer, app] = await newHome('15:19:40', { ...defaultReminderRules, leads });
  await using _ = app;
  await computer.clock.advance(20 * SECOND);
  const [card] = (await app.window.ask('alert:get')).cards;
  expect(card).toMatchObject({ isMaybe: true, text: 'May be on today. Which week?' });
  expect(await app.window.ask('reminders:act', card?.key ?? '', 'itIsOn')).toMatchObject({ ok: true });
  expect((await app.window.ask('alert:get')).cards).toMatchObject([
    { isMaybe: false, text: '', service: 'Zoom' },
  ]);
});

test('the panel by the tray shows it as a maybe and accepts the answer', async () => {
  const [, app] = await newHome('15:19:40');
  await using _ = app;
  const { meetings, first } = await app.window.ask('panel:get');
  expect(meetings.find(({ key }) => key === first)).toMatchObject({ isMaybe: true, service: 'Zoom' });
  expect(await app.window.ask('panel:act', { kind: 'notThisWeek', key: first ?? '' })).toMatchObject({
    ok: true,
  });
  expect(await datesOf(app, SIG_RELEASE)).toEqual(['12-01', '12-15']);
});

const PM_SERIES = [{ feedId: 'kubernetes', uid: PM_GROUP }];

test('the PM Group, answered as every two weeks, is listed and announced every two weeks', async () => {
  const [computer, app] = await newHome('12:00:00');
  await using _ = app;
  const rule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU';
  await app.window.ask('weeks:say', PM_SERIES, { says: 'rule', rule, date: '2026-11-24' });
  expect(await datesOf(app, PM_GROUP)).toEqual(['11-24', '12-08', '12-22']);
  await computer.clock.advanceTo('2026-11-24T16:50:00+01:00');
  expect(app.notifier.notices.map(({ title }) => title)).toContain('Kubernetes PM Group');
});

test('the PM Group, answered as the second Tuesday of the month, is silent until then', async () => {
  const [computer, app] = await newHome('12:00:00');
  await using _ = app;
  const rule = 'FREQ=MONTHLY;BYDAY=2TU';
  await app.window.ask('weeks:say', PM_SERIES, { says: 'rule', rule, date: '2026-12-08' });
  expect(await datesOf(app, PM_GROUP)).toEqual(['12-08']);
  const pm = (await app.window.ask('communities:get')).find(({ id }) => id === 'kubernetes-pm');
  expect(pm?.meetings).toMatchObject([
    { rhythm: 'second Tuesday of the month', isWeekUnknown: false, questions: [] },
  ]);
  await computer.clock.advanceTo('2026-11-24T17:10:00+01:00');
  expect(app.notifier.notices.map(({ title }) => title).join()).not.toContain('PM Group');
  computer.clock.jumpTo('2026-12-08T16:30:00+01:00');
  await computer.power.resume();
  await computer.clock.advanceTo('2026-12-08T16:50:00+01:00');
  expect(app.notifier.notices.at(-1)?.title).toBe('Kubernetes PM Group');
  // As a new start, and the command line, find it on the disk.
  expect(computer.store.read('facts')).toMatchObject({
    weeks: [{ uid: PM_GROUP, says: 'rule', rule, date: '2026-12-08', source: 'you' }],
  });
});

test('the last answer can be undone, and so can all answers', async () => {
  const [, app] = await newHome('12:00:00');
  await using _ = app;
  const say = (saying: WeekSaying) => app.window.ask('weeks:say', PM_SERIES, saying);
  await say({ says: 'on', date: '2026-12-08' });
  expect(await datesOf(app, PM_GROUP)).toEqual(['11-24?', '12-08', '12-22?']);
  await say({ says: 'off', date: '2026-11-24' });
  expect(await datesOf(app, PM_GROUP)).toEqual(['12-08']);
  await app.window.ask('weeks:takeBack', PM_SERIES, 'last');
  expect((await datesOf(app, PM_GROUP)).length).toBeGreaterThan(1);
  await say({ says: 'on', date: '2026-12-08' });
  await say({ says: 'off', date: '2026-11-24' });
  const removed = await app.window.ask('weeks:takeBack', PM_SERIES, 'all');
  expect(await datesOf(app, PM_GROUP)).toEqual(['11-24?', '12-01?', '12-08?', '12-15?', '12-22?']);

  // And that too can be undone, unless there is a newer answer.
  const answers = removed.ok ? removed.value : [];
  await app.window.ask('weeks:restore', answers);
  expect(await datesOf(app, PM_GROUP)).toEqual(['12-08']);
  await app.window.ask('weeks:takeBack', PM_SERIES, 'all');
  await say({ says: 'on', date: '2026-12-01' });
  const newer = await datesOf(app, PM_GROUP);
  await app.window.ask('weeks:restore', answers);
  expect(await datesOf(app, PM_GROUP)).toEqual(newer);
});
