import { expect, test } from 'vitest';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';
import { settle } from '../fakes/fakeClock.ts';

/** Which room one lands in: chosen among several, in a program or the browser, in services of the user's own. */

const TEAM = 'https://example.org/team.ics';
const OTHER = 'https://example.org/other.ics';
const ZOOM = 'https://zoom.us/j/97072789944?pwd=AbC';
const MEET = 'https://meet.google.com/abc-defg-hij';

const weekly: EventWish = {
  title: 'Sync',
  start: '2026-11-20T16:00:00Z',
  lines: ['RRULE:FREQ=WEEKLY', `DESCRIPTION:EMEA ${ZOOM}\\nAPAC ${MEET}`],
};

async function computerWith(...feeds: readonly (readonly [address: string, events: readonly EventWish[]])[]) {
  const computer = new Computer('2026-11-20T15:50:00Z');
  for (const [address, events] of feeds)
    computer.network.serve(address, aCalendar(events, address.slice(20, 24)));
  await using app = await computer.start();
  for (const [address] of feeds) await app.window.ask('feeds:add', address);
  return computer;
}

const agendaOf = async (app: RunningApp) => (await app.window.askAgenda()).occurrences;
const keyAt = async (app: RunningApp, index = 0): Promise<string> => (await agendaOf(app))[index]?.key ?? '';

test('a chosen room applies to every date, after a restart too, until it is undone', async () => {
  const computer = await computerWith([TEAM, [weekly]]);
  {
    await using app = await computer.start();
    const key = await keyAt(app);
    expect(await app.window.ask('rooms:choose', key, MEET)).toMatchObject({ ok: true });
    expect(await app.window.ask('rooms:choose', key, 'https://evil.example/')).toMatchObject({ ok: false });
  }
  await using app = await computer.start();
  for (const { joinLinks, roomChosenAt } of await agendaOf(app))
    expect([joinLinks[0]?.url, roomChosenAt]).toEqual([MEET, Date.parse('2026-11-20T15:50:00Z')]);
  await app.window.ask('join:open', await keyAt(app), null);
  expect(app.desktop.opened).toEqual([MEET]);
  await app.window.ask('rooms:choose', await keyAt(app), null);
  expect((await agendaOf(app))[0]).toMatchObject({ roomChosenAt: null, joinLinks: [{ url: ZOOM }, {}] });
});

test('joining one of several rooms chooses it for the next dates; joining another one later changes nothing', async () => {
  const computer = await computerWith([TEAM, [weekly]]);
  await using app = await computer.start();
  const key = await keyAt(app);
  await app.window.ask('join:open', key, null);
  await settle();
  expect((await agendaOf(app))[0]?.roomChosenAt).toBeNull();
  await app.window.ask('join:open', key, MEET);
  await settle();
  expect((await agendaOf(app))[1]).toMatchObject({ joinLinks: [{ url: MEET }, { url: ZOOM }] });
  await app.window.ask('join:open', key, ZOOM);
  await settle();
  expect((await agendaOf(app))[0]?.joinLinks[0]?.url).toBe(MEET);
});

test('the alert window offers both rooms and remembers the chosen one', async () => {
  const computer = await computerWith([TEAM, [weekly]]);
  await using app = await computer.start();
  await app.window.ask('settings:change', {
    reminders: {
      ...(await app.window.ask('settings:get')).reminders,
      leads: [{ minutes: 5, kind: 'alert' }],
    },
  });
  await computer.clock.advanceTo('2026-11-20T15:55:00Z');
  const { cards } = await app.window.ask('alert:get');
  expect(cards).toMatchObject([
    {
      rooms: [
        { url: ZOOM, name: 'Zoom' },
        { url: MEET, name: 'Google Meet' },
      ],
    },
  ]);
  const card = cards[0]?.key ?? '';
  expect(await app.window.ask('reminders:act', card, { room: MEET })).toMatchObject({ ok: true });
  await settle();
  expect(app.desktop.opened).toEqual([MEET]);
  expect((await agendaOf(app))[0]?.joinLinks[0]?.url).toBe(MEET);
  expect((await app.window.ask('alert:get')).cards).toEqual([]);
});

test('a room opens in its program only if the user chose that and the program exists', async () => {
  const computer = await computerWith([TEAM, [weekly]]);
  await using app = await computer.start();
  expect(await app.window.ask('join:apps')).toEqual([]);
  const key = await keyAt(app);
  await app.window.ask('settings:change', { joinApps: ['zoommtg'] });
  await app.window.ask('join:open', key, null);
  app.desktop.programs.set('zoommtg', 'Zoom Workplace');
  expect(await app.window.ask('join:apps')).toEqual([
    { name: 'Zoom', scheme: 'zoommtg', program: 'Zoom Workplace' },
  ]);
  await app.window.ask('join:open', key, null);
  expect(app.desktop.opened).toEqual([ZOOM, 'zoommtg://zoom.us/join?confno=97072789944&pwd=AbC']);
});

test('the earlier setting “programs for all rooms” is migrated', async () => {
  const computer = await computerWith([TEAM, [weekly]]);
  computer.store.write('settings', { joinWith: 'app', isWelcomeDone: true });
  await using app = await computer.start();
  app.desktop.programs.set('zoommtg', 'Zoom');
  await app.window.ask('join:open', await keyAt(app), null);
  expect(app.desktop.opened).toEqual(['zoommtg://zoom.us/join?confno=97072789944&pwd=AbC']);
});

test('a service of the user’s own is found in every feed at once, and forgotten when it is removed', async () => {
  const room = 'https://meet.example.org/Hall';
  const computer = await computerWith([
    TEAM,
    [{ title: 'Hall', start: '2026-11-20T16:00:00Z', lines: [`DESCRIPTION:Join ${room}`] }],
  ]);
  await using app = await computer.start();
  expect((await agendaOf(app))[0]?.joinLinks).toEqual([]);
  const service = { name: 'Our Jitsi', host: 'meet.example.org', path: '/{room}', app: 'none' } as const;
  expect(await app.window.ask('services:add', { ...service, host: 'zoom.us' })).toMatchObject({
    problem: { title: 'Zoom is built in' },
  });
  expect(await app.window.ask('services:add', service)).toMatchObject({ ok: true });
  await settle();
  expect((await agendaOf(app))[0]?.joinLinks).toMatchObject([{ serviceName: 'Our Jitsi', url: room }]);
  await app.window.ask('join:open', await keyAt(app), null);
  expect(app.desktop.opened).toEqual([room]);
  await app.window.ask('services:remove', 'meet.example.org', '/{room}');
  await settle();
  expect((await agendaOf(app))[0]?.joinLinks).toEqual([]);
});

test('the window knows which rooms were opened near their start, also after a restart', async () => {
  const computer = await computerWith([TEAM, [weekly]]);
  let visits: readonly unknown[] = [];
  {
    await using app = await computer.start();
    visits = [{ key: await keyAt(app), kind: 'opened', at: computer.clock.now() }];
    expect(await app.window.ask('join:visits')).toEqual([]);
    await app.window.ask('join:open', await keyAt(app), null);
    await settle();
    expect(app.window.received('join:visits').at(-1)).toEqual(visits);
  }
  await using app = await computer.start();
  expect(await app.window.ask('join:visits')).toEqual(visits);
});

test('two conflicting sources are both in the agenda until one is chosen, and again when that is undone', async () => {
  const uid = '5aq3kz81@google.com';
  const computer = await computerWith(
    [TEAM, [{ title: 'Sync', uid, start: '2026-11-20T16:00:00Z' }]],
    [OTHER, [{ title: 'Sync', uid, start: '2026-11-20T17:00:00Z' }]],
  );
  await using app = await computer.start();
  const [first, second] = await agendaOf(app);
  const [other] = first?.versions?.others ?? [];
  expect(other).toMatchObject({ key: second?.key, time: second?.time });
  const use = { feedId: second?.feedId ?? '', uid };
  const over = { feedId: first?.feedId ?? '', uid };
  await app.window.ask('sources:choose', 'use', use, over);
  expect(await agendaOf(app)).toMatchObject([
    { key: second?.key, versions: { others: [{ key: first?.key }] } },
  ]);
  await app.window.ask('sources:choose', 'takeBack', use, over);
  expect((await agendaOf(app)).map(({ key }) => key)).toEqual([first?.key, second?.key]);
});

test('a link that differs from last week’s is flagged, even if last week is no longer in the agenda', async () => {
  const event = { title: 'Sync', start: '2026-11-20T16:00:00Z' };
  const lines = ['RRULE:FREQ=WEEKLY', `LOCATION:${ZOOM}`];
  const computer = await computerWith([TEAM, [{ ...event, lines }]]);
  await computer.clock.advanceTo('2026-11-20T18:00:00Z');
  await (await computer.start())[Symbol.asyncDispose]();
  await computer.clock.advanceTo('2026-11-26T12:00:00Z');
  computer.network.serve(TEAM, aCalendar([{ ...event, lines: ['RRULE:FREQ=WEEKLY', `LOCATION:${MEET}`] }]));
  await using app = await computer.start();
  await app.window.ask('feeds:refresh');
  expect((await agendaOf(app)).slice(0, 2).map(({ roomFlags }) => roomFlags.map(({ kind }) => kind))).toEqual(
    [['changed'], []],
  );
});

test('if two meetings begin at the same time, the shortcut asks in the window which one to join', async () => {
  const computer = await computerWith([
    TEAM,
    [
      { title: 'One', start: '2026-11-20T16:00:00Z', lines: [`LOCATION:${ZOOM}`] },
      { title: 'Two', start: '2026-11-20T16:00:00Z', lines: [`LOCATION:${MEET}`] },
      { title: 'Lunch', start: '2026-11-20T15:45:00Z' },
    ],
  ]);
  await using app = await computer.start();
  computer.shortcuts.press('CommandOrControl+Shift+J');
  const occurrences = await agendaOf(app);
  // With the route, which waits for a window that is not there yet.
  expect(app.desktop.routes.at(-1)).toEqual({
    screen: 'agenda',
    occurrenceKey: null,
    which: occurrences.filter(({ title }) => title !== 'Lunch').map(({ key }) => key),
  });
  expect(app.desktop.opened).toEqual([]);
});
