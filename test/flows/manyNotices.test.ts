import { expect, test } from 'vitest';
import { defaultReminderRules } from '#core/reminders/reminderRules.ts';
import { MINUTE } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { FakeNotifier } from '../fakes/fakeDesktop.ts';
import { Computer } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const atStart = { ...defaultReminderRules, leads: [{ minutes: 0, kind: 'notice' as const }] };

/** A computer that follows so many meetings, each from 15:00 UTC on unless told. */
async function computerWith(starts: readonly string[]) {
  const computer = new Computer('2026-11-20T14:00:00Z');
  computer.store.write('settings', { isWelcomeDone: true, reminders: atStart });
  const events = starts.map((start, index) => ({ title: `Meeting ${index}`, start, minutes: 60 }));
  computer.network.serve(address, aCalendar(events), '"1"');
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const together = (count: number) => Array.from({ length: count }, () => '2026-11-20T15:00:00Z');

test('three meetings that begin at the same time are three notices', async () => {
  const computer = await computerWith(together(3));
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:01:00Z');
  expect(app.notifier.notices.map(({ title }) => title)).toEqual(['Meeting 0', 'Meeting 1', 'Meeting 2']);
});

test('twelve meetings that begin at the same time are one notice, which opens the alert window with all of them', async () => {
  const computer = await computerWith(together(12));
  {
    await using app = await computer.start();
    await computer.clock.advanceTo('2026-11-20T15:01:00Z');
    expect(app.notifier.notices.map(({ title }) => title)).toEqual(['12 meetings begin now']);
    expect(app.alert.isOpen).toBe(false);
    app.notifier.notices[0]?.click();
    const { cards, more } = await app.window.ask('alert:get');
    expect([cards.length, more]).toEqual([9, 3]);
    expect(app.notifier.notices[0]?.isWithdrawn).toBe(true);
    // What is put away makes room for the next.
    await app.window.ask('reminders:act', cards[0]?.key ?? '', 'dismiss');
    expect(app.alert.cards).toHaveLength(9);
    expect(app.alert.cards).not.toContainEqual(cards[0]);
  }
  // All of them were announced.
  await using again = await computer.start();
  await computer.clock.advance(5 * MINUTE);
  expect(again.notifier.notices).toEqual([]);
});

test('twelve meetings that began while the computer slept are one notice that says so', async () => {
  const computer = await computerWith(together(12));
  await using app = await computer.start();
  computer.clock.jumpTo('2026-11-20T15:20:00Z');
  await computer.power.resume();
  expect(app.notifier.notices.map(({ title, body }) => [title, body])).toEqual([
    ['12 meetings began while you were away', 'Open the list to see them all.'],
  ]);
});

test('a fourth notice within a minute merges with the other three', async () => {
  const computer = await computerWith([...together(3), '2026-11-20T15:00:30Z', '2026-11-20T15:03:00Z']);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:00:45Z');
  const standing = () =>
    app.notifier.notices.filter(({ isWithdrawn }) => !isWithdrawn).map(({ title }) => title);
  expect(standing()).toEqual(['4 meetings begin now']);
  await computer.clock.advanceTo('2026-11-20T15:03:10Z');
  expect(standing()).toEqual(['4 meetings begin now', 'Meeting 4']);
});

test('two notices and two more a minute later are shown separately, even if the first were slightly late', async () => {
  const later = '2026-11-20T15:01:00Z';
  const computer = await computerWith([...together(2), later, later]);
  await using app = await computer.start();
  computer.clock.jumpTo('2026-11-20T15:00:02Z');
  await computer.power.resume();
  await computer.clock.advanceTo('2026-11-20T15:01:10Z');
  expect(app.notifier.notices.map(({ title, isWithdrawn }) => [title, isWithdrawn])).toEqual(
    [0, 1, 2, 3].map((index) => [`Meeting ${index}`, false]),
  );
});

test('many meetings of one feed do not hide a meeting of another feed', async () => {
  const computer = await computerWith(together(40));
  const other = 'https://other.org/team.ics';
  computer.network.serve(other, aCalendar([{ title: 'Stand-up', start: '2026-11-20T15:00:00Z' }]), '"1"');
  await using app = await computer.start();
  await app.window.ask('feeds:add', other);
  await computer.clock.advanceTo('2026-11-20T15:01:00Z');
  expect(app.notifier.notices.map(({ title }) => title)).toEqual(['Stand-up', '40 meetings begin now']);
});

test('the shared notice closes when it is dismissed or its meetings are over', async () => {
  const computer = await computerWith(together(5));
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:01:00Z');
  await computer.clock.advanceTo('2026-11-20T16:02:00Z');
  expect(app.notifier.notices.map(({ isWithdrawn }) => isWithdrawn)).toEqual([true]);
});

/** Twelve meetings at once, of which the calendar of the first is announced urgently. */
async function oneUrgentOfTwelve() {
  const computer = await computerWith(together(12));
  await using app = await computer.start();
  const [first] = (await app.window.askAgenda()).occurrences;
  const leads = [{ minutes: 0, kind: 'notice' as const, loudness: 'urgent' as const }];
  await app.window.ask('reminders:choose', { scope: 'occurrence', of: first?.key ?? '' }, leads);
  return computer;
}

test('the shared notice is as urgent and loud as its most urgent meeting', async () => {
  const computer = await oneUrgentOfTwelve();
  await using app = await computer.start();
  await app.window.ask('settings:change', { noticeSound: 'clear' });
  app.notifier.disturbance = 'letsUrgentThrough';
  await computer.clock.advanceTo('2026-11-20T15:00:30Z');
  expect(app.notifier.notices).toMatchObject([
    { title: '12 meetings begin now', urgency: 'critical', isSilent: true },
  ]);
  expect(app.sound.heard).toEqual(['clear']);
});

test('the shared notice of quiet meetings is quiet', async () => {
  const computer = await computerWith(together(12));
  await using app = await computer.start();
  const leads = [{ minutes: 0, kind: 'notice' as const, loudness: 'quiet' as const }];
  await app.window.ask('settings:change', { noticeSound: 'clear', reminders: { ...atStart, leads } });
  await computer.clock.advanceTo('2026-11-20T15:00:30Z');
  expect(app.notifier.notices).toMatchObject([{ urgency: 'low', isSilent: true }]);
  expect(app.sound.heard).toEqual([]);
});

test('if the desktop suppresses urgent notices, the urgent meeting of many comes as the alert window', async () => {
  const computer = await oneUrgentOfTwelve();
  await using app = await computer.start();
  app.notifier.disturbance = 'holdsEverything';
  await computer.clock.advanceTo('2026-11-20T15:00:30Z');
  expect(app.alert.cards).toHaveLength(1);
  app.notifier.notices.at(-1)?.click();
  expect([app.alert.cards.length, (await app.window.ask('alert:get')).more]).toEqual([9, 3]);
});

test('if notices cannot be shown, the alert window lists their meetings', async () => {
  const computer = await computerWith(together(5));
  const notifier = new FakeNotifier();
  notifier.behaviour = 'fails';
  await using app = await computer.start(notifier);
  await computer.clock.advanceTo('2026-11-20T15:00:10Z');
  expect((await app.window.ask('alert:get')).cards).toHaveLength(5);
});

test('meetings that are running when their calendar is added are shown but not announced, also after a restart', async () => {
  const computer = new Computer('2026-11-20T15:20:00Z');
  const soon = { title: 'Soon', start: '2026-11-20T15:25:00Z' };
  const running = together(7).map((start, index) => ({ title: `Meeting ${index}`, start, minutes: 90 }));
  computer.network.serve(address, aCalendar([...running, soon]), '"1"');
  {
    await using app = await computer.start();
    await app.window.ask('feeds:add', address);
    expect((await app.window.askAgenda()).occurrences).toHaveLength(8);
    await computer.clock.advance(MINUTE);
    expect(app.notifier.notices.map(({ title }) => title)).toEqual(['Soon']);
  }
  const notifier = new FakeNotifier();
  await using again = await computer.start(notifier);
  await computer.clock.advance(MINUTE);
  expect(again.notifier.notices).toEqual([]);
});
