import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { asksForWeek } from '#calendar';
import { doubtText } from '#core/agenda/doubtText.ts';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { MINUTE } from '#base';
import { FakeNotifier } from '../fakes/fakeDesktop.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const connection = createConnection({ env: {}, askSystem: null });

/** A server on this computer that gives the files of our fixtures, as any host of plain files does. */
async function serveFixtures() {
  const folder = new URL('../../packages/community-pages/test/fixtures/', import.meta.url);
  const server = createServer((request, response) => {
    readFile(new URL(`.${request.url ?? ''}`, folder)).then(
      (bytes) => response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : bound;
  return {
    address: (name: string): string => `http://127.0.0.1:${String(port)}/${name}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function onlineComputer(): Computer {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.http = createHttp('OfficeHours/test', connection.send);
  return computer;
}

test('the preview of a page shows its meetings, its open questions and its calendar', async () => {
  await using server = await serveFixtures();
  await using app = await onlineComputer().start();
  const preview = await app.window.ask('feeds:preview', server.address('with-calendar.md'));
  expect(preview).toMatchObject({
    ok: true,
    value: {
      format: 'markdown',
      name: 'Kite flyers',
      seriesCount: 2,
      calendar:
        'https://calendar.google.com/calendar/ical/kites%40group.calendar.google.com/public/basic.ics',
      problems: [],
    },
  });
  const questions = preview.ok ? preview.value.questions.flatMap((one) => one.questions.map(doubtText)) : [];
  expect(questions.join(' ')).toMatch(/every two weeks|second Tuesday/iu);
});

test('a followed page and a followed sigs.yaml are in the agenda with their communities', async () => {
  await using server = await serveFixtures();
  await using app = await onlineComputer().start();
  for (const name of ['with-calendar.md', 'groups.yaml'])
    expect(await app.window.ask('feeds:add', server.address(name))).toMatchObject({ ok: true });
  const feeds = await app.window.ask('feeds:list');
  expect(feeds.map(({ feed }) => feed.format)).toEqual(['catalogue', 'markdown', 'sigs']);
  const { occurrences } = await app.window.askAgenda();
  expect(new Set(occurrences.map(({ feedName }) => feedName)).size).toBe(2);
  expect(await app.window.ask('communities:get')).not.toEqual([]);
});

test('HTML fragments in a page are read; a missing page is refused with an explanation', async () => {
  await using server = await serveFixtures();
  await using app = await onlineComputer().start();
  expect(await app.window.ask('feeds:preview', server.address('html-page.md'))).toMatchObject({ ok: true });
  expect(await app.window.ask('feeds:preview', server.address('nothing.md'))).toMatchObject({
    problem: { code: 'feed/notFound' },
  });
});

test('the answer to “which week?” leaves the right dates with reminders, survives a restart and can be undone', async () => {
  await using server = await serveFixtures();
  const computer = onlineComputer();
  await using app = await computer.start();
  await app.window.ask('feeds:add', server.address('with-calendar.md'));
  const tuesdays = async ({ window }: RunningApp) =>
    (await window.askAgenda()).occurrences.filter((one) => one.week !== null);
  const open = await tuesdays(app);
  expect(open).toHaveLength(6);
  const { feedId = '', uid = '' } = open[0]?.week ?? {};
  const series = [{ feedId, uid }];
  const said = { says: 'on', date: '2026-12-01' } as const;
  expect(await app.window.ask('weeks:say', series, said)).toEqual({ ok: true, value: null });
  const kites = (await app.window.ask('communities:get')).find((one) => one.feedId === feedId);
  const answered = kites?.meetings.find((one) => one.uid === uid);
  expect(answered).toMatchObject({ isWeekUnknown: false });
  expect(answered?.questions.some(asksForWeek)).toBe(false);
  const settled = await tuesdays(app);
  expect(settled.map((one) => one.originalStart.slice(0, 10))).toEqual([
    '2026-11-17',
    '2026-12-01',
    '2026-12-15',
  ]);
  expect(settled.some((one) => one.isWeekUnknown)).toBe(false);
  await app[Symbol.asyncDispose]();

  computer.clock.jumpTo('2026-12-01T15:49:30Z');
  const notifier = new FakeNotifier();
  await using again = await computer.start(notifier);
  expect((await tuesdays(again)).map((one) => one.key)).toContain(settled[1]?.key);
  await computer.clock.advance(MINUTE);
  expect(notifier.notices.map(({ title }) => title).join(' ')).toMatch(/Kite flyers/u);
  expect(await again.window.ask('weeks:takeBack', series, 'all')).toMatchObject({ ok: true });
  expect((await tuesdays(again)).every((one) => one.isWeekUnknown)).toBe(true);
  const unknown = [{ feedId: 'nobody', uid }];
  expect(await again.window.ask('weeks:takeBack', unknown, 'all')).toMatchObject({
    problem: { code: 'feed/unknown' },
  });
});
