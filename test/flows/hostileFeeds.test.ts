import { feedsProblem } from '#core/feeds/problems.ts';
import { expect, test } from 'vitest';
import { createFeedReader, createNodeFeedStore } from '#main/adapters/threads/feedReader.ts';
import type { FeedReader } from '#main/ports/feedReader.ts';
import { MINUTE, type Result, success } from '#base';
import {
  allDayForYears,
  dailyStandUp,
  everyTenMinutes,
  finePage,
  hourlyForYears,
  minutely,
  pageOfMarks,
  runningFor,
} from '../builders/hostileFeeds.ts';
import { settle } from '../fakes/fakeClock.ts';
import { FakeNotifier } from '../fakes/fakeDesktop.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const good = 'https://good.org/team.ics';
const hostile = 'https://hostile.org/feed';
const now = Date.parse('2026-11-20T13:00:00Z');
/** Servers that say so are asked seldom, which keeps the days short. */
const FRESH_MS = 60 * MINUTE;

/** When the stand-up was announced, by what the notices of one day said. */
const announced = (notifier: FakeNotifier): string[] =>
  notifier.notices.filter(({ title }) => title === 'Stand-up').map(({ body }) => body.split(' · ')[0] ?? '');

const standUps = async (app: RunningApp): Promise<number> =>
  (await app.window.askAgenda()).occurrences.filter(({ title }) => title === 'Stand-up').length;

test.each([
  ['2,000 events that run for weeks', runningFor(2_000, now)],
  ['5,000 meetings, one every ten minutes', everyTenMinutes(5_000, now)],
  ['one all-day event that repeats daily and lasts 17 years', allDayForYears(1)],
  ['600 of these', allDayForYears(600)],
  ['hourly events that last for decades', hourlyForYears(40)],
  ['meetings each minute', minutely(60)],
])('beside %s a daily stand-up is announced on time, also after a restart', async (_name, text) => {
  const computer = new Computer('2026-11-20T13:00:00Z');
  computer.network.serve(good, dailyStandUp(now), '"1"', FRESH_MS);
  computer.network.serve(hostile, text, '"1"', FRESH_MS);
  {
    const notifier = new FakeNotifier();
    await using app = await computer.start(notifier);
    expect(await app.window.ask('feeds:add', good)).toMatchObject({ ok: true });
    const alone = await standUps(app);
    await app.window.ask('feeds:add', hostile);
    expect(await standUps(app)).toBe(alone);
    expect((await app.window.askAgenda()).occurrences.length).toBeLessThanOrEqual(2_000 + alone);
    await computer.clock.advanceTo('2026-11-20T15:01:00Z');
    expect(announced(notifier)).toEqual(['In 10 min', 'In 1 min', 'Starts now']);
  }
  computer.clock.jumpTo('2026-11-21T14:30:00Z');
  const notifier = new FakeNotifier();
  await using again = await computer.start(notifier);
  await computer.clock.advanceTo('2026-11-21T15:01:00Z');
  expect(await standUps(again)).toBeGreaterThan(30);
  expect(announced(notifier)).toEqual(['In 10 min', 'In 1 min', 'Starts now']);
});

test('a page that turns hostile keeps its meetings, and other feeds are not affected', async () => {
  const computer = new Computer('2026-11-20T13:00:00Z');
  computer.network.serve(good, dailyStandUp(now), '"1"', FRESH_MS);
  computer.network.serve(hostile, finePage());
  const notifier = new FakeNotifier();
  await using app = await computer.start(notifier);
  await app.window.ask('feeds:add', good);
  await app.window.ask('feeds:add', hostile);
  computer.network.serve(hostile, pageOfMarks());
  await computer.clock.advanceTo('2026-11-20T15:01:00Z');
  expect(announced(notifier)).toEqual(['In 10 min', 'In 1 min', 'Starts now']);
  const { occurrences } = await app.window.askAgenda();
  expect(occurrences.some(({ title }) => title !== 'Stand-up')).toBe(true);
  expect(await app.window.ask('feeds:list')).toMatchObject([
    {},
    { health: { failure: null } },
    { health: { state: 'failing', failure: { code: 'community/notMarkdown' } } },
  ]);
});

/** A reader for which dating the feed of an address takes two seconds of CPU time. */
function slowToDate(address: string): FeedReader {
  let slowHandle: number | null = null;
  let present: number | null = null;
  let cpu = 0;
  const shelf = createNodeFeedStore(0, {
    cpu: () => (present !== null && present === slowHandle ? (cpu += 2_000) : cpu),
    working: (handle) => (present = handle),
  });
  return {
    ...createFeedReader(),
    read: async (feed) => {
      const outcome = shelf.read(feed);
      if (feed.location === address && outcome.kind === 'read') slowHandle = outcome.digest.handle;
      return success(outcome);
    },
    agenda: async (...question) => shelf.agenda(...question),
  };
}

test('a feed that takes too long to date is named with what to do, and retried with back-off', async () => {
  const computer = new Computer('2026-11-20T13:00:00Z');
  computer.newReader = () => slowToDate(hostile);
  computer.network.serve(hostile, dailyStandUp(now), '"1"', FRESH_MS);
  computer.network.serve(good, dailyStandUp(now), '"1"', FRESH_MS);
  const health = async (app: RunningApp) => (await app.window.ask('feeds:list')).at(-1)?.health;
  {
    await using app = await computer.start();
    await app.window.ask('feeds:add', good);
    await app.window.ask('feeds:add', hostile);
    expect(await health(app)).toMatchObject({
      state: 'failing',
      failure: { code: 'feed/tooHeavyToDate', detail: expect.stringContaining('ask its owner') },
      nextTry: Date.parse('2026-11-20T13:15:00Z'),
    });
    expect(await standUps(app)).toBeGreaterThan(30);
    await computer.clock.advanceTo('2026-11-20T13:16:00Z');
    expect((await health(app))?.nextTry).toBe(Date.parse('2026-11-20T13:45:00Z'));
  }
  await using again = await computer.start();
  expect(await health(again)).toMatchObject({
    failure: { code: 'feed/tooHeavyToDate' },
    nextTry: Date.parse('2026-11-20T13:45:00Z'),
  });
  // Whoever asks for it by hand has it tried at once.
  await again.window.ask('feeds:refresh');
  expect((await health(again))?.nextTry).toBe(Date.parse('2026-11-20T14:16:00Z'));
});

test('what a removed feed left out is no longer reported', async () => {
  const computer = new Computer('2026-11-20T13:00:00Z');
  computer.network.serve(hostile, minutely(60), '"1"', FRESH_MS);
  await using app = await computer.start();
  const codes = async () => (await app.window.ask('app:problems')).map(({ code }) => code);
  const added = await app.window.ask('feeds:add', hostile);
  expect(await codes()).toContain('calendar/tooManyDates');
  await app.window.ask('feeds:remove', added.ok ? added.value.id : '');
  await settle();
  expect(await codes()).toEqual([]);
});

test('the window opens before a slow feed is read', async () => {
  const computer = new Computer('2026-11-20T13:00:00Z');
  const ended = Promise.withResolvers<Result<never>>();
  computer.newReader = () => ({
    ...createFeedReader(),
    read: () => ended.promise,
    [Symbol.asyncDispose]: async () => ended.resolve({ ok: false, problem: feedsProblem('feed/resting') }),
  });
  await using app = await computer.start();
  app.launches.startAgain();
  expect(app.desktop.routes).toEqual([null]);
  expect(await app.window.ask('settings:get')).toMatchObject({ isWelcomeDone: true });
});
