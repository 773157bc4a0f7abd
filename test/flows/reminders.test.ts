import { readReminderKey } from '#core/keys.ts';
import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defaultReminderRules, type ReminderRules } from '#core/reminders/reminderRules.ts';
import { MINUTE } from '#base';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { FakeNotifier, type ShownNotice } from '../fakes/fakeDesktop.ts';
import { Computer } from '../fakes/startApp.ts';
import { runs } from '../effort.ts';

const address = 'https://example.org/team.ics';
const room = 'https://zoom.us/j/95680858961?pwd=S3cretPass';
const standUp: EventWish = {
  title: 'Stand-up',
  start: '2026-11-20T15:00:00Z',
  minutes: 30,
  lines: [`LOCATION:${room}`],
};
const lunch: EventWish = { title: 'Lunch', start: '2026-11-21T11:00:00Z' };
const ledgerPath = '/user/reminders.jsonl';
const tenMinutes: ReminderRules = { ...defaultReminderRules, leads: [{ minutes: 10, kind: 'notice' }] };
const leadOf = (minutes: number): ReminderRules => ({
  ...defaultReminderRules,
  leads: [{ minutes, kind: 'notice' }],
});

/** A computer on which the calendar is followed and announced ten minutes before; it stands at the given time. */
async function computerAt(now: string, ...events: EventWish[]): Promise<Computer> {
  const computer = new Computer(now);
  computer.store.write('settings', { isWelcomeDone: true, reminders: tenMinutes });
  computer.network.serve(address, aCalendar(events));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const ledgerOf = (computer: Computer): string[] =>
  (computer.memory.text(ledgerPath) ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => z.object({ kind: z.string() }).parse(JSON.parse(line)).kind);

const titlesOf = (notifier: FakeNotifier): string[] => notifier.notices.map((notice) => notice.title);

test('a meeting is announced ten minutes before it starts, with its time here and its service, without its passcode', async () => {
  const computer = await computerAt('2026-11-20T14:00:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:49:59.999Z');
  expect(titlesOf(app.notifier)).toEqual([]);
  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
  expect(app.notifier.notices[0]?.body).toBe('In 10 min · 16:00–16:30 · Zoom');
  expect(JSON.stringify(app.notifier.notices)).not.toContain('S3cretPass');
  expect(ledgerOf(computer)).toEqual(['planned', 'raised', 'shown']);
});

test('Join opens the room, silences the notice and is recorded', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  app.notifier.notices[0]?.press('Join');
  await settle();
  expect(app.desktop.opened).toEqual([room]);
  expect(app.notifier.notices[0]?.isWithdrawn).toBe(true);
  expect(ledgerOf(computer).slice(-2)).toEqual(['opened', 'acknowledged']);
});

test('a click joins while the meeting is due, and shows it in the app when it is over', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:52:00Z');
  app.notifier.notices[0]?.click();
  await settle();
  expect(app.desktop.opened).toEqual([room]);
  expect(app.notifier.notices[0]?.isWithdrawn).toBe(true);
  await computer.clock.advanceTo('2026-11-20T15:30:00Z');
  app.notifier.notices[0]?.click();
  await settle();
  expect(app.desktop.opened).toHaveLength(1);
  expect(app.desktop.routes).toMatchObject([{ screen: 'agenda' }]);
});

test('a meeting without a room opens in the app', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', { ...standUp, lines: [] });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  app.notifier.notices[0]?.click();
  const [occurrence] = (await app.window.askAgenda()).occurrences;
  expect(app.desktop.routes).toEqual([{ screen: 'agenda', occurrenceKey: occurrence?.key }]);
  expect(() => app.notifier.notices[0]?.press('Join')).toThrow('no button');
});

test('Notes opens the note of the meeting', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  app.notifier.notices[0]?.press('Notes');
  expect(app.desktop.routes).toMatchObject([{ screen: 'notes' }]);
});

test('a restart or refresh does not announce a meeting twice', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  const notifier = new FakeNotifier();
  {
    await using app = await computer.start(notifier);
    await computer.clock.advanceTo('2026-11-20T14:50:00Z');
    await app.window.ask('feeds:refresh');
    await app.window.ask('settings:change', { reminders: leadOf(30) });
  }
  await using app = await computer.start(notifier);
  await app.window.ask('settings:change', { reminders: tenMinutes });
  await computer.clock.advanceTo('2026-11-20T15:20:00Z');
  expect(titlesOf(notifier)).toEqual(['Stand-up']);
});

test('a meeting that began while the app was off is announced late, and one that ended is not', async () => {
  const earlier = { title: 'Earlier', start: '2026-11-20T13:00:00Z' };
  const computer = await computerAt('2026-11-20T12:00:00Z', standUp, earlier);
  await computer.clock.advanceTo('2026-11-20T15:07:00Z');
  await using app = await computer.start();
  expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
  expect(app.notifier.notices[0]?.body).toMatch(/^Started 7 min ago/);
  expect(ledgerOf(computer)).toContain('missed');
});

test('after sleep a running meeting is announced at once, whether or not the system reports the wake-up', async () => {
  for (const tellsSo of [true, false]) {
    const computer = await computerAt('2026-11-20T14:00:00Z', standUp);
    await using app = await computer.start();
    computer.clock.jumpTo('2026-11-20T15:03:00Z');
    if (tellsSo) await computer.power.resume();
    else await computer.clock.advance(30_000);
    expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
    expect(app.window.received('app:clock')).not.toEqual([]);
    await computer.clock.advance(10 * MINUTE);
    expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
  }
});

test('unlocking the screen replans, also on systems without an unlock event', async () => {
  for (const tellsSo of [true, false]) {
    const computer = await computerAt('2026-11-20T14:00:00Z', standUp);
    await using app = await computer.start();
    computer.power.lock();
    await computer.clock.advance(5 * MINUTE);
    expect(app.window.received('app:clock')).toEqual([]);
    await computer.power.unlock(tellsSo);
    if (!tellsSo) await computer.clock.advance(30_000);
    expect(app.window.received('app:clock')).toHaveLength(1);
  }
});

test('setting the clock back announces nothing twice', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:51:00Z');
  computer.clock.jumpTo('2026-11-20T13:51:00Z');
  await computer.clock.advanceTo('2026-11-20T15:10:00Z');
  expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
});

test('a meeting that moves after its notice is withdrawn and announced for its new time', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:51:00Z');
  computer.network.serve(address, aCalendar([{ ...standUp, start: '2026-11-20T16:00:00Z' }]));
  await app.window.ask('feeds:refresh');
  await settle();
  expect(app.notifier.notices[0]?.isWithdrawn).toBe(true);
  expect(app.notifier.notices[1]?.body).toMatch(/^Moved 1 h later/);
  await computer.clock.advanceTo('2026-11-20T15:50:00Z');
  expect(app.notifier.notices[2]?.body).toMatch(/^In 10 min/);
  expect(titlesOf(app.notifier)).toHaveLength(3);
});

test('a cancelled meeting is withdrawn', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:51:00Z');
  computer.network.serve(address, aCalendar([{ ...standUp, lines: ['STATUS:CANCELLED'] }]));
  await app.window.ask('feeds:refresh');
  await settle();
  expect(app.notifier.notices[0]?.isWithdrawn).toBe(true);
  expect(ledgerOf(computer)).toContain('withdrawn');
  expect(app.notifier.notices[1]?.body).toMatch(/^Cancelled/);
});

test('a notice closes when its meeting is over', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:29:00Z');
  expect(app.notifier.notices[0]?.isWithdrawn).toBe(false);
  await computer.clock.advanceTo('2026-11-20T15:31:00Z');
  expect(app.notifier.notices[0]?.isWithdrawn).toBe(true);
});

test.each(['fails', 'unsupported'] as const)(
  'where a notice %s, the large window takes over and the app says why',
  async (behaviour) => {
    const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
    const notifier = new FakeNotifier();
    notifier.behaviour = behaviour;
    await using app = await computer.start(notifier);
    await computer.clock.advanceTo('2026-11-20T14:55:00Z');
    expect(app.alert.cards.map((card) => card.title)).toEqual(['Stand-up']);
    expect(ledgerOf(computer).at(-1)).toBe('shown');
    expect((await app.window.ask('app:problems')).map((problem) => problem.code)).toEqual([
      'reminders/notShown',
    ]);
  },
);

test('if a room does not open from a notice, the window opens instead', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  app.desktop.hasBrowser = false;
  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  app.notifier.notices[0]?.press('Join');
  await settle();
  expect(app.desktop.routes).toMatchObject([{ screen: 'agenda' }]);
  expect((await app.window.ask('app:problems')).map((problem) => problem.code)).toEqual(['join/notOpened']);
});

test('a room that fails to open after the start does not count as joined: reminders repeat until it opens', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await app.window.ask('settings:change', { reminders: { ...tenMinutes, nag: true } });
  app.desktop.hasBrowser = false;
  await computer.clock.advanceTo('2026-11-20T15:01:00Z');
  const bodies = (): (string | undefined)[] => app.notifier.notices.map(({ body }) => body.split(' · ')[0]);
  app.notifier.notices.at(-1)?.press('Join');
  await settle();
  expect(ledgerOf(computer).slice(-2)).not.toContain('joined');
  await computer.clock.advanceTo('2026-11-20T15:02:00Z');
  expect(bodies()).toEqual(['In 10 min', 'Started 1 min ago', 'Started 2 min ago']);
  app.desktop.hasBrowser = true;
  app.notifier.notices.at(-1)?.press('Join');
  await computer.clock.advanceTo('2026-11-20T15:05:00Z');
  expect(bodies()).toHaveLength(3);
  expect(ledgerOf(computer)).toContain('joined');
});

test('a test notice shows whether notices work', async () => {
  const computer = await computerAt('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  const check = async () => (await app.window.ask('reminders:today')).notifications;
  expect(await check()).toBe('untried');
  expect(await app.window.ask('reminders:test')).toEqual({ ok: true, value: null });
  expect(await check()).toBe('work');
  app.notifier.behaviour = 'fails';
  expect(await app.window.ask('reminders:test')).toMatchObject({
    problem: { code: 'reminders/testNotShown' },
  });
  expect(await check()).toBe('failed');
  app.notifier.behaviour = 'saysNothing';
  const answer = app.window.ask('reminders:test');
  await settle();
  await computer.clock.advance(3_000);
  expect(await answer).toMatchObject({ ok: false });
});

test('a full disk does not stop reminders', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  computer.memory.isFull = true;
  await computer.clock.advanceTo('2026-11-20T15:05:00Z');
  expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
});

test('a feed with new UIDs in each copy announces a meeting once, and its change once', async () => {
  for (const [last, said] of [
    [[], 'No longer in the calendar'],
    [[{ ...standUp, uid: 'third', start: '2026-11-20T15:30:00Z' }], 'Moved 30 min later'],
  ] as const) {
    const computer = await computerAt('2026-11-20T14:45:00Z', { ...standUp, uid: 'first' });
    await using app = await computer.start();
    for (const uid of ['second', 'third']) {
      computer.network.serve(address, aCalendar([{ ...standUp, uid }, lunch]));
      await app.window.ask('feeds:refresh');
    }
    await computer.clock.advanceTo('2026-11-20T14:52:00Z');
    expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
    computer.network.serve(address, aCalendar([...last, lunch]));
    await app.window.ask('feeds:refresh');
    await settle();
    const bodies = app.notifier.notices.map(({ body }) => body);
    expect(bodies).toEqual([expect.stringContaining('In 10 min'), expect.stringContaining(said)]);
  }
});

test('a feed with new UIDs in each of 60 downloads announces each meeting once, and its ledger does not grow', async () => {
  const soon = [12, 25, 40, 65].map((minutes) => ({
    title: `In ${minutes} minutes`,
    start: new Date(Date.parse('2026-11-20T14:00:00Z') + minutes * MINUTE).toISOString(),
  }));
  const later = Array.from({ length: 100 }, (_, index) => ({
    title: `Later ${index}`,
    start: new Date(Date.parse('2026-11-21T10:00:00Z') + index * 10 * MINUTE).toISOString(),
  }));
  const copyOf = (download: number) =>
    [...soon, ...later].map(({ title, start }) => ({ title, start, uid: `${title} ${download}` }));
  const computer = await computerAt('2026-11-20T14:00:00Z', ...copyOf(0));
  await using app = await computer.start();
  let longest = 0;
  for (let download = 1; download <= 60; download += 1) {
    computer.network.serve(address, aCalendar(copyOf(download)));
    await app.window.ask('feeds:refresh');
    await computer.clock.advanceTo(
      new Date(Date.parse('2026-11-20T14:00:00Z') + download * MINUTE).toISOString(),
    );
    longest = Math.max(longest, computer.memory.text(ledgerPath)?.split('\n').length ?? 0);
  }
  expect(titlesOf(app.notifier)).toEqual(soon.map(({ title }) => title));
  // It is trimmed at 4,000 lines; 60 times as many plans as there are meetings are more.
  expect(longest).toBeLessThan(4_500);
});

test('by default a meeting is announced ten minutes and one minute before and at its start, one card at a time', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await app.window.ask('settings:change', { reminders: defaultReminderRules });
  await computer.clock.advanceTo('2026-11-20T15:05:00Z');
  const seen = app.notifier.notices.map(({ body, isWithdrawn }) => [body.split(' · ')[0], isWithdrawn]);
  expect(seen).toEqual([
    ['In 10 min', true],
    ['In 1 min', true],
    ['Starts now', false],
  ]);
});

test('Snooze silences for five minutes, and a reminder dismissed after the start does not return', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await app.window.ask('settings:change', { reminders: { ...tenMinutes, nag: true } });
  await computer.clock.advanceTo('2026-11-20T14:58:00Z');
  app.notifier.notices[0]?.press('Snooze');
  expect(app.notifier.notices[0]?.isWithdrawn).toBe(true);
  await computer.clock.advanceTo('2026-11-20T15:02:59Z');
  expect(app.notifier.notices).toHaveLength(1);
  await computer.clock.advanceTo('2026-11-20T15:03:00Z');
  expect(app.notifier.notices).toHaveLength(2);
  app.notifier.notices[1]?.dismiss();
  await computer.clock.advanceTo('2026-11-20T15:29:00Z');
  expect(app.notifier.notices).toHaveLength(2);
});

test('started in the middle of a meeting, the app shows a quiet card, even with the alert window chosen', async () => {
  const computer = await computerAt('2026-11-20T14:00:00Z', standUp);
  const alert: ReminderRules = { ...tenMinutes, leads: [{ minutes: 0, kind: 'alert' }] };
  computer.store.write('settings', { isWelcomeDone: true, reminders: alert });
  await computer.clock.advanceTo('2026-11-20T15:07:00Z');
  await using app = await computer.start();
  expect(app.notifier.notices).toMatchObject([{ isSilent: true }]);
  expect(app.alert.openings).toBe(0);
});

test('two simultaneous meetings are two cards of one alert window; closing it dismisses both', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp, {
    title: 'Other',
    start: '2026-11-20T15:00:00Z',
    minutes: 30,
  });
  await using app = await computer.start();
  await app.window.ask('settings:change', {
    reminders: { ...tenMinutes, leads: [{ minutes: 0, kind: 'alert' }], nag: true },
  });
  await computer.clock.advanceTo('2026-11-20T15:00:00Z');
  expect(app.alert.cards.map((card) => card.title).toSorted()).toEqual(['Other', 'Stand-up']);
  expect(app.alert.openings).toBe(1);
  app.alert.closeByUser();
  await computer.clock.advanceTo('2026-11-20T15:20:00Z');
  expect(app.alert.openings).toBe(1);
});

test('the next alert card of a meeting replaces the previous one in the open window', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  const leads = [1, 0].map((minutes) => ({ minutes, kind: 'alert' as const }));
  await app.window.ask('settings:change', { reminders: { ...tenMinutes, leads } });
  await computer.clock.advanceTo('2026-11-20T15:00:00Z');
  expect(app.alert.cards.map(({ key }) => readReminderKey(key).slot)).toEqual(['before-0']);
  expect(app.alert.openings).toBe(1);
  await app.window.ask('reminders:act', app.alert.cards[0]?.key ?? '', 'dismiss');
  expect(app.alert.isOpen).toBe(false);
});

test('the alert window joins, snoozes and opens notes', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await app.window.ask('settings:change', {
    reminders: { ...tenMinutes, leads: [{ minutes: 5, kind: 'alert' }] },
  });
  await computer.clock.advanceTo('2026-11-20T14:55:00Z');
  const [card] = app.alert.cards;
  expect(card).toMatchObject({ title: 'Stand-up', service: 'Zoom', text: '' });
  expect(JSON.stringify(card)).not.toContain('S3cretPass');
  expect(await app.window.ask('reminders:act', card?.key ?? '', { snooze: 'start' })).toMatchObject({
    ok: true,
  });
  expect(app.alert.isOpen).toBe(false);
  await computer.clock.advanceTo('2026-11-20T15:00:00Z');
  expect(app.alert.isOpen).toBe(true);
  await app.window.ask('reminders:act', app.alert.cards[0]?.key ?? '', 'join');
  expect(app.desktop.opened).toEqual([room]);
  expect(app.alert.isOpen).toBe(false);
});

test('an alert window that does not load is logged, and the main window opens instead', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  app.alert.isBroken = true;
  await app.window.ask('settings:change', {
    reminders: { ...tenMinutes, leads: [{ minutes: 5, kind: 'alert' }] },
  });
  await computer.clock.advanceTo('2026-11-20T14:55:05Z');
  expect(app.desktop.routes).toMatchObject([{ screen: 'agenda' }]);
  expect(ledgerOf(computer).at(-1)).toBe('failed');
});

test('a changed room shortly before the start is announced', async () => {
  const computer = await computerAt('2026-11-20T14:00:00Z', standUp);
  await using app = await computer.start();
  computer.network.serve(
    address,
    aCalendar([{ ...standUp, lines: ['LOCATION:https://zoom.us/j/11111111111'] }]),
  );
  await app.window.ask('feeds:refresh');
  await settle();
  expect(app.notifier.notices.map(({ body }) => body)).toEqual(['Another room · 16:00–16:30 · Zoom']);
});

test('a meeting that is no longer followed is not announced as cancelled', async () => {
  const computer = await computerAt('2026-11-20T14:00:00Z', standUp);
  await using app = await computer.start();
  const feed = (await app.window.ask('feeds:list')).find((status) => status.feed.format === 'ics')?.feed;
  await app.window.ask('feeds:remove', feed?.id ?? '');
  await settle();
  expect(titlesOf(app.notifier)).toEqual([]);
  expect(ledgerOf(computer).at(-1)).toBe('withdrawn');
});

test('a feed read after the start does not count as emptied, and its running meeting is announced silently', async () => {
  const computer = new Computer('2026-11-20T16:00:00Z');
  computer.memory.put('/app/catalogue/kubernetes.json', await readFile('assets/catalogue/kubernetes.json'));
  {
    await using app = await computer.start();
    expect((await app.window.askAgenda()).occurrences.map(({ title }) => title)).toContain(
      'kOps Office Hours',
    );
  }
  expect(ledgerOf(computer)).toContain('planned');
  await computer.clock.advanceTo('2026-11-20T16:30:00Z');
  {
    await using app = await computer.start();
    expect(titlesOf(app.notifier)).toEqual([]);
    expect(ledgerOf(computer)).not.toContain('withdrawn');
  }
  await computer.clock.advanceTo('2026-11-20T17:07:00Z');
  await using app = await computer.start();
  expect(app.notifier.notices).toMatchObject([{ title: 'kOps Office Hours', isSilent: true }]);
});

test('a skipped meeting is silent until the skip is undone', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  const key = (await app.window.askAgenda()).occurrences[0]?.key ?? '';
  await app.window.ask('reminders:choose', { scope: 'series', of: key }, []);
  await computer.clock.advanceTo('2026-11-20T14:55:00Z');
  expect(titlesOf(app.notifier)).toEqual([]);
  await app.window.ask('reminders:choose', { scope: 'series', of: key }, null);
  await settle();
  expect(app.notifier.notices).toHaveLength(1);
});

test('a feed, a series and a single meeting can have their own leads; the narrowest choice wins', async () => {
  const review: EventWish = { ...standUp, title: 'Review', start: '2026-11-20T17:00:00Z' };
  const computer = await computerAt('2026-11-20T14:00:00Z', standUp, review);
  await using app = await computer.start();
  const { occurrences } = await app.window.askAgenda();
  const [first, second] = occurrences;
  const choose = (scope: 'feed' | 'series' | 'occurrence', of: string, minutes: number) =>
    app.window.ask('reminders:choose', { scope, of }, [{ minutes, kind: 'notice' }]);
  expect(await choose('feed', first?.feedId ?? '', 30)).toMatchObject({ ok: true });
  await choose('series', second?.key ?? '', 20);
  await choose('occurrence', second?.key ?? '', 15);
  expect(await choose('feed', 'nobody', 1)).toMatchObject({ problem: { code: 'reminders/unknown' } });
  await computer.clock.advanceTo('2026-11-20T14:30:00Z');
  expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
  await computer.clock.advanceTo('2026-11-20T16:44:59Z');
  expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
  await computer.clock.advanceTo('2026-11-20T16:45:00Z');
  expect(titlesOf(app.notifier)).toEqual(['Stand-up', 'Review']);
});

test('a meeting can be snoozed before its first reminder; two snoozed meetings both come back', async () => {
  const other: EventWish = { title: 'Other', start: '2026-11-20T15:00:00Z', minutes: 30 };
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp, other);
  await using app = await computer.start();
  const keys = (await app.window.askAgenda()).occurrences.map(({ key }) => key);
  for (const key of keys)
    expect(await app.window.ask('reminders:snooze', key, 'minuteBefore')).toEqual({
      ok: true,
      value: Date.parse('2026-11-20T14:59:00Z'),
    });
  await computer.clock.advanceTo('2026-11-20T14:58:59Z');
  expect(titlesOf(app.notifier)).toEqual([]);
  await computer.clock.advanceTo('2026-11-20T14:59:00Z');
  expect(titlesOf(app.notifier).toSorted()).toEqual(['Other', 'Stand-up']);
  // One that is on the screen goes away; the end of the meeting is the limit.
  await computer.clock.advanceTo('2026-11-20T15:25:00Z');
  expect(await app.window.ask('reminders:snooze', keys[0] ?? '', '10')).toEqual({
    ok: true,
    value: Date.parse('2026-11-20T15:29:00Z'),
  });
  expect(app.notifier.notices.filter(({ isWithdrawn }) => isWithdrawn)).toHaveLength(1);
  await computer.clock.advanceTo('2026-11-20T15:29:00Z');
  expect(app.notifier.notices).toHaveLength(3);
});

test('a snooze that is undone lets the other reminders of the meeting come as planned', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  const key = (await app.window.askAgenda()).occurrences[0]?.key ?? '';
  await app.window.ask('reminders:snooze', key, 'minuteBefore');
  expect(await app.window.ask('reminders:unsnooze', key)).toMatchObject({ ok: true });
  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
  await computer.clock.advanceTo('2026-11-20T14:59:30Z');
  expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
  expect(await app.window.ask('reminders:unsnooze', 'none|none|')).toMatchObject({ ok: false });
});

test('a meeting that the agenda does not reach yet can be snoozed until its start', async () => {
  const computer = await computerAt('2026-09-01T14:45:00Z', standUp);
  await using app = await computer.start();
  expect((await app.window.askAgenda()).occurrences).toEqual([]);
  const found = await app.window.ask('agenda:search', 'stand');
  const key = found.ok ? (found.value[0]?.key ?? '') : '';
  expect(await app.window.ask('reminders:snooze', key, 'start')).toEqual({
    ok: true,
    value: Date.parse('2026-11-20T15:00:00Z'),
  });
  expect(await app.window.ask('reminders:snooze', key, '5')).toMatchObject({
    problem: { code: 'reminders/gone' },
  });
  expect(await app.window.ask('reminders:unsnooze', key)).toMatchObject({ ok: true });
});

test('a joined meeting cannot be snoozed', async () => {
  const computer = await computerAt('2026-11-20T14:59:00Z', standUp);
  await using app = await computer.start();
  const key = (await app.window.askAgenda()).occurrences[0]?.key ?? '';
  await app.window.ask('join:open', key, null);
  expect(await app.window.ask('reminders:snooze', key, '5')).toMatchObject({
    problem: { code: 'reminders/joined' },
  });
});

test('the settings list today’s reminders and their outcome', async () => {
  const later = { title: 'Later', start: '2026-11-20T18:00:00Z' };
  const earlier = { title: 'Earlier', start: '2026-11-20T10:00:00Z', minutes: 30 };
  const computer = await computerAt('2026-11-20T09:00:00Z', standUp, later, earlier);
  computer.clock.jumpTo('2026-11-20T14:45:00Z');
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:52:00Z');
  const today = await app.window.ask('reminders:today');
  expect(today.entries.map(({ title, state, why }) => [title, state, why])).toEqual([
    ['Earlier', 'missed', 'closed'],
    ['Stand-up', 'shown', null],
    ['Later', 'waiting', null],
  ]);
  expect(today).toMatchObject({ notifications: 'work', hasTray: true, quietUntil: null });
});

test('a meeting missed during sleep or while the app was closed is listed until dismissed, without a card', async () => {
  const links = ['DESCRIPTION:Notes: https://docs.google.com/document/d/1'];
  const night = { title: 'Night call', start: '2026-11-21T02:00:00Z', minutes: 30, lines: links };
  const computer = await computerAt('2026-11-20T14:00:00Z', standUp, night);
  {
    await using app = await computer.start();
    // The notice ten minutes before was seen; the meeting was not.
    await computer.clock.advanceTo('2026-11-20T14:40:00Z');
    computer.clock.jumpTo('2026-11-20T15:40:00Z');
    await computer.power.resume();
    expect(titlesOf(app.notifier)).toEqual([]);
    expect(await app.window.ask('reminders:missed')).toMatchObject([
      { title: 'Stand-up', start: Date.parse(standUp.start), why: 'asleep' },
    ]);
  }
  await computer.clock.advanceTo('2026-11-22T07:00:00Z');
  await using app = await computer.start();
  expect(titlesOf(app.notifier)).toEqual([]);
  const lines = await app.window.ask('reminders:missed');
  expect(lines.map(({ title, why }) => [title, why])).toEqual([
    ['Stand-up', 'asleep'],
    ['Night call', 'closed'],
  ]);
  // Its links are still known.
  const { occurrences } = await app.window.askAgenda();
  expect(occurrences.map(({ key }) => key)).toEqual(lines.map(({ occurrenceKey }) => occurrenceKey));
  await app.window.ask('reminders:act', lines[0]?.key ?? '', 'dismiss');
  const left = app.window.received('reminders:missedChanged').at(-1);
  expect(left?.map(({ title }) => title)).toEqual(['Night call']);
  computer.clock.jumpTo('2026-11-26T09:00:00Z');
  await computer.power.resume();
  expect(await app.window.ask('reminders:missed')).toEqual([]);
});

test('a meeting in quiet hours or a joined one does not count as missed', async () => {
  const quiet = { ...tenMinutes, quietHours: { from: '15:30', to: '17:00' } };
  const computer = await computerAt('2026-11-20T14:00:00Z', standUp, {
    ...standUp,
    title: 'Early',
    start: '2026-11-20T14:05:00Z',
  });
  await using app = await computer.start();
  await app.window.ask('settings:change', { reminders: quiet });
  await computer.clock.advanceTo('2026-11-20T14:06:00Z');
  const early = (await app.window.askAgenda()).occurrences[0]?.key ?? '';
  await app.window.ask('join:open', early, null);
  computer.clock.jumpTo('2026-11-20T16:30:00Z');
  await computer.power.resume();
  expect(await app.window.ask('reminders:missed')).toEqual([]);
});

test('titles are hidden if the user chose that', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await app.window.ask('settings:change', { hidesTitles: true });
  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  expect(titlesOf(app.notifier)).toEqual(['Meeting']);
});

test('hiding titles replaces a visible notice by one without title and sound', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:52:00Z');
  await app.window.ask('settings:change', { hidesTitles: true });
  expect(app.notifier.notices).toMatchObject([
    { title: 'Stand-up', isWithdrawn: true },
    { title: 'Meeting', isWithdrawn: false, isSilent: true },
  ]);
  await app.window.ask('settings:change', { theme: 'dark' });
  expect(app.notifier.notices).toHaveLength(2);
});

test('the open alert window follows the settings for titles, displays and screen capture', async () => {
  const computer = await computerAt('2026-11-20T14:45:00Z', standUp);
  await using app = await computer.start();
  const leads = [{ minutes: 10, kind: 'alert' as const }];
  await app.window.ask('settings:change', { reminders: { ...tenMinutes, leads } });
  await computer.clock.advanceTo('2026-11-20T14:52:00Z');
  expect(app.alert.look).toMatchObject({ hidesTitles: false, onAllDisplays: false, isProtected: true });
  expect(app.desktop.isGuarded).toBe(false);
  await app.window.ask('settings:change', {
    hidesTitles: true,
    alertDisplays: 'all',
    keptFromCapture: 'none',
  });
  expect(app.alert.look).toMatchObject({ hidesTitles: true, onAllDisplays: true, isProtected: false });
  expect(app.window.received('alert:changed').at(-1)?.hidesTitles).toBe(true);
  await app.window.ask('settings:change', { keptFromCapture: 'all' });
  expect([app.alert.look?.isProtected, app.desktop.isGuarded]).toEqual([true, true]);
});

test('the end reminder names the meeting that follows directly, unless titles are hidden', async () => {
  const next: EventWish = { title: 'Retro', start: '2026-11-20T15:30:00Z', minutes: 30 };
  for (const [hidesTitles, body] of [
    [false, 'Ends in 5 min · Retro follows at once'],
    [true, 'Ends in 5 min · Meeting follows at once'],
  ] as const) {
    const computer = await computerAt('2026-11-20T15:00:00Z', standUp, next);
    await using app = await computer.start();
    const reminders = { ...defaultReminderRules, leads: tenMinutes.leads, endWarningMinutes: 5 };
    await app.window.ask('settings:change', { hidesTitles, reminders });
    await computer.clock.advanceTo('2026-11-20T15:25:00Z');
    expect(app.notifier.notices.map((notice) => notice.body)).toContain(body);
  }
});

test('the lead time of the first versions becomes the first lead of the list', async () => {
  const computer = new Computer('2026-11-20T14:45:00Z');
  computer.store.write('settings', { leadMinutes: 5, theme: 'dark' });
  await using app = await computer.start();
  const { reminders, theme } = await app.window.ask('settings:get');
  expect([reminders.leads.map(({ minutes }) => minutes), theme]).toEqual([[5, 1, 0], 'dark']);
});

/** What a kill leaves: the disk up to that write, and nothing of what would have come after. */
class Killed extends Error {}

test(
  'a kill at any line of the ledger costs no announcement, and makes none sound twice',
  { tags: ['deep'] },
  async () => {
    const events: EventWish[] = [0, 5, 30, 65].map((minutes, index) => ({
      title: `Meeting ${index}`,
      start: new Date(Date.parse('2026-11-20T15:00:00Z') + minutes * MINUTE).toISOString(),
      minutes: 60,
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ write: fc.integer({ min: 0, max: 12 }), isTorn: fc.boolean() }), {
          maxLength: 4,
        }),
        async (kills) => {
          const computer = await computerAt('2026-11-20T14:00:00Z', ...events);
          const screen: ShownNotice[] = [];
          for (const kill of [...kills, null]) {
            const notifier = new FakeNotifier();
            let left = kill?.write ?? Infinity;
            let isDead = false;
            computer.memory.isFull = false;
            computer.memory.beforeAppend = (path, line) => {
              if (path !== ledgerPath) return;
              if (!isDead && left === 0) {
                isDead = true;
                screen.push(...notifier.notices);
                if (kill?.isTorn === true)
                  computer.memory.put(path, (computer.memory.text(path) ?? '') + line.slice(0, 20));
                // The line reached the disk, the kill came before the screen.
                else computer.memory.put(path, `${computer.memory.text(path) ?? ''}${line}\n`);
              }
              left -= 1;
              // A process that was killed writes nothing more.
              computer.memory.isFull = isDead;
              if (isDead) throw new Killed();
            };
            const app = await computer.start(notifier);
            await computer.clock.advance(20 * MINUTE);
            if (!isDead) screen.push(...notifier.notices);
            isDead = true;
            await app[Symbol.asyncDispose]();
          }
          computer.memory.beforeAppend = () => undefined;
          computer.memory.isFull = false;
          const last = new FakeNotifier();
          const app = await computer.start(last);
          await computer.clock.advanceTo('2026-11-20T17:00:00Z');
          screen.push(...last.notices);
          await app[Symbol.asyncDispose]();
          expect(new Set(screen.map((notice) => notice.title)).size).toBe(events.length);
          const loud = screen.filter((notice) => !notice.isSilent).map((notice) => notice.title);
          expect(new Set(loud).size).toBe(loud.length);
        },
      ),
      { numRuns: runs(8) },
    );
  },
);

test('nothing is announced until the welcome is done', async () => {
  const computer = await computerAt('2026-11-20T14:49:00Z', standUp);
  computer.store.write('settings', { reminders: tenMinutes });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:52:00Z');
  expect(titlesOf(app.notifier)).toEqual([]);
  await app.window.ask('settings:change', { isWelcomeDone: true });
  await settle();
  expect(titlesOf(app.notifier)).toEqual(['Stand-up']);
});

test('a meeting moved back and forth is announced with each move, and reminded of at its final time', async () => {
  const at = (time: string): EventWish => ({ ...standUp, start: `2026-11-20T${time}:00Z` });
  const computer = await computerAt('2026-11-20T12:00:00Z', at('15:00'));
  await using app = await computer.start();
  const moved: string[] = [];
  for (const time of ['15:30', '15:00', '15:30', '15:45', '15:00']) {
    computer.network.serve(address, aCalendar([at(time)]), `"${moved.length}"`);
    await app.window.ask('feeds:refresh');
    await computer.clock.advance(MINUTE);
    moved.push(app.notifier.notices.at(-1)?.body ?? '');
  }
  expect(app.notifier.notices).toHaveLength(5);
  expect(moved.map((body) => /\d\d:\d\d/.exec(body)?.[0])).toEqual([
    '16:30',
    '16:00',
    '16:30',
    '16:45',
    '16:00',
  ]);
  await computer.clock.advanceTo('2026-11-20T14:49:59Z');
  expect(app.notifier.notices).toHaveLength(5);
  await computer.clock.advanceTo('2026-11-20T14:50:00Z');
  expect(app.notifier.notices.slice(5).map(({ body }) => body)).toEqual(['In 10 min · 16:00–16:30 · Zoom']);
  await computer.clock.advanceTo('2026-11-20T15:50:00Z');
  expect(app.notifier.notices).toHaveLength(6);
});
