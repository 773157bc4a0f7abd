import { expect, test } from 'vitest';
import { HOUR } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const NOW = '2026-11-30T09:00:00Z';
const CALENDAR = 'https://kites.example.org/calendar.ics';

/** A directory of one community, with a calendar, a page and a meeting that a text states. */
function directory(time = '17:00', id = 'kites'): readonly [index: string, entry: string] {
  const source = {
    name: 'kites/community, README.md',
    url: 'https://github.com/kites/community',
    age: 'text of 2025',
  };
  const entry = {
    format: 1,
    id,
    name: 'Kites',
    kind: 'project',
    about: 'Flies kites.',
    website: 'https://kites.example.org',
    sources: [source],
    source: 0,
    calendars: [{ kind: 'ics', address: CALENDAR, covers: 'All meetings', source: 0 }],
    meetings: [
      {
        id: 'board',
        title: 'Kites board',
        when: { kind: 'weekly', weeks: 1, on: ['TU'], anchor: null },
        time,
        zone: 'UTC',
        minutes: 60,
        source: 0,
      },
    ],
  };
  const row = {
    id,
    name: 'Kites',
    aliases: [],
    topics: [],
    kind: 'project',
    foundation: null,
    about: 'Flies kites.',
    isArchived: false,
    calendarCount: 1,
    mainCount: 1,
    meetingCount: 1,
    datedCount: 1,
    addresses: [CALENDAR],
  };
  return [JSON.stringify({ format: 1, communities: [row] }), JSON.stringify(entry)];
}

const full = aCalendar([
  { title: 'Kites call', start: '2026-12-03T17:00:00Z', lines: ['RRULE:FREQ=WEEKLY'] },
]);
const EMPTY = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nEND:VCALENDAR\r\n';

function computer(): Computer {
  const one = new Computer(NOW);
  one.network.serve(CALENDAR, full);
  ship(one);
  return one;
}

/** A version of the app whose directory states that time. */
function ship(one: Computer, time?: string): void {
  const [index, entry] = directory(time);
  one.memory.put('/app/catalogue/directory/index.json', index);
  one.memory.put('/app/catalogue/directory/kites.json', entry);
}

const feedsOf = async (app: RunningApp) =>
  (await app.window.ask('feeds:list')).map(({ feed }) => feed).filter(({ id }) => id !== 'kubernetes');
const titlesOf = async (app: RunningApp) => [
  ...new Set((await app.window.askAgenda()).occurrences.map(({ title }) => title)),
];

/** Follows the calendar, and lets it become what the server then says. */
async function followed(own: Computer): Promise<RunningApp> {
  const app = await own.start();
  expect(await app.window.ask('directory:follow', 'kites', CALENDAR)).toMatchObject({ ok: true });
  return app;
}
const refresh = async (app: RunningApp): Promise<void> => {
  await app.window.ask('feeds:refresh');
  await settle();
  await settle();
};

test('a calendar that is gone says so, points to the page, and what is stated is shown as unconfirmed', async () => {
  const own = computer();
  await using app = await followed(own);
  own.network.fail(CALENDAR, 404);
  await refresh(app);
  const [calendar, stated] = await feedsOf(app);
  expect(stated).toMatchObject({
    name: 'Kites, unconfirmed',
    source: { kind: 'stated', community: 'kites', insteadOf: calendar?.id },
  });
  expect(await app.window.ask('app:problems')).toContainEqual({
    code: 'directory/calendarLost',
    title: 'A calendar of Kites that you follow is gone or empty',
    detail:
      'Look for a new one at https://kites.example.org. The meeting that its texts state is shown as unconfirmed meanwhile.',
  });
  expect(await app.window.ask('directory:lost', calendar?.id ?? '')).toEqual({
    id: 'kites',
    name: 'Kites',
    page: 'https://kites.example.org',
    statedCount: 1,
    isStatedShown: true,
  });
  const { occurrences } = await app.window.askAgenda();
  expect(occurrences.find(({ title }) => title === 'Kites board')?.doubts).toContainEqual({
    kind: 'unconfirmed',
    date: null,
    age: 'text of 2025',
  });
});

test('an empty calendar counts as lost at once; when it has meetings again, they replace what was stated', async () => {
  const own = computer();
  await using app = await followed(own);
  own.network.serve(CALENDAR, EMPTY);
  await refresh(app);
  expect(await titlesOf(app)).toContain('Kites board');
  own.network.serve(CALENDAR, full);
  await refresh(app);
  expect((await feedsOf(app)).map(({ source }) => source.kind)).toEqual(['web']);
  expect(await titlesOf(app)).toEqual(['Kites call']);
  expect(await app.window.ask('app:problems')).toEqual([]);
});

test('a server that does not answer is no loss', async () => {
  const own = computer();
  await using app = await followed(own);
  own.network.fail(CALENDAR, 503);
  await refresh(app);
  own.network.isOnline = false;
  await refresh(app);
  expect((await feedsOf(app)).map(({ source }) => source.kind)).toEqual(['web']);
});

test('what the user removes is not shown again, also after a restart; undoing that takes it back', async () => {
  const own = computer();
  {
    await using app = await followed(own);
    own.network.fail(CALENDAR, 404);
    await refresh(app);
    const stated = (await feedsOf(app)).find(({ source }) => source.kind === 'stated');
    await app.window.ask('feeds:remove', stated?.id ?? '');
    await refresh(app);
    expect((await feedsOf(app)).map(({ source }) => source.kind)).toEqual(['web']);
    await app.window.ask('feeds:restore', stated?.id ?? '');
    await refresh(app);
    expect((await feedsOf(app)).map(({ source }) => source.kind)).toEqual(['web', 'stated']);
    await app.window.ask('feeds:remove', stated?.id ?? '');
  }
  await using app = await own.start();
  await refresh(app);
  expect((await feedsOf(app)).map(({ source }) => source.kind)).toEqual(['web']);
});

test('if the user unfollows the lost calendar, what stood in for it goes too', async () => {
  const own = computer();
  await using app = await followed(own);
  own.network.fail(CALENDAR, 404);
  await refresh(app);
  const [calendar] = await feedsOf(app);
  await app.window.ask('feeds:remove', calendar?.id ?? '');
  await settle();
  await settle();
  expect(await feedsOf(app)).toEqual([]);
});

test('a newer app that states another time says so, and keeps what the user decided', async () => {
  const own = computer();
  let key = '';
  {
    await using app = await own.start();
    expect(await app.window.ask('directory:followStated', 'kites')).toMatchObject({ ok: true });
    key = (await app.window.askAgenda()).occurrences[0]?.key ?? '';
    const [feed] = await feedsOf(app);
    await app.window.ask('settings:change', { calendars: { [feed?.id ?? '']: { name: 'My kites' } } });
  }
  ship(own, '18:30');
  await own.clock.advance(25 * HOUR);
  await using app = await own.start();
  await settle();
  await settle();
  const { occurrences } = await app.window.askAgenda();
  const [next] = occurrences;
  expect(next?.time).toMatchObject({ start: Date.parse('2026-12-01T18:30:00Z') });
  // Notes and choices belong to feed and UID, which stay.
  const seriesOf = (one: string): string => one.slice(0, one.lastIndexOf('|'));
  expect(seriesOf(next?.key ?? '')).toBe(seriesOf(key));
  const [feed] = await feedsOf(app);
  expect((await app.window.ask('settings:get')).calendars[feed?.id ?? '']?.name).toBe('My kites');
  expect((await app.window.ask('changes:list')).map(({ title }) => title)).toEqual(['Kites board']);
});

test('stated meetings of a community whose file is damaged stay, and say why', async () => {
  const own = computer();
  {
    await using app = await own.start();
    await app.window.ask('directory:followStated', 'kites');
  }
  own.memory.put('/app/catalogue/directory/kites.json', '{"format": 1');
  await own.clock.advance(25 * HOUR);
  await using app = await own.start();
  await refresh(app);
  expect(await titlesOf(app)).toEqual(['Kites board']);
  const [, status] = await app.window.ask('feeds:list');
  expect(status?.health.failure).toMatchObject({ code: 'directory/damaged' });
});

test('a meeting that the directory states and a calendar of the community has become one', async () => {
  const own = computer();
  own.network.serve(
    CALENDAR,
    aCalendar([{ title: 'Kites board', start: '2026-12-01T17:00:00Z', lines: ['RRULE:FREQ=WEEKLY'] }]),
  );
  await using app = await followed(own);
  await app.window.ask('directory:followStated', 'kites');
  const { occurrences } = await app.window.askAgenda();
  const starts = occurrences.map(({ originalStart }) => originalStart);
  expect(starts.length).toBeGreaterThan(3);
  expect(new Set(starts).size).toBe(starts.length);
  expect(new Set(occurrences.map(({ sources }) => sources.length))).toEqual(new Set([2]));
  // The calendar confirms it, so nobody is asked.
  expect(occurrences.flatMap(({ doubts }) => doubts)).toEqual([]);
});

test('a stated meeting that the calendar has an hour later is one, at the time of the calendar', async () => {
  const own = computer();
  own.network.serve(
    CALENDAR,
    aCalendar([{ title: 'Kites Board Call', start: '2026-12-01T18:00:00Z', lines: ['RRULE:FREQ=WEEKLY'] }]),
  );
  await using app = await followed(own);
  await app.window.ask('directory:followStated', 'kites');
  const { occurrences } = await app.window.askAgenda();
  expect(occurrences[0]).toMatchObject({
    title: 'Kites Board Call',
    time: { start: Date.parse('2026-12-01T18:00:00Z') },
    doubts: [],
  });
  expect(new Set(occurrences.map(({ sources }) => sources.length))).toEqual(new Set([2]));
});
