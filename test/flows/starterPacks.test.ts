import { expect, test } from 'vitest';
import { packText, starterPack, type PackEntry } from '#core/feeds/starterPack.ts';
import { aCalendar } from '../builders/aCalendar.ts';
import { Computer } from '../fakes/startApp.ts';

const NOW = '2026-11-30T09:00:00Z';
const TEAM = 'https://example.org/team.ics';
const GONE = 'https://example.org/gone.ics';
const PRIVATE =
  'https://calendar.google.com/calendar/ical/me%40example.org/private-0123456789abcdef/basic.ics';
const PACK = 'https://example.org/pack.json';

const weekly = (title: string): string =>
  aCalendar([{ title, start: '2026-12-01T17:00:00Z', lines: ['RRULE:FREQ=WEEKLY'] }]);

const entries: readonly PackEntry[] = [
  { kind: 'calendar', name: 'Team', address: TEAM },
  { kind: 'calendar', name: 'Gone', address: GONE },
  {
    kind: 'groups',
    name: 'Kubernetes',
    catalogue: 'kubernetes',
    followed: ['@sig-node', 'kops/office-hours'],
  },
];

function computer(): Computer {
  const one = new Computer(NOW);
  one.network.serve(TEAM, weekly('Team call'));
  one.network.serve(PRIVATE, weekly('My dentist'));
  one.network.serve(PACK, packText('Kite team', entries));
  return one;
}

test('a pack is previewed as a list; nothing of it is fetched or followed before the user chooses', async () => {
  const own = computer();
  await using app = await own.start();
  await app.window.ask('feeds:follow', 'kubernetes', []);
  const preview = await app.window.ask('feeds:preview', PACK);
  expect(preview).toMatchObject({
    ok: true,
    value: {
      name: 'Kite team',
      seriesCount: 0,
      choices: entries.map((entry) => ({ entry, isFollowed: false, replaced: 0 })),
    },
  });
  expect(own.network.requests.map(({ url }) => url)).toEqual([PACK]);
  expect((await app.window.ask('feeds:list')).map(({ feed }) => feed.id)).toEqual(['kubernetes']);
  // It is no calendar itself.
  expect(await app.window.ask('feeds:add', PACK)).toMatchObject({ problem: { code: 'feed/isList' } });
});

test('what is chosen of a pack is followed, and what does not answer is named', async () => {
  await using app = await computer().start();
  await app.window.ask('feeds:follow', 'kubernetes', ['@sig-apps']);
  const outcome = await app.window.ask('feeds:addChosen', PACK, [0, 1, 2, 7]);
  expect(outcome).toMatchObject({
    ok: true,
    value: [
      { name: 'Team', problem: null },
      { name: 'Gone', problem: { code: 'feed/notFound' } },
      { name: 'Kubernetes', problem: null },
    ],
  });
  const feeds = (await app.window.ask('feeds:list')).map(({ feed }) => feed);
  expect(feeds.map(({ name }) => name)).toEqual(['Kubernetes', 'Team']);
  expect(feeds[0]?.followed).toEqual(['@sig-apps', '@sig-node', 'kops/office-hours']);
  const { occurrences } = await app.window.askAgenda();
  expect(occurrences.map(({ title }) => title)).toContain('Team call');
  // The same pack again: what is followed is marked.
  const again = await app.window.ask('feeds:preview', PACK);
  expect(again.ok && again.value.choices.map(({ isFollowed }) => isFollowed)).toEqual([true, false, true]);
});

test('what is followed is shared as a pack that another computer reads; private addresses and files stay', async () => {
  const own = computer();
  own.memory.put('/home/me/own.ics', weekly('Gardening'));
  await using app = await own.start();
  await app.window.ask('feeds:addChosen', PACK, [0, 2]);
  await app.window.ask('feeds:add', PRIVATE);
  await app.window.ask('feeds:add', '/home/me/own.ics');
  const shareable = await app.window.ask('feeds:shareable');
  expect(shareable.entries.map(({ kind, name }) => [kind, name])).toEqual([
    ['groups', 'Kubernetes'],
    ['calendar', 'Team'],
  ]);
  expect(shareable.left).toHaveLength(2);

  app.desktop.chosenFile = '/home/me/pack.json';
  expect(await app.window.ask('feeds:share', 'For new colleagues', [1])).toEqual({
    ok: true,
    value: '/home/me/pack.json',
  });
  const text = own.memory.text('/home/me/pack.json') ?? '';
  expect(starterPack.parse(JSON.parse(text))).toMatchObject({
    name: 'For new colleagues',
    entries: [{ kind: 'calendar', name: 'Team', address: TEAM }],
  });
  expect(text).not.toMatch(/private|dentist|own\.ics/u);
});

test('a pack may only name https addresses; what is wrong in it leaves the rest', async () => {
  const own = computer();
  const odd = [
    { kind: 'calendar', name: 'Open', address: 'http://example.org/a.ics' },
    { kind: 'calendar', name: 'File', address: 'file:///etc/passwd' },
    { kind: 'calendar', name: 'Port', address: 'https://example.org:8443/a.ics' },
    { kind: 'calendar', name: 'Password', address: 'https://me:secret@example.org/a.ics' },
    { kind: 'program', name: 'Run', command: 'rm' },
    { kind: 'calendar', name: 'Two\nlines \u202Egpj', address: TEAM },
  ];
  own.network.serve(
    PACK,
    JSON.stringify({ format: 1, kind: 'office-hours-pack', name: 'Odd', entries: odd }),
  );
  await using app = await own.start();
  const preview = await app.window.ask('feeds:preview', PACK);
  if (!preview.ok) throw new Error(preview.problem.title);
  expect(preview.value.choices.map(({ entry }) => entry.kind === 'calendar' && entry.address)).toEqual([
    TEAM,
  ]);
  expect(preview.value.choices[0]?.entry.name).not.toMatch(/[\n\u202E]/u);
  expect(preview.value.problems).toMatchObject([{ code: 'feed/packEntries' }]);
});

test.each([
  ['that is cut off', '{"format":1,"kind":"office-hours-pack","name":"x","entries":[{'],
  ['without entries', '{"format":1,"kind":"office-hours-pack","name":"x","entries":[]}'],
  ['of a later version', '{"format":9,"kind":"office-hours-pack","name":"x","entries":[]}'],
  [
    'that is too large',
    `{"format":1,"kind":"office-hours-pack","name":"x","entries":[${'[],'.repeat(400_000)}[]]}`,
  ],
])('a pack %s is refused with a reason', async (_, text) => {
  const own = computer();
  own.network.serve(PACK, text);
  await using app = await own.start();
  expect(await app.window.ask('feeds:preview', PACK)).toMatchObject({
    problem: { code: 'feed/packUnreadable' },
  });
});

test('a link to a pack asks; only the user follows it', async () => {
  const own = computer();
  await using app = await own.start();
  app.launches.startAgain(`office-hours://follow?feed=${encodeURIComponent(PACK)}`);
  expect(await app.window.ask('question:get')).toEqual({ kind: 'follow', address: PACK });
  expect(own.network.requests).toEqual([]);
});

test('a link to a community shows it; nothing is fetched or followed', async () => {
  const own = computer();
  await using app = await own.start();
  app.launches.startAgain('office-hours://follow?community=spdx');
  expect(app.desktop.routes).toEqual([{ screen: 'communities', occurrenceKey: null }]);
  expect(await app.window.ask('question:get')).toEqual({ kind: 'followCommunity', community: 'spdx' });
  expect(own.network.requests).toEqual([]);
  for (const bad of [
    'community=../spdx',
    'community=',
    'community=a&feed=https%3A%2F%2Fx.org%2F',
    'community=a%20b',
  ]) {
    await app.window.ask('question:close');
    app.launches.startAgain(`office-hours://follow?${bad}`);
    expect(await app.window.ask('question:get')).toBeNull();
  }
});

test('the projects of a foundation are a list of their calendars', async () => {
  const own = computer();
  const table = 'https://raw.githubusercontent.com/kites/tac/HEAD/_data/projects.csv';
  own.network.serve(
    table,
    `Name,Slug,iCal\nKites,kites,${TEAM}\nStrings,strings,http://example.org/s.ics\nPaper,paper,${GONE}\n`,
  );
  await using app = await own.start();
  const preview = await app.window.ask('feeds:preview', table);
  expect(preview.ok && preview.value.choices.map(({ entry }) => entry.name)).toEqual(['Kites', 'Paper']);
  await app.window.ask('feeds:addChosen', table, [0]);
  expect((await app.window.ask('feeds:list')).map(({ feed }) => feed.name)).toEqual(['Kubernetes', 'Team']);
});

test('a calendar of Rust is followed from its TOML, and one that only includes others is a list of them', async () => {
  const own = computer();
  const base = 'https://raw.githubusercontent.com/kites/calendar/HEAD';
  own.network.serve(
    `${base}/all.toml`,
    'name = "Kites"\n[meta]\nincludes = ["wind.toml", "teams/string.toml"]\n',
  );
  own.network.serve(
    `${base}/wind.toml`,
    'name = "Wind"\n[[events]]\ntitle = "Wind call"\nstart = "2026-12-01T17:00:00.00Z"\nend = "2026-12-01T18:00:00.00Z"\nrecurrence_rules = [{ frequency = "weekly" }]\n',
  );
  await using app = await own.start();
  const all = await app.window.ask('feeds:preview', `${base}/all.toml`);
  expect(all.ok && all.value.choices.map(({ entry }) => entry.kind === 'calendar' && entry.address)).toEqual([
    `${base}/wind.toml`,
    `${base}/teams/string.toml`,
  ]);
  expect(await app.window.ask('feeds:addChosen', `${base}/all.toml`, [0])).toMatchObject({
    value: [{ name: 'wind', problem: null }],
  });
  const { occurrences } = await app.window.askAgenda();
  expect(occurrences.map(({ title, feedName }) => [title, feedName])).toContainEqual(['Wind call', 'Wind']);
});

test('a meeting file of Node.js offers the calendar that has its dates', async () => {
  const own = computer();
  const file = 'https://raw.githubusercontent.com/kites/meetings/HEAD/tsc.meeting.json';
  const calendar = 'https://webcal.prod.itx.linuxfoundation.org/lfx/a0000000000000KITE';
  own.network.serve(
    file,
    JSON.stringify({
      name: 'TSC',
      host: 'Kites',
      calendar: { filter: 'Kites TSC', url: calendar },
      joining: { participant: 'https://zoom.us/j/11111111111' },
    }),
  );
  await using app = await own.start();
  const preview = await app.window.ask('feeds:preview', file);
  expect(preview).toMatchObject({
    ok: true,
    value: { name: 'Kites: TSC', calendar, meetings: [{ title: 'Kites TSC', isDated: false }] },
  });
});

test('a bare site leads to the file that it keeps for the app, with one request more', async () => {
  const own = computer();
  const file = JSON.stringify({
    format: 1,
    id: 'kites',
    name: 'Kite flyers',
    conduct: null,
    communities: [
      {
        id: 'kites',
        name: 'Kite flyers',
        kind: 'group',
        meetings: [
          {
            uid: 'kites/weekly',
            title: 'Weekly call',
            when: { kind: 'weekly', weeks: 1, on: ['TU'], anchor: null },
            time: '17:00',
            zone: 'Europe/Berlin',
            minutes: 60,
          },
        ],
      },
    ],
  });
  own.network.serve(
    'https://kites.example.org/',
    '<!doctype html><html><body><p>We fly kites.</p></body></html>',
  );
  own.network.serve('https://kites.example.org/.well-known/office-hours.json', file);
  await using app = await own.start();
  expect(await app.window.ask('feeds:preview', 'kites.example.org')).toMatchObject({
    ok: true,
    value: { name: 'Kite flyers', seriesCount: 1 },
  });
  expect(await app.window.ask('feeds:add', 'kites.example.org')).toMatchObject({ ok: true });
  expect(own.network.requests.map(({ url }) => url)).toEqual([
    'https://kites.example.org/',
    'https://kites.example.org/.well-known/office-hours.json',
  ]);
  expect(await app.window.ask('feeds:preview', 'https://kites.example.org')).toMatchObject({
    problem: { code: 'feed/known' },
  });
});

test('a bare site without such a file says what is wrong with its page', async () => {
  const own = computer();
  own.network.serve(
    'https://kites.example.org/',
    '<!doctype html><html><body><p>We fly kites.</p></body></html>',
  );
  await using app = await own.start();
  expect(await app.window.ask('feeds:preview', 'kites.example.org')).toMatchObject({
    problem: { code: 'feed/webPage' },
  });
  expect(own.network.requests).toHaveLength(2);
  // A page below the site, and a file’s name, are not asked for it.
  expect(await app.window.ask('feeds:preview', 'meetings.md')).toMatchObject({
    problem: { code: 'feed/unknownAddress' },
  });
});

test('a preview names the communities whose rooms and names its meetings use', async () => {
  const own = computer();
  own.network.serve(TEAM, weekly('OpenTelemetry Collector'));
  own.memory.put(
    '/app/catalogue/directory/index.json',
    JSON.stringify({
      format: 1,
      communities: [
        {
          id: 'otel',
          name: 'OpenTelemetry',
          aliases: [],
          topics: [],
          kind: 'project',
          foundation: null,
          about: 'Kites.',
          isArchived: false,
          calendarCount: 0,
          mainCount: 0,
          meetingCount: 0,
          datedCount: 0,
        },
      ],
    }),
  );
  await using app = await own.start();
  const preview = await app.window.ask('feeds:preview', TEAM);
  expect(preview.ok && preview.value.named).toEqual(['otel']);
});

test('public addresses are shared however long they are; a private one of the same form stays', async () => {
  const own = computer();
  const form = 'https://webcal.prod.itx.linuxfoundation.org/lfx';
  const row = {
    id: 'kites',
    name: 'Kites',
    kind: 'project',
    about: 'Flies kites.',
    calendarCount: 1,
    mainCount: 1,
    meetingCount: 0,
    datedCount: 0,
    addresses: [`${form}/lfK1t3s0000000000`],
  };
  own.memory.put('/app/catalogue/directory/index.json', JSON.stringify({ format: 1, communities: [row] }));
  const google = PRIVATE.replace(/private-\w+/u, 'public');
  await using app = await own.start();
  for (const [name, address] of [
    ['Listed', `${form}/lfK1t3s0000000000`],
    ['Own', `${form}/lfM1n3s0000000000`],
    ['Public', google],
  ] as const) {
    own.network.serve(address, weekly(name).replace('X-WR-CALNAME:Team', `X-WR-CALNAME:${name}`));
    await app.window.ask('feeds:add', address);
  }
  const { entries: shared, left } = await app.window.ask('feeds:shareable');
  expect(shared.map(({ name }) => name)).toEqual(['Kubernetes', 'Listed', 'Public']);
  expect(left).toEqual(['Own']);
});

test('a pack with everything of a catalogue says what it would replace', async () => {
  const own = computer();
  const everything: PackEntry = {
    kind: 'groups',
    name: 'Kubernetes',
    catalogue: 'kubernetes',
    followed: 'all',
  };
  own.network.serve(PACK, packText('All', [everything]));
  await using app = await own.start();
  await app.window.ask('feeds:follow', 'kubernetes', ['@sig-apps', '@sig-node', '@kops']);
  const preview = await app.window.ask('feeds:preview', PACK);
  expect(preview.ok && preview.value.choices).toEqual([
    { entry: everything, isFollowed: false, replaced: 3 },
  ]);
  await app.window.ask('feeds:addChosen', PACK, [0]);
  const again = await app.window.ask('feeds:preview', PACK);
  expect(again.ok && again.value.choices).toEqual([{ entry: everything, isFollowed: true, replaced: 0 }]);
});
