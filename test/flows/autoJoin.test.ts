import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultReminderRules, type ReminderLead } from '#core/reminders/reminderRules.ts';
import { SECOND } from '#base';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';
import { runs } from '../effort.ts';

const address = 'https://example.org/team.ics';
const start = '2026-11-20T15:00:00Z';
const room = (number: number): string => `https://zoom.us/j/9568085896${number}?pwd=S3cretPass`;
const meeting = (number: number, more: Partial<EventWish> = {}): EventWish => ({
  title: `Meeting ${number}`,
  start,
  minutes: 30,
  lines: [`LOCATION:${room(number)}`],
  ...more,
});
const atStart: ReminderLead[] = [{ minutes: 0, kind: 'autoJoin' }];

/** A computer a quarter of an hour before, on which meetings are joined by themselves at their start. */
async function computerWith(...events: EventWish[]): Promise<Computer> {
  const computer = new Computer('2026-11-20T14:45:00Z');
  const reminders = { ...defaultReminderRules, leads: atStart };
  computer.store.write('settings', { isWelcomeDone: true, reminders });
  computer.network.serve(address, aCalendar(events));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const textsOf = (app: RunningApp): string[] => app.alert.cards.map(({ text }) => text);

test('a meeting is joined automatically twenty seconds after the alert window opened, with a countdown', async () => {
  const computer = await computerWith(meeting(1));
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:59:59.999Z');
  expect(app.alert.isOpen).toBe(false);
  await computer.clock.advanceTo(start);
  expect(app.alert.cards).toMatchObject([{ joinsAt: Date.parse(start) + 20 * SECOND, text: '' }]);
  await computer.clock.advance(20 * SECOND - 1);
  expect(app.desktop.opened).toEqual([]);
  await computer.clock.advance(1);
  expect(app.desktop.opened).toEqual([room(1)]);
  expect(app.alert.isOpen).toBe(false);
  await computer.clock.advance(3600 * SECOND);
  expect(app.desktop.opened).toHaveLength(1);
});

test('“Stay out” keeps the card and stops the countdown', async () => {
  const computer = await computerWith(meeting(1));
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:00:05Z');
  await app.window.ask('reminders:act', app.alert.cards[0]?.key ?? '', 'stayOut');
  await computer.clock.advance(60 * SECOND);
  expect(app.desktop.opened).toEqual([]);
  expect(app.alert.cards).toMatchObject([{ joinsAt: null, text: '' }]);
});

test.each(['dismiss', 'notes', { snooze: '5' }] as const)(
  'any other answer ends the countdown: %j',
  async (action) => {
    const computer = await computerWith(meeting(1));
    await using app = await computer.start();
    await app.window.ask('settings:change', {
      reminders: { ...defaultReminderRules, leads: atStart, nag: true },
    });
    await computer.clock.advanceTo('2026-11-20T15:00:05Z');
    await app.window.ask('reminders:act', app.alert.cards[0]?.key ?? '', action);
    await computer.clock.advanceTo('2026-11-20T15:20:00Z');
    expect(app.desktop.opened).toEqual([]);
    // Put off, it comes back as a large window that joins nothing by itself.
    expect(app.alert.cards.map(({ joinsAt }) => joinsAt)).toEqual(typeof action === 'object' ? [null] : []);
  },
);

test('no meeting is joined while the screen is locked, before or during the countdown', async () => {
  for (const lockedAt of ['2026-11-20T14:50:00Z', '2026-11-20T15:00:04Z']) {
    const computer = await computerWith(meeting(1));
    await using app = await computer.start();
    await computer.clock.advanceTo(lockedAt);
    computer.power.lock();
    await computer.clock.advanceTo('2026-11-20T15:05:00Z');
    await computer.power.unlock();
    await computer.clock.advanceTo('2026-11-20T15:10:00Z');
    expect(app.desktop.opened).toEqual([]);
    expect(textsOf(app)).toEqual(['Not joined automatically: the screen is locked']);
  }
});

test('a meeting missed during sleep is announced, not joined, also if sleep begins during the countdown', async () => {
  for (const asleepAt of ['2026-11-20T14:50:00Z', '2026-11-20T15:00:04Z']) {
    const computer = await computerWith(meeting(1));
    await using app = await computer.start();
    await computer.clock.advanceTo(asleepAt);
    computer.clock.jumpTo('2026-11-20T15:07:00Z');
    await computer.power.resume();
    await computer.clock.advance(60 * SECOND);
    expect(app.desktop.opened).toEqual([]);
    expect(textsOf(app)).toEqual(['Not joined automatically: it is late']);
  }
});

test('after a start in the middle of the meeting it is announced without a sound, not joined', async () => {
  const computer = await computerWith(meeting(1));
  await computer.clock.advanceTo('2026-11-20T15:00:02Z');
  await using app = await computer.start();
  await computer.clock.advance(60 * SECOND);
  expect(app.notifier.notices).toMatchObject([{ isSilent: true }]);
  expect(app.desktop.opened).toEqual([]);
});

test('of two meetings that begin at the same time neither is joined automatically', async () => {
  const computer = await computerWith(meeting(1), meeting(2));
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:01:00Z');
  expect(app.desktop.opened).toEqual([]);
  const why = 'Not joined automatically: two meetings begin at the same time';
  expect(textsOf(app)).toEqual([why, why]);
});

test('nor is any of three', async () => {
  const computer = await computerWith(meeting(1), meeting(2), meeting(3));
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:01:00Z');
  expect(app.desktop.opened).toEqual([]);
  expect(new Set(textsOf(app))).toEqual(
    new Set(['Not joined automatically: two meetings begin at the same time']),
  );
});

test('a user in a meeting is not moved to another one', async () => {
  const computer = await computerWith(meeting(1, { start: '2026-11-20T14:45:00Z', minutes: 60 }), meeting(2));
  await using app = await computer.start();
  const { occurrences } = await app.window.askAgenda();
  await app.window.ask('join:open', occurrences[0]?.key ?? '', null);
  await computer.clock.advanceTo('2026-11-20T15:01:00Z');
  expect(app.desktop.opened).toEqual([room(1)]);
  expect(textsOf(app)).toEqual(['Not joined automatically: you are in another meeting']);
});

test('a meeting without a room or window, paused, moved or cancelled is not joined automatically', async () => {
  {
    const computer = await computerWith(meeting(1, { lines: [] }));
    await using app = await computer.start();
    await computer.clock.advanceTo('2026-11-20T15:01:00Z');
    expect([app.desktop.opened, textsOf(app)]).toEqual([[], ['']]);
  }
  {
    const computer = await computerWith(meeting(1));
    await using app = await computer.start();
    app.alert.isBroken = true;
    await computer.clock.advanceTo('2026-11-20T15:01:00Z');
    expect(app.desktop.opened).toEqual([]);
  }
  {
    const computer = await computerWith(meeting(1));
    await using app = await computer.start();
    await computer.clock.advanceTo('2026-11-20T15:00:03Z');
    app.desktop.pauseFromTray('hour');
    await computer.clock.advance(60 * SECOND);
    expect(app.desktop.opened).toEqual([]);
  }
  for (const change of [{ start: '2026-11-20T15:30:00Z' }, { lines: ['STATUS:CANCELLED'] }]) {
    const computer = await computerWith(meeting(1));
    await using app = await computer.start();
    await computer.clock.advanceTo('2026-11-20T15:00:03Z');
    computer.network.serve(address, aCalendar([meeting(1, change)]));
    await app.window.ask('feeds:refresh');
    await settle();
    await computer.clock.advance(60 * SECOND);
    expect(app.desktop.opened).toEqual([]);
  }
});

/** What happens to the computer around the start of the meeting, and for how many seconds. */
interface Happening {
  readonly what: 'wait' | 'sleep' | 'lock' | 'unlock' | 'stayOut' | 'restart';
  readonly s: number;
}

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('wait'), s: fc.integer({ min: 1, max: 12 }) }) },
  fc.record({ what: fc.constant('sleep'), s: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ what: fc.constantFrom('lock', 'unlock', 'stayOut', 'restart'), s: fc.constant(0) }),
);
const calm: readonly Happening[] = Array.from({ length: 40 }, () => ({ what: 'wait', s: 1 }));

test(
  'whatever happens around its start, a meeting is joined once, on time, before open eyes; and if nothing does, it is',
  { tags: ['deep'] },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 14 }), async (happenings) => {
        const computer = await computerWith(meeting(1));
        await computer.clock.advanceTo('2026-11-20T14:59:40Z');
        let app = await computer.start();
        /** When the screen was dark, or nobody could have stopped it, last (ms). */
        let blindAt = -Infinity;
        let joins = 0;
        let isRefused = false;
        const watch = (): void => {
          joins += app.desktop.opened.splice(0).length;
        };
        const check = (before: number): void => {
          const opened = app.desktop.opened.length;
          watch();
          if (opened === 0) return;
          expect(joins).toBe(1);
          expect(isRefused).toBe(false);
          const now = computer.clock.now();
          // The steps are seconds: it was joined in the last of them.
          expect(before - Date.parse(start)).toBeLessThan(26 * SECOND);
          expect(now - Date.parse(start)).toBeGreaterThanOrEqual(20 * SECOND);
          expect(now - blindAt).toBeGreaterThanOrEqual(20 * SECOND);
        };
        for (const one of [...happenings, ...calm]) {
          if (one.what === 'lock') computer.power.lock();
          else if (one.what === 'unlock') await computer.power.unlock();
          else if (one.what === 'stayOut') {
            const card = app.alert.cards.find(({ joinsAt }) => joinsAt !== null);
            if (card !== undefined) await app.window.ask('reminders:act', card.key, 'stayOut');
            isRefused ||= card !== undefined;
          } else if (one.what === 'restart') {
            await app[Symbol.asyncDispose]();
            app = await computer.start();
          } else if (one.what === 'sleep') {
            computer.clock.jumpTo(new Date(computer.clock.now() + one.s * SECOND).toISOString());
            await computer.power.resume();
          } else
            for (let second = 0; second < one.s; second += 1) {
              const before = computer.clock.now();
              await computer.clock.advance(SECOND);
              if (computer.power.isLocked()) blindAt = computer.clock.now();
              check(before);
            }
          if (one.what === 'sleep' && one.s > 5) blindAt = computer.clock.now();
          check(computer.clock.now());
        }
        const isCalm = happenings.every(({ what }) => what === 'wait');
        expect(joins).toBeGreaterThanOrEqual(isCalm ? 1 : 0);
        await app[Symbol.asyncDispose]();
      }),
      { numRuns: runs(60) },
    );
  },
);
