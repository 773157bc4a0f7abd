import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { doubtText } from '#core/agenda/doubtText.ts';
import { MINUTE } from '#base';
import { settle } from '../fakes/fakeClock.ts';
import { Computer } from '../fakes/startApp.ts';

const NOW = '2026-11-30T09:00:00Z';

const OTEL =
  'https://calendar.google.com/calendar/ical/c_2bf73e3b6b530da4babd444e72b76a6ad893a5c3f43cf40467abc7a9a897f977%40group.calendar.google.com/public/basic.ics';

/** A calendar without a name of its own. */
const calendar = (title: string): string =>
  `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:collector
DTSTAMP:20260101T000000Z
DTSTART;TZID=America/Los_Angeles:20260107T090000
DURATION:PT1H
RRULE:FREQ=WEEKLY
SUMMARY:${title}
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

const EMPTY = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';

/** A computer with the real directory, or with what a text makes of its index. */
async function computerWithDirectory(index?: string, now = NOW): Promise<Computer> {
  const computer = new Computer(now);
  for (const name of ['index', 'opentelemetry', 'spdx', 'rust']) {
    const url = new URL(`../../assets/catalogue/directory/${name}.json`, import.meta.url);
    computer.memory.put(`/app/catalogue/directory/${name}.json`, await readFile(url, 'utf8'));
  }
  if (index !== undefined) computer.memory.put('/app/catalogue/directory/index.json', index);
  return computer;
}

test('the directory is listed offline; nothing of it is fetched or followed before the user follows it', async () => {
  const computer = await computerWithDirectory();
  computer.network.isOnline = false;
  await using app = await computer.start();
  const rows = await app.window.ask('directory:list');
  expect(rows.length).toBeGreaterThanOrEqual(110);
  expect(rows.filter(({ isFollowed, isUsed }) => isFollowed || isUsed)).toEqual([]);
  expect(await app.window.ask('directory:get', 'opentelemetry')).toMatchObject({
    ok: true,
    value: { entry: { id: 'opentelemetry' }, feedIds: {}, statedFeedId: null },
  });
  expect(computer.network.requests).toEqual([]);
  expect((await app.window.ask('feeds:list')).map(({ feed }) => feed.id)).toEqual(['kubernetes']);
});

test('following a calendar of a community brings its meetings, under the community’s name', async () => {
  const computer = await computerWithDirectory();
  computer.network.serve(OTEL, calendar('Collector'));
  await using app = await computer.start();
  const followed = await app.window.ask('directory:follow', 'opentelemetry', OTEL);
  expect(followed).toMatchObject({
    ok: true,
    value: { name: 'OpenTelemetry', seriesCount: 1, hasNext: true },
  });
  expect(computer.network.requests).toHaveLength(1);
  const { occurrences } = await app.window.askAgenda();
  expect(occurrences.map(({ title, feedName }) => [title, feedName])).toContainEqual([
    'Collector',
    'OpenTelemetry',
  ]);
  const rows = await app.window.ask('directory:list');
  expect(rows.filter(({ isFollowed }) => isFollowed).map(({ id }) => id)).toEqual(['opentelemetry']);
  const view = await app.window.ask('directory:get', 'opentelemetry');
  expect(view.ok && Object.keys(view.value.feedIds)).toEqual([OTEL]);
});

test('a calendar that does not answer, or is empty, is not followed and says why', async () => {
  const computer = await computerWithDirectory();
  await using app = await computer.start();
  expect(await app.window.ask('directory:follow', 'opentelemetry', OTEL)).toMatchObject({
    problem: { code: 'feed/notFound' },
  });
  computer.network.serve(OTEL, EMPTY);
  expect(await app.window.ask('directory:follow', 'opentelemetry', OTEL)).toMatchObject({
    problem: { code: 'directory/empty' },
  });
  expect(
    await app.window.ask('directory:follow', 'opentelemetry', 'https://example.org/x.ics'),
  ).toMatchObject({
    problem: { code: 'directory/notFollowable' },
  });
  expect((await app.window.ask('feeds:list')).map(({ feed }) => feed.id)).toEqual(['kubernetes']);
});

test('stated meetings are followed as unconfirmed: each asks whether it still takes place', async () => {
  const computer = await computerWithDirectory();
  await using app = await computer.start();
  expect(await app.window.ask('directory:followStated', 'spdx')).toMatchObject({
    ok: true,
    value: { name: 'SPDX' },
  });
  const { occurrences } = await app.window.askAgenda();
  const tech = occurrences.find(({ title }) => title === 'SPDX Tech Team');
  expect(tech?.statement).toEqual({ confirmedAt: null });
  expect(tech?.doubts.map(doubtText)).toContain(
    'This comes from a text of about 2023-2024. Does it still take place?',
  );
  const view = await app.window.ask('directory:get', 'spdx');
  expect(view.ok && view.value.statedFeedId).not.toBeNull();
  const rows = await app.window.ask('directory:list');
  expect(rows.find(({ id }) => id === 'spdx')?.isFollowed).toBe(true);
});

test('an answer confirms a stated meeting or takes it away, until it is taken back', async () => {
  const computer = await computerWithDirectory();
  await using app = await computer.start();
  await app.window.ask('directory:followStated', 'spdx');
  const tech = async () =>
    (await app.window.askAgenda()).occurrences.find(({ title }) => title === 'SPDX Tech Team');
  const inCommunities = async () =>
    (await app.window.ask('communities:get'))
      .flatMap(({ meetings }) => meetings)
      .find(({ title }) => title === 'SPDX Tech Team');
  const asked = await tech();
  const series = { feedId: asked?.feedId ?? '', uid: asked?.uid ?? '' };
  const say = (says: 'yes' | 'no' | null) => app.window.ask('statements:say', [series], says);

  await say('yes');
  expect(await tech()).toMatchObject({ statement: { confirmedAt: Date.parse(NOW) } });
  expect(await inCommunities()).toMatchObject({ isStillOn: true, questions: [] });
  await say('no');
  expect(await tech()).toBeUndefined();
  expect(await inCommunities()).toMatchObject({ isStillOn: false });
  await say(null);
  expect(await tech()).toEqual(asked);

  // Whether its past dates took place is unknown.
  const page = await app.window.ask('series:page', series);
  expect(page).toMatchObject({ ok: true, value: { earlier: [] } });
});

test('“No” to a meeting that was announced withdraws its notice, and announces nothing', async () => {
  // The meeting is on Tuesdays at 17:00 UTC.
  const computer = await computerWithDirectory(undefined, '2026-12-01T16:49:40Z');
  await using app = await computer.start();
  await app.window.ask('settings:change', { isWelcomeDone: true });
  await app.window.ask('directory:followStated', 'spdx');
  await settle();
  await computer.clock.advance(MINUTE);
  expect(app.notifier.notices).toHaveLength(1);
  const { occurrences } = await app.window.askAgenda();
  const tech = occurrences.find(({ title }) => title === 'SPDX Tech Team');
  const series = { feedId: tech?.feedId ?? '', uid: tech?.uid ?? '' };
  await app.window.ask('statements:say', [series], 'no');
  await settle();
  await computer.clock.advance(20 * MINUTE);
  expect(app.notifier.notices).toHaveLength(1);
  expect(app.notifier.notices[0]?.isWithdrawn).toBe(true);
});

test('a community that is followed offline stays followed: its calendar comes when the network does', async () => {
  const computer = await computerWithDirectory();
  computer.network.isOnline = false;
  await using app = await computer.start();
  expect(await app.window.ask('directory:followWhole', 'opentelemetry')).toMatchObject({
    ok: true,
    value: [{ name: 'OpenTelemetry', seriesCount: 0 }],
  });
  const titles = async (): Promise<string[]> => [
    ...new Set((await app.window.askAgenda()).occurrences.map(({ title }) => title)),
  ];
  expect(await titles()).toContain('OpenTelemetry: Profiling');
  computer.network.isOnline = true;
  computer.network.serve(OTEL, calendar('Collector'));
  await computer.clock.advance(3 * 60_000);
  await expect.poll(titles).toContain('Collector');
  await expect.poll(titles).not.toContain('OpenTelemetry: Profiling');
});

test('a community is suggested if a calendar of the user names it or uses its room', async () => {
  const computer = await computerWithDirectory();
  computer.network.serve('https://example.org/mine.ics', calendar('Rust compiler triage'));
  await using app = await computer.start();
  await app.window.ask('feeds:add', 'https://example.org/mine.ics');
  const rows = await app.window.ask('directory:list');
  expect(rows.filter(({ isUsed }) => isUsed).map(({ id }) => id)).toEqual(['rust']);
});

test('without its index the directory has the communities whose own files can be read', async () => {
  const computer = await computerWithDirectory('{"format": 1');
  computer.memory.put('/app/catalogue/directory/rust.json', '{"format": 1');
  await using app = await computer.start();
  const rows = await app.window.ask('directory:list');
  expect(rows.map(({ id }) => id)).toEqual(['opentelemetry', 'spdx']);
  expect(await app.window.ask('directory:get', 'missing')).toMatchObject({
    problem: { code: 'directory/unknown' },
  });
});

test('a damaged file of one community is named, and all other communities work', async () => {
  const computer = await computerWithDirectory();
  computer.memory.put('/app/catalogue/directory/rust.json', '{"format": 1, "id": "rust"}');
  await using app = await computer.start();
  const rows = await app.window.ask('directory:list');
  expect(rows.some(({ id }) => id === 'rust')).toBe(true);
  const problem = {
    code: 'directory/damaged',
    title: 'What the directory says about Rust cannot be read',
    detail: expect.stringContaining('/app/catalogue/directory/rust.json'),
  };
  for (const request of ['directory:get', 'directory:followWhole', 'directory:followStated'] as const)
    expect(await app.window.ask(request, 'rust')).toMatchObject({ ok: false, problem });
  expect(await app.window.ask('directory:get', 'opentelemetry')).toMatchObject({ ok: true });
});

test('following a community as a whole brings its calendars; if none answers it says so once', async () => {
  const computer = await computerWithDirectory();
  await using app = await computer.start();
  expect(await app.window.ask('directory:followWhole', 'opentelemetry')).toMatchObject({
    problem: { code: 'directory/noAnswer', title: 'No calendar of OpenTelemetry answered' },
  });
  computer.network.serve('https://rust-lang.github.io/calendar/all.ics', calendar('Lang triage'));
  // Rust has 33 calendars, and one that holds them all.
  expect(await app.window.ask('directory:followWhole', 'rust')).toMatchObject({
    ok: true,
    value: [{ name: 'Rust', seriesCount: 1 }],
  });
  const rows = await app.window.ask('directory:list');
  expect(rows.find(({ id }) => id === 'lf-energy')).toMatchObject({ calendarCount: 45, mainCount: 0 });
});

test('a stated meeting and the same one in a calendar become one', async () => {
  const computer = await computerWithDirectory();
  const mine = calendar('SPDX Tech Team')
    .replace(
      'DTSTART;TZID=America/Los_Angeles:20260107T090000',
      'DTSTART;TZID=America/New_York:20260106T120000',
    )
    .replace('END:VEVENT', 'LOCATION:https://zoom.us/j/663426859\r\nEND:VEVENT');
  computer.network.serve('https://example.org/spdx.ics', mine);
  await using app = await computer.start();
  await app.window.ask('directory:followStated', 'spdx');
  await app.window.ask('feeds:add', 'https://example.org/spdx.ics');
  const { occurrences } = await app.window.askAgenda();
  const tech = occurrences.filter(({ title }) => title === 'SPDX Tech Team');
  expect(new Set(tech.map(({ sources }) => sources.length))).toEqual(new Set([2]));
  const starts = tech.map(({ originalStart }) => originalStart);
  expect(new Set(starts).size).toBe(starts.length);
});
