import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { userDataFolder } from '#cli/folders.ts';
import { autostartEntry } from '#core/desktop/autostartEntry.ts';
import { environmentOf, runCommand, runHere, type Outcome } from './runCommand.ts';

const calendar = (uid: string, title: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:Reading group',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTART;TZID=America/New_York:20261119T120000',
    'DTEND;TZID=America/New_York:20261119T130000',
    'RRULE:FREQ=WEEKLY',
    `SUMMARY:${title}`,
    'LOCATION:https://us02web.zoom.us/j/97072789944?pwd=AbC',
    'END:VEVENT',
    'BEGIN:VEVENT',
    `UID:${uid}-off`,
    'DTSTART:20261119T190000Z',
    'STATUS:CANCELLED',
    'SUMMARY:Called off',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

let home: string;
let server: Server;
let origin: string;
const run = (
  args: readonly string[],
  more: { input?: string; env?: Record<string, string> } = {},
): Promise<Outcome> => runCommand(args, { home, ...more });
/** In this process: faster, and equal for these tests. */
const here = (args: readonly string[], input = ''): Promise<Outcome> => runHere(args, { home, input });

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/basic.ics') response.end(calendar('served', 'From the network'));
    else if (request.url === '/login') response.end('<!doctype html><title>Log in</title>');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => server.close());

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'office-hours-cli-'));
  return () => rm(home, { recursive: true });
});

async function put(path: string, content: string): Promise<string> {
  const absolute = resolve(home, path);
  await mkdir(dirname(absolute), { recursive: true });
  await writeFile(absolute, content);
  return absolute;
}

const inUserData = (path: string): string =>
  join(userDataFolder({ env: environmentOf(home), platform: process.platform }), path);

const config = (content: unknown): Promise<string> => put(inUserData('config.json'), JSON.stringify(content));

/** A day in the past, so that its heading is never “Today”. */
const pastDay = ['--from', '2026-11-19T00:00Z', '--to', '2026-11-20T00:00Z'];
const aDay = ['--from', '2026-11-26T00:00Z', '--to', '2026-11-27T00:00Z'];

test('agenda --feed lists the occurrences of a file', async () => {
  const file = await put('group.ics', calendar('group', 'Reading group'));
  const { status, out, err } = await run(['agenda', '--feed', file, ...aDay, '--json']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject([
    {
      uid: 'group',
      title: 'Reading group',
      start: '2026-11-26T17:00:00.000Z',
      end: '2026-11-26T18:00:00.000Z',
      allDay: false,
      zone: 'America/New_York',
      status: 'confirmed',
      join: {
        service: 'zoom',
        url: 'https://us02web.zoom.us/j/97072789944?pwd=AbC',
        nativeUrl: 'zoommtg://zoom.us/join?confno=97072789944&pwd=AbC',
        meetingId: '97072789944',
        passcode: 'AbC',
      },
      community: null,
    },
  ]);
});

test('agenda --feed fetches an address', async () => {
  const { out } = await run(['agenda', '--feed', `${origin}/basic.ics`, ...aDay, '--json']);
  expect(JSON.parse(out)).toMatchObject([{ title: 'From the network' }]);
});

test('--include-cancelled lists cancelled occurrences', async () => {
  const file = await put('group.ics', calendar('group', 'Reading group'));
  const window = ['--from', '2026-11-19T00:00Z', '--to', '2026-11-20T00:00Z', '--json'];
  const usual = await here(['agenda', '--feed', file, ...window]);
  expect(JSON.parse(usual.out)).toHaveLength(1);
  const all = await here(['agenda', '--feed', file, ...window, '--include-cancelled']);
  expect(JSON.parse(all.out)).toMatchObject([
    { status: 'confirmed' },
    { status: 'cancelled', uid: 'group-off' },
  ]);
});

test('days and times are in the chosen zone, without colours if the output is not a terminal', async () => {
  const file = await put('group.ics', calendar('group', 'Reading \u001b[31mgroup'));
  const { out } = await run(['agenda', '--feed', file, ...pastDay, '--zone', 'Asia/Tokyo']);
  expect(out).toBe(
    [
      'Friday 20 November',
      '  02:00–03:00  Reading  [31mgroup  Zoom · Thu 19 Nov 12:00 in New York',
      '',
      'Times in Asia/Tokyo',
      '',
    ].join('\n'),
  );
});

test('without a configuration the next meeting is one that the first start of the window follows', async () => {
  const { status, out } = await run(['next', '--now', '2026-11-20T16:57:00Z', '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    title: 'Contributor Comms - Contributor Comms Team Meeting',
    feed: 'kubernetes',
    endsInMs: 180_000,
  });
  const later = await run(['next', '--now', '2026-11-20T17:05:00Z']);
  expect(later.out).toMatch(
    /^kOps Office Hours now, ends in 55 min\n {2}Fri 20 Nov 18:00–19:00 · 09:00 in Los Angeles · Zoom\n/,
  );
});

test('a meeting with an unknown week is a maybe, until the user answers in the app', async () => {
  const next = ['next', '--now', '2026-11-24T14:19:40Z'];
  await config({ settings: { isWelcomeDone: true } });
  expect((await run(next)).out).toMatch(/^SIG Release: .* may be on in \d+ min\n.*maybe: which week\?/u);
  expect(JSON.parse((await run([...next, '--json'])).out)).toMatchObject({ weekUnknown: true });
  const uid = 'sig-release/regular-sig-meeting-apac-eu-oriented-time';
  const said = { feedId: 'kubernetes', uid, says: 'on', date: '2026-11-24', source: 'you', at: 1 };
  await config({ settings: { isWelcomeDone: true }, facts: { version: 1, weeks: [said] } });
  expect((await run(next)).out).toMatch(/^SIG Release: .* Time in \d+ min\n/u);
});

test('the feeds of the app are read from its copies on disk', async () => {
  const address = 'https://calendar.example.org/private-3f9c/basic.ics';
  const id = `ics-${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;
  const feed = { id, kind: 'ics', name: 'Group', address, followed: 'all', color: 1 };
  await config({ settings: { zone: 'UTC' }, feeds: { version: 1, feeds: [feed] } });
  await put(inUserData(`feeds/${id}.ics`), calendar('kept', 'Kept copy'));
  const { out, err } = await run(['agenda', ...aDay, '--json']);
  expect(err).toBe('');
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ uid: 'kept', title: 'Kept copy' }));
});

test('a feed that cannot be fetched is reported without its address, and the others are listed', async () => {
  const feed = {
    id: 'ics-1',
    kind: 'ics',
    name: 'Gone',
    address: `${origin}/private-3f9c`,
    followed: 'all',
    color: 1,
  };
  await config({ feeds: { version: 1, feeds: [feed] } });
  const { status, out, err } = await run(['next', '--now', '2026-11-20T17:05:00Z']);
  expect({ status, err }).toEqual({
    status: 0,
    err: 'office-hours: “Gone” could not be read and is left out.\n',
  });
  expect(out).toContain('kOps Office Hours');
});

/** The finding of `doctor` for one check. */
async function diagnosis(check: string, env: Record<string, string> = {}): Promise<unknown> {
  const { out } = await run(['doctor', '--json'], { env });
  const findings: { check: string }[] = JSON.parse(out);
  return findings.find((finding) => finding.check === check);
}

test.runIf(process.platform === 'linux').each([
  ['v11', 'works'],
  ['v12', 'works'],
  ['v10', 'missing'],
])('doctor recognises by an encrypted address whether the keyring gave a key: %s', async (mark, state) => {
  const sealed = `sealed:${Buffer.from(`${mark}…`).toString('base64')}`;
  const feed = { id: 'ics-1', kind: 'ics', name: 'Team', address: sealed, followed: 'all', color: 1 };
  await config({ feeds: { version: 1, catalogue: 2, feeds: [feed] } });
  expect(await diagnosis('secret storage')).toMatchObject({ state });
});

test.runIf(process.platform === 'linux')('doctor says whether the app starts with the computer', async () => {
  const off = { state: 'unknown', detail: 'off; the app offers “Start with the computer” in its settings' };
  expect(await diagnosis('autostart')).toMatchObject(off);
  const entry = '../autostart/io.github.office_hours.OfficeHours.desktop';
  await put(inUserData(entry), autostartEntry('/usr/bin/office-hours'));
  expect(await diagnosis('autostart')).toMatchObject({ state: 'works', detail: 'on' });
  await put(inUserData(entry), `${autostartEntry('/usr/bin/office-hours')}Hidden=true\n`);
  expect(await diagnosis('autostart')).toMatchObject(off);
  expect(await diagnosis('autostart', { FLATPAK_ID: 'app' })).toMatchObject({
    state: 'missing',
    detail: expect.stringContaining('Flatpak'),
  });
});

test.runIf(process.platform === 'linux')(
  'doctor reports that the program for mail addresses is missing',
  async () => {
    const folder = join(home, 'programs');
    await mkdir(folder);
    await writeFile(join(folder, 'xdg-open'), '#!/bin/sh\n', { mode: 0o755 });
    expect(await diagnosis('open links', { PATH: folder })).toMatchObject({
      state: 'missing',
      detail: 'install xdg-utils for xdg-email',
    });
  },
);

test.runIf(process.platform !== 'win32').each([
  ['', 'UTC'],
  ['UTC+3', 'UTC−3'],
  [':foo/bar', 'UTC'],
])('with TZ “%s” times are in %s, and a line says so', async (TZ, zone) => {
  const agenda = await run(['agenda', '--to', '2027-12-02'], { env: { TZ } });
  expect(agenda).toMatchObject({ status: 0 });
  expect(agenda.err).toBe(
    `office-hours: this computer has no time zone; times are in ${zone}. Choose one in Settings or with --zone\n`,
  );
  expect(await diagnosis('time zone', { TZ })).toMatchObject({
    state: 'missing',
    detail: expect.stringContaining(`times are in ${zone}; set the time zone`),
  });
  const asked = await run(['agenda', '--to', '2027-12-02', '--zone', 'Europe/Berlin'], { env: { TZ } });
  expect(asked.err).toBe('');
});

test('a damaged configuration falls back to defaults', async () => {
  await put(inUserData('config.json'), '{ "settings": ');
  expect((await run(['next', '--now', '2026-11-20T17:05:00Z'])).out).toContain('kOps Office Hours');
  const doctor = await run(['doctor', '--json']);
  expect(JSON.parse(doctor.out)).toContainEqual(
    expect.objectContaining({ check: 'settings', state: 'missing' }),
  );
});

test.each([
  [
    'waybar',
    `${JSON.stringify({
      text: 'Q&amp;A &lt;hall&gt; in 5 min',
      tooltip: 'Q&amp;A &lt;hall&gt;\nThu 26 Nov 18:00–19:00\n12:00 in New York\nZoom',
      class: 'soon',
      alt: 'soon',
      percentage: 92,
    })}\n`,
  ],
  ['polybar', '%{F#f5a524}Q&A <hall> in 5 min%{F-}\n'],
  ['i3blocks', 'Q&A <hall> in 5 min\nin 5 min\n#f5a524\n'],
])('--format %s prints the next meeting for that status bar', async (format, expected) => {
  const file = await put('group.ics', calendar('group', 'Q&A <hall>'));
  const { out } = await run(['next', '--feed', file, '--now', '2026-11-26T16:55Z', '--format', format]);
  expect(out).toBe(expected);
});

test('a hostile title contains no tag of a status bar, and is cut between characters', async () => {
  const title = `100% %{A1:rm -rf ~:}click %%{F#f00}`;
  const file = await put('hostile.ics', calendar('hostile', title));
  const next = ['next', '--feed', file, '--now', '2026-11-26T14:00Z', '--format'];
  const { out } = await run([...next, 'polybar']);
  expect(out).not.toContain('%{');
  expect(out).toMatch(/^100% % \{A1:/);
  const long = await put('long.ics', calendar('long', '🚀'.repeat(50)));
  const waybar = await run(['next', '--feed', long, '--now', '2026-11-26T14:00Z', '--format', 'waybar']);
  expect(waybar.out.trimEnd()).not.toContain('\n');
  expect(JSON.parse(waybar.out)).toMatchObject({
    text: expect.stringMatching(/^🚀{39}… in /u) as unknown,
    class: 'later',
    percentage: 0,
  });
});

test('series lists the series of a feed', async () => {
  const catalogue = await here(['series', '--feed', 'assets/catalogue/kubernetes.json', '--json']);
  expect(JSON.parse(catalogue.out)).toMatchObject({
    title: 'Kubernetes community',
    kind: 'catalogue',
    calendars: expect.arrayContaining([expect.stringContaining('u5822lrl4q68ic1iakuvcpe7b4')]),
    problems: [],
    series: expect.arrayContaining([
      expect.objectContaining({
        title: 'Kubernetes PM Group',
        community: 'kubernetes-pm',
        weekdays: ['TU'],
        time: '08:00',
        zone: 'America/Los_Angeles',
        rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
        anchor: null,
        duration: null,
        ask: true,
        join: 'https://zoom.us/j/845373595',
      }),
    ]),
  });
  const file = await put('group.ics', calendar('group', 'Reading group'));
  const ics = await here(['series', '--feed', file, '--json']);
  expect(JSON.parse(ics.out)).toMatchObject({
    title: 'Reading group',
    kind: 'ics',
    series: [
      {
        weekdays: ['TH'],
        time: '12:00',
        zone: 'America/New_York',
        rrule: 'FREQ=WEEKLY',
        anchor: '2026-11-19',
        duration: 60,
      },
      { rrule: null, inactive: true },
    ],
  });
});

test('services and choices of the user are used', async () => {
  await config({
    settings: { ownServices: [{ name: 'Ours', host: 'meet.example.org', path: '/{room}', app: 'none' }] },
    facts: { version: 1, rooms: 'damaged' },
  });
  const { out } = await here(['links', '--json'], 'Join https://meet.example.org/Hall');
  expect(JSON.parse(out)).toMatchObject([{ service: 'own:meet.example.org', meetingId: 'Hall' }]);
});

test('links are read from standard input', async () => {
  const input = '<p>Join <a href="https://zoom.us/j/97072789944">here</a>, passcode 77777</p>';
  const { out } = await run(['links', '--json'], { input });
  expect(JSON.parse(out)).toEqual([
    {
      service: 'zoom',
      url: 'https://zoom.us/j/97072789944',
      nativeUrl: 'zoommtg://zoom.us/join?confno=97072789944&pwd=77777',
      meetingId: '97072789944',
      passcode: '77777',
    },
  ]);
  expect((await here(['links'], input)).out).toBe(
    'Zoom  https://zoom.us/j/97072789944  (id 97072789944, passcode 77777)\n',
  );
});

test('notes are listed, and searched without regard to case and accents', async () => {
  const folder = 'Documents/Office Hours';
  await put(
    `${folder}/2026-11-20 kOps.md`,
    '---\ntitle: kOps\noccurrence: kubernetes|sig-cluster-lifecycle/kops/kops-office-hours|2026-11-20T17:00:00.000Z\nstart: 2026-11-20T17:00:00.000Z\n---\nMet at the Café about etcd.\n',
  );
  await put(`${folder}/Ideas.md`, '# Ideas\nSomething else\n');
  const list = await here(['notes', 'list', '--json']);
  expect(JSON.parse(list.out)).toMatchObject([{ title: 'kOps' }, { title: 'Ideas' }]);
  const search = await here(['notes', 'search', 'ETCD', 'cafe', '--json']);
  expect(JSON.parse(search.out)).toEqual([
    {
      path: join(home, folder, '2026-11-20 kOps.md'),
      title: 'kOps',
      occurrence: 'kubernetes|sig-cluster-lifecycle/kops/kops-office-hours|2026-11-20T17:00:00.000Z',
      snippet: 'Met at the Café about etcd.',
    },
  ]);
});

test.each<readonly [name: string, args: readonly string[], status: number]>([
  ['an unknown command', ['dance'], 2],
  ['an unknown option', ['agenda', '--fast'], 2],
  ['a time that is none', ['agenda', '--from', 'soon'], 2],
  ['a zone that is none', ['agenda', '--zone', 'Mars/Olympus'], 2],
  ['an end before the begin', ['agenda', '--from', '2026-11-20', '--to', '2026-11-19'], 2],
  ['a lead that is none', ['remind', '--lead', 'soon'], 2],
  ['an unknown format', ['next', '--format', 'tmux'], 2],
  ['series without a feed', ['series'], 2],
  ['notes without a verb', ['notes'], 2],
  ['a search for nothing', ['notes', 'search'], 2],
  ['a file that is not there', ['agenda', '--feed', 'nothing.ics'], 1],
  ['a file that is no calendar', ['agenda', '--feed', 'package.json'], 1],
  ['a folder', ['agenda', '--feed', 'test'], 1],
])('%s ends with one line on stderr', async (_name, args, expected) => {
  const { status, out, err } = await here(args);
  expect({ status, out }).toEqual({ status: expected, out: '' });
  expect(err).toMatch(/^office-hours: [^\n]+\n$/);
});

test('wrong arguments end the process with status 2', async () => {
  expect(await run(['dance'])).toMatchObject({ status: 2, out: '' });
  expect(await run(['agenda', '--feed', 'nothing.ics'])).toMatchObject({ status: 1, out: '' });
});

test('an address with a login page, or without a reply, is bad input', async () => {
  const login = await here(['agenda', '--feed', `${origin}/login`]);
  expect(login).toMatchObject({ status: 1, out: '' });
  expect(login.err).toContain('web page');
  expect(await here(['agenda', '--feed', `${origin}/nothing`])).toMatchObject({ status: 1 });
});

test('remind --past lists the meetings of the ledger', async () => {
  const start = Date.parse('2026-11-20T17:00:00Z');
  const events = [
    { at: start - 2, kind: 'planned', key: `before-0|a|${start}`, title: 'Kite\u001B sync' },
    { at: start, kind: 'shown', key: `before-0|a|${start}` },
    { at: start + 1, kind: 'joined', key: `before-0|a|${start}` },
  ];
  await put(
    inUserData('reminders.jsonl'),
    events.map((event) => `${JSON.stringify(event)}\n`).join('') + '{"at":',
  );
  const past = await here(['remind', '--past', '--zone', 'Europe/Berlin']);
  expect(past.out).toMatch(/^Fri,? 20 Nov 18:00 {2}Kite.* sync {2}Shown · You joined\n$/u);
  expect(past.out).not.toContain('\u001B');
  const json = await here(['remind', '--past', '--json']);
  expect(JSON.parse(json.out)).toMatchObject([
    { occurrence: 'a', start: '2026-11-20T17:00:00.000Z', happened: [{ kind: 'shown' }, { kind: 'joined' }] },
  ]);
  expect((await here(['remind', '--past', '--to', '2026-11-20'])).out).toBe(
    'Nothing was announced in this time.\n',
  );
  expect((await here(['remind', '--past', '--lead', '5m'])).status).toBe(2);
});

test('--help and --version print', async () => {
  expect((await here([])).out).toContain('office-hours agenda');
  expect((await here(['next', '--help'])).out).toContain('--format');
  expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+/);
});

test('remind lists the reminders in a time window, for given leads or those of the settings', async () => {
  const file = await put('group.ics', calendar('group', 'Reading group'));
  const window = ['--from', '2026-11-26T16:50Z', '--to', '2026-11-26T17:00Z'];
  const given = await here(['remind', '--feed', file, ...window, '--lead', '10m', '--lead', '1m', '--json']);
  expect(JSON.parse(given.out)).toMatchObject([
    { title: 'Reading group', at: '2026-11-26T16:50:00.000Z', kind: 'notice' },
    { title: 'Reading group', at: '2026-11-26T16:59:00.000Z', kind: 'notice' },
  ]);
  await config({ settings: { reminders: { leads: [{ minutes: 5, kind: 'alert' }] } } });
  const usual = await here(['remind', '--feed', file, ...window, '--json']);
  expect(JSON.parse(usual.out)).toMatchObject([{ at: '2026-11-26T16:55:00.000Z', kind: 'alert' }]);
});
