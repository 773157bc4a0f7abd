import { expect, test } from 'vitest';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const mail = `Subject: Kite flyers

We meet every Thursday at 17:00 CET: https://zoom.us/j/95555555555
`;

const groups = `sigs:
- dir: sig-docks
  name: Docks
  meetings:
  - {description: Docks meeting, day: Monday, time: "10:00", tz: UTC, frequency: weekly}
  - {description: Ropes, day: Tuesday, time: "10:00", tz: UTC, frequency: weekly}
- dir: sig-cranes
  name: Cranes
  meetings:
  - {description: Cranes meeting, day: Wednesday, time: "09:00", tz: UTC, frequency: weekly}
`;

const titles = async ({ window }: RunningApp): Promise<string[]> =>
  [...new Set((await window.askAgenda()).occurrences.map(({ title }) => title))].toSorted();

test('pasted text has a preview, is followed, and is there after a restart', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  {
    await using app = await computer.start();
    expect(await app.window.ask('feeds:preview', mail)).toMatchObject({
      ok: true,
      value: {
        format: 'markdown',
        name: 'Kite flyers',
        seriesCount: 1,
        meetings: [
          { title: expect.stringContaining('Kite flyers'), rhythm: 'every Thursday', isDated: true },
        ],
        next: [{ joinLinks: [{ meetingId: '95555555555' }] }, {}, {}, {}, {}],
      },
    });
    expect(await titles(app)).toEqual([]);
    expect(await app.window.ask('feeds:add', mail)).toMatchObject({
      ok: true,
      value: { name: 'Kite flyers' },
    });
    expect(await app.window.ask('feeds:add', mail)).toMatchObject({ problem: { code: 'feed/known' } });
  }
  await using again = await computer.start();
  expect(await titles(again)).toEqual([expect.stringContaining('Kite flyers')]);
  expect(await again.window.ask('feeds:list')).toMatchObject([
    {},
    { maskedAddress: 'pasted text', health: { state: 'fresh' } },
  ]);
});

test('its text can be changed: the feed, its position and its choices stay', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  const added = await app.window.ask('feeds:add', mail);
  if (!added.ok) throw new Error(added.problem.detail);
  const { id } = added.value;
  expect(await app.window.ask('feeds:text', id)).toMatchObject({
    value: expect.stringContaining('every Thursday'),
  });
  const wish = { followed: 'all', replaces: id } as const;
  const changed = mail.replace('Thursday', 'Friday');
  expect(await app.window.ask('feeds:preview', changed, wish)).toMatchObject({
    value: { meetings: [{ rhythm: 'every Friday' }] },
  });
  expect(await app.window.ask('feeds:add', changed, wish)).toMatchObject({ ok: true, value: { id } });
  const [first] = (await app.window.askAgenda()).occurrences;
  expect(first).toMatchObject({ feedId: id, originalStart: '2026-11-20T16:00:00.000Z' });
  expect(await app.window.ask('feeds:text', 'kubernetes')).toMatchObject({
    problem: { code: 'feed/noText' },
  });
});

test('its address can be changed: the feed keeps its id, and with it rules and answers', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z', 'UTC');
  computer.network.serve('https://old.example.org/sigs.yaml', groups);
  computer.network.serve('https://new.example.org/sigs.yaml', groups.replace('Ropes', 'Knots'));
  await using app = await computer.start();
  const added = await app.window.ask('feeds:add', 'https://old.example.org/sigs.yaml');
  if (!added.ok) throw new Error(added.problem.detail);
  const { id } = added.value;
  await app.window.ask('feeds:follow', id, ['@sig-docks']);
  const wish = { followed: 'all', replaces: id } as const;
  expect(await app.window.ask('feeds:add', 'https://new.example.org/sigs.yaml', wish)).toMatchObject({
    ok: true,
    value: { id, followed: ['@sig-docks'] },
  });
  expect(await titles(app)).toEqual(['Docks meeting', 'Knots']);
  // The old address is free again, and is another feed then.
  const again = await app.window.ask('feeds:add', 'https://old.example.org/sigs.yaml');
  expect(again).toMatchObject({ ok: true });
  expect(again.ok && again.value.id).not.toBe(id);
  expect(await app.window.ask('feeds:preview', 'https://new.example.org/sigs.yaml')).toMatchObject({
    problem: { code: 'feed/known' },
  });
});

test('pasted text can become an address; the built-in catalogue cannot be changed', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z', 'UTC');
  computer.network.serve('https://example.org/sigs.yaml', groups);
  await using app = await computer.start();
  const added = await app.window.ask('feeds:add', mail);
  if (!added.ok) throw new Error(added.problem.detail);
  const wish = { followed: 'all', replaces: added.value.id } as const;
  expect(await app.window.ask('feeds:add', 'https://example.org/sigs.yaml', wish)).toMatchObject({
    ok: true,
  });
  expect(await titles(app)).toEqual(['Cranes meeting', 'Docks meeting', 'Ropes']);
  expect(await computer.memory.list('/user/pasted')).toEqual([]);
  expect(
    await app.window.ask('feeds:preview', mail, { followed: 'all', replaces: 'kubernetes' }),
  ).toMatchObject({ problem: { code: 'feed/builtIn' } });
});

test('removing the feed deletes its text', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  const added = await app.window.ask('feeds:add', mail);
  if (!added.ok) throw new Error(added.problem.detail);
  const kept = async (): Promise<number> => (await computer.memory.list('/user/pasted')).length;
  expect(await kept()).toBe(1);
  await app.window.ask('feeds:remove', added.value.id);
  expect(await kept()).toBe(0);
});

test.each([
  ['a text without a meeting', 'Dear all,\nthank you for the fish.\nBest, Ann', 'feed/noMeetingInText'],
  ['a web page', '<!doctype html>\n<title>Sign in</title>', 'community/notMarkdown'],
  ['broken YAML', 'sigs:\n- dir: x\n  name: [unclosed\n', 'community/notYaml'],
  ['broken JSON', '{"format": 1,\n"id"', 'catalogue/notJson'],
  ['two words', 'no address', 'feed/unknownAddress'],
])('%s is refused in plain words, and nothing is followed', async (_name, text, code) => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  for (const request of ['feeds:preview', 'feeds:add'] as const) {
    const outcome = await app.window.ask(request, text);
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
    expect(!outcome.ok && outcome.problem.detail.length).toBeGreaterThan(10);
  }
  expect(await app.window.ask('feeds:list')).toHaveLength(1);
});

test('whole groups and single meetings of an added feed are followed, also meetings that come later', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z', 'UTC');
  computer.network.serve('https://example.org/sigs.yaml', groups);
  await using app = await computer.start();
  const wish = { followed: 'none', replaces: null } as const;
  const added = await app.window.ask('feeds:add', 'https://example.org/sigs.yaml', wish);
  if (!added.ok) throw new Error(added.problem.detail);
  const { id } = added.value;
  expect(await titles(app)).toEqual([]);
  const communities = await app.window.ask('communities:get');
  expect(communities.map(({ name, feedId }) => [name, feedId])).toEqual([
    ['SIG Docks', id],
    ['SIG Cranes', id],
  ]);
  await app.window.ask('feeds:follow', id, ['@sig-docks']);
  expect(await titles(app)).toEqual(['Docks meeting', 'Ropes']);
  await app.window.ask('feeds:follow', id, ['sig-docks/ropes', '@sig-cranes']);
  expect(await titles(app)).toEqual(['Cranes meeting', 'Ropes']);

  computer.network.serve(
    'https://example.org/sigs.yaml',
    `${groups}  - {description: Cranes triage, day: Thursday, time: "09:00", tz: UTC, frequency: weekly}\n`,
  );
  await app.window.ask('feeds:refresh');
  expect(await titles(app)).toContain('Cranes triage');
  expect((await app.window.ask('communities:get'))[1]?.meetings).toHaveLength(2);
});

test('another preview while the text is being saved does not affect the feed', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  await app.window.ask('feeds:preview', mail);
  const write = computer.memory.write.bind(computer.memory);
  computer.memory.write = async (...file) => {
    computer.memory.write = write;
    await app.window.ask('feeds:preview', groups);
    await write(...file);
  };
  expect(await app.window.ask('feeds:add', mail)).toMatchObject({ ok: true });
  expect(await titles(app)).toEqual([expect.stringContaining('Kite flyers')]);
});
