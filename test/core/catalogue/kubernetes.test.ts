import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asksForWeek } from '#calendar';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { readFeed } from '#core/feeds/readFeed.ts';
import { keptFile } from '#core/catalogue/catalogueFile.ts';
import type { Community } from '#core/catalogue/community.ts';
import { parseCatalogue } from '#core/catalogue/readCatalogue.ts';
import { writeCatalogue } from '#core/catalogue/writeCatalogue.ts';
import { readMarkdownPage } from '#community-pages/readers';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const root = new URL('../../..', import.meta.url);
const shared = new URL('../shared/', root);
const bytes = readFileSync(new URL('assets/catalogue/kubernetes.json', root));
const content = readFeed('catalogue', bytes, { now: NOW });
const feed: Feed = {
  id: 'kubernetes',
  name: 'Kubernetes',
  source: { kind: 'builtIn', id: 'kubernetes' },
  format: 'catalogue',
  followed: 'all',
  color: 0,
};
const kopsHours = 'sig-cluster-lifecycle/kops/kops-office-hours';

function datesOf(uid: string, from: string, to: string, zone = 'UTC'): Occurrence[] {
  const window = { from: Date.parse(from), to: Date.parse(to) };
  return buildAgenda([{ feed: { ...feed, followed: [uid] }, content }], window, zone).occurrences;
}

const startsOf = (occurrences: readonly Occurrence[]): string[] =>
  occurrences.map(({ time }) => (time.kind === 'timed' ? new Date(time.start).toISOString() : time.start));

function communityOf(id: string): Community {
  const found = content.communities.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no community ${id}`);
  return found;
}

test('the built-in catalogue is read without problems, and has its date', () => {
  expect(content.problems).toEqual([]);
  expect(content.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  expect(content.communities.filter(({ kind }) => kind === 'sig').length).toBeGreaterThanOrEqual(20);
  expect(new Set(content.series.map(({ uid }) => uid)).size).toBe(content.series.length);
});

test('kOps office hours are on Fridays of odd weeks, and twice in a row after a year of 53 weeks', () => {
  const occurrences = datesOf(kopsHours, '2026-11-20T00:00Z', '2027-02-01T00:00Z');
  expect(startsOf(occurrences)).toEqual([
    '2026-11-20T17:00:00.000Z',
    '2026-12-04T17:00:00.000Z',
    '2026-12-18T17:00:00.000Z',
    '2027-01-01T17:00:00.000Z',
    '2027-01-08T17:00:00.000Z',
    '2027-01-22T17:00:00.000Z',
  ]);
  expect(occurrences[0]).toMatchObject({
    title: 'kOps Office Hours',
    rhythm: 'odd weeks on Friday',
    isWeekUnknown: false,
    recorded: 'usually',
    doubts: [{ kind: 'notedAssumption', words: expect.stringContaining('October 2020') }],
    joinLinks: [{ service: 'zoom', meetingId: '97072789944', passcode: null }],
    links: {
      agenda: 'https://docs.google.com/document/d/12QkyL0FkNbWPcLFxxRGSPt_tNPBHbmni3YLY-lHny7E/edit',
      chat: 'https://kubernetes.slack.com/messages/kops-dev',
    },
  });
});

test('the PM Group keeps its Pacific time, and every Tuesday is a candidate', () => {
  const summer = datesOf('kubernetes-pm-group', '2026-07-01T00:00Z', '2026-07-20T00:00Z');
  expect(startsOf(summer)).toEqual(['2026-07-07T15:00:00.000Z', '2026-07-14T15:00:00.000Z']);
  const winter = datesOf('kubernetes-pm-group', '2026-11-20T00:00Z', '2026-12-02T00:00Z');
  expect(startsOf(winter)).toEqual(['2026-11-24T16:00:00.000Z', '2026-12-01T16:00:00.000Z']);
  expect(winter[0]).toMatchObject({
    isWeekUnknown: true,
    rhythm: 'every 2 weeks on Tuesday or second Tuesday of the month',
  });
  expect(winter[0]?.doubts).toContainEqual({ kind: 'lengthAssumed', minutes: 60 });
});

test('a meeting with a known start date has every second date, and no other', () => {
  const occurrences = datesOf(
    'sig-testing/sig-testing-bi-weekly-meeting',
    '2026-11-01T00:00Z',
    '2026-12-10T00:00Z',
  );
  expect(occurrences.every(({ isWeekUnknown }) => !isWeekUnknown)).toBe(true);
  expect(startsOf(occurrences)).toEqual([
    '2026-11-10T18:00:00.000Z',
    '2026-11-24T18:00:00.000Z',
    '2026-12-08T18:00:00.000Z',
  ]);
});

test('a meeting with its room in a document has no room, and the document is its agenda', () => {
  const [meeting] = datesOf('sig-docs/regular-sig-meeting', '2026-11-20T00:00Z', '2026-11-30T00:00Z');
  expect(meeting?.joinLinks).toEqual([]);
  expect(meeting?.links.agenda).toMatch(/^https:\/\/docs\.google\.com\/document\//u);
});

test('every community shows how to report a concern, what to expect, and the date of that information', () => {
  for (const { conduct } of content.communities) {
    expect(conduct?.contact).toBe('conduct@kubernetes.io');
    expect(conduct?.expect).toContain('within 24 hours');
    expect(conduct?.members).toContain('Slack');
    expect(conduct?.sources.map(({ date }) => date)).toContain('2020-11-23');
  }
  expect(communityOf('committee-code-of-conduct').leads).toHaveLength(5);
});

const hasShared = existsSync(new URL('samples/', shared));

describe.skipIf(!hasShared)('the real documents', () => {
  const sample = (name: string) => readFileSync(new URL(`samples/${name}`, shared));

  test('all that the page of the kOps office hours says is in the catalogue', () => {
    const { drafts, calendars } = readMarkdownPage(sample('kops-office-hours.md'), NOW);
    const { meetings, calendar } = communityOf('kops');
    expect([calendar]).toEqual(calendars);
    expect(meetings).toMatchObject([
      { uid: kopsHours, isDated: true, recorded: 'usually', agenda: drafts[0]?.notes, calendar },
      {
        title: 'kOps bonus office hours',
        isDated: false,
        recorded: 'rarely',
        agenda: drafts[0]?.notes,
        calendar,
      },
    ]);
    expect(meetings[1]?.questions).toMatchObject([
      { kind: 'notedQuestion', words: expect.stringContaining('When is it?') },
    ]);
    const [hours] = datesOf(kopsHours, '2026-11-20T00:00Z', '2026-11-21T00:00Z');
    expect(hours?.joinLinks.map(({ url }) => url)).toEqual([drafts[0]?.join]);
    expect(hours?.time).toMatchObject({ end: Date.parse('2026-11-20T18:00Z') });
  });

  test('all that the page of the PM Group says is in the catalogue', () => {
    const { drafts, groups } = readMarkdownPage(sample('kubernetes-pm-group.md'), NOW);
    const [draft, group] = [drafts[0], groups[0]];
    const community = communityOf('kubernetes-pm');
    expect(community).toMatchObject({
      name: group?.name,
      chat: draft?.chat,
      mailingList: draft?.mailingList,
      leads: group?.leads.map(({ name, email, company }) => ({ name, detail: `${email}, ${company}` })),
      meetings: [{ agenda: draft?.notes, notes: draft?.notes, isWeekUnknown: true }],
    });
    expect(community.meetings[0]?.questions.filter(asksForWeek)).toHaveLength(2);
    const [meeting] = datesOf('kubernetes-pm-group', '2026-11-20T00:00Z', '2026-12-02T00:00Z');
    expect(meeting).toMatchObject({ zone: draft?.zone, joinLinks: [{ url: draft?.join }] });
  });

  test('the committee’s talk: the address to write to, and when to expect an answer', () => {
    const captions = sample('coc-committee-talk.txt')
      .toString('utf8')
      .replaceAll(/[\d:,]+ --> [\d:,]+|\s+/gu, ' ');
    expect(captions).toMatch(/email\s+conduct\s+kubernetes dot\s+io/u);
    expect(captions).toMatch(/within 24\s+hours/u);
    const { conduct } = communityOf('committee-code-of-conduct');
    expect(conduct).toMatchObject({ contact: 'conduct@kubernetes.io' });
    expect(conduct?.expect).toContain('24 hours');
    expect(conduct?.members).toContain('Slack');
  });

  const sigs = readFileSyncIfThere('corpus/sigs/sigs-2023-09-29.yaml');

  test('the file is what the script makes of the newest sigs.yaml: else run `npm run catalogue`', () => {
    const parsed = parseCatalogue(bytes);
    const kept = keptFile.parse(
      JSON.parse(readFileSync(new URL('scripts/catalogue/kubernetes.json', root), 'utf8')),
    );
    if (!parsed.ok || parsed.value.source === null) throw new Error('The catalogue names no source');
    const written = writeCatalogue(kept, sigs, parsed.value.source);
    expect(written.ok && written.value).toBe(bytes.toString('utf8'));
  });

  test('as a feed of its own the sigs.yaml has the same series, under the same UIDs', () => {
    const own = new Map(readFeed('sigs', sigs, { now: NOW }).series.map((one) => [one.uid, one]));
    for (const one of content.series.filter(({ uid }) => uid.includes('/') && uid !== kopsHours)) {
      const { pattern, doubt, details } = own.get(one.uid) ?? {};
      expect({ uid: one.uid, pattern, doubt, title: details?.title }).toEqual({
        uid: one.uid,
        pattern: one.pattern,
        doubt: one.doubt,
        title: one.details.title,
      });
    }
    expect(own.size).toBe(content.series.length - 1);
  });

  test.each(['2019-06-28', '2020-06-30', '2023-09-29'])(
    'in the place of the built-in file, the sigs.yaml of %s keeps what was added by hand',
    (date) => {
      const live = readFileSyncIfThere(`corpus/sigs/sigs-${date}.yaml`);
      const { series, communities, problems, asOf } = readFeed('catalogue', live, { now: NOW, base: bytes });
      expect([problems, asOf]).toEqual([[], null]);
      const uids = series.map(({ uid }) => uid);
      expect(uids).toContain('kubernetes-pm-group');
      expect(communities.find(({ id }) => id === 'kops')?.meetings.map(({ title }) => title)).toEqual([
        'kOps Office Hours',
        'kOps bonus office hours',
      ]);
      for (const { uid } of readFeed('sigs', live, { now: NOW }).series) expect(uids).toContain(uid);
    },
  );

  function readFileSyncIfThere(path: string): Uint8Array {
    return hasShared ? readFileSync(new URL(path, shared)) : new Uint8Array();
  }
});

test.runIf(process.env['CI'] !== undefined && !hasShared)('the real documents are there', () => {
  expect.fail('../shared is missing.');
});
