import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildAgenda } from '../../../src/shared/agenda/buildAgenda.ts';
import type { Feed } from '../../../src/shared/calendar/feed.ts';
import type { Occurrence } from '../../../src/shared/calendar/occurrence.ts';
import { readFeed } from '../../../src/shared/calendar/readFeed.ts';
import { parseCatalogue } from '../../../src/shared/catalogue/readCatalogue.ts';

const bytes = readFileSync(new URL('../../../assets/catalogue/kubernetes.json', import.meta.url));
const content = readFeed('catalogue', bytes);
const feed: Feed = {
  id: 'kubernetes',
  kind: 'catalogue',
  name: 'Kubernetes',
  address: 'kubernetes',
  followed: 'all',
  color: 0,
};

function datesOf(uid: string, from: string, to: string, zone = 'UTC'): Occurrence[] {
  const window = { from: Date.parse(from), to: Date.parse(to) };
  return buildAgenda([{ feed: { ...feed, followed: [uid] }, content }], window, zone).occurrences;
}

const startsOf = (occurrences: readonly Occurrence[]): string[] =>
  occurrences.map(({ time }) => (time.kind === 'timed' ? new Date(time.start).toISOString() : time.start));

test('the built-in catalogue can be read without a complaint', () => {
  expect(content.problems).toEqual([]);
  expect(content.communities.filter(({ kind }) => kind === 'sig').length).toBeGreaterThanOrEqual(10);
  expect(new Set(content.series.map(({ uid }) => uid)).size).toBe(content.series.length);
});

test('kOps office hours are on Fridays of odd weeks, and twice in a row after a year of 53 weeks', () => {
  const occurrences = datesOf('kops-office-hours', '2026-11-20T00:00Z', '2027-02-01T00:00Z');
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
    assumptions: [expect.stringContaining('October 2020')],
    joinLinks: [{ service: 'zoom', meetingId: '97072789944', passcode: 'VVlUR3dhN2h5TEFQZHZTVVd4SnJUdz09' }],
    links: {
      agenda: 'https://docs.google.com/document/d/12QkyL0FkNbWPcLFxxRGSPt_tNPBHbmni3YLY-lHny7E/edit',
    },
  });
});

test('the bonus office hours of kOps are told of, and no date is made up for them', () => {
  const kops = content.communities.find(({ id }) => id === 'kops');
  expect(kops?.description).toContain('bonus');
  expect(kops?.meetings.map(({ uid }) => uid)).toEqual(['kops-office-hours']);
});

test('the PM Group keeps its Pacific time, and every Tuesday is a candidate', () => {
  const summer = datesOf('kubernetes-pm-group', '2026-07-01T00:00Z', '2026-07-20T00:00Z');
  expect(startsOf(summer)).toEqual(['2026-07-07T15:00:00.000Z', '2026-07-14T15:00:00.000Z']);
  const winter = datesOf('kubernetes-pm-group', '2026-11-20T00:00Z', '2026-12-02T00:00Z');
  expect(startsOf(winter)).toEqual(['2026-11-24T16:00:00.000Z', '2026-12-01T16:00:00.000Z']);
  expect(winter[0]).toMatchObject({
    isWeekUnknown: true,
    rhythm: 'every 2 weeks on Tuesday',
    joinLinks: [{ meetingId: '845373595' }],
    links: {
      chat: 'https://kubernetes.slack.com/messages/kubernetes-pm/',
      mailingList: 'https://groups.google.com/forum/#!forum/kubernetes-pm',
    },
  });
  expect(winter[0]?.assumptions).toContain('60 minutes assumed');
  const group = content.communities.find(({ id }) => id === 'kubernetes-pm');
  expect(group?.leads.map(({ name }) => name)).toEqual(['Aparna Sinha', 'Ihor Dvoretskyi', 'Caleb Miles']);
});

test('a meeting with a known start date has every second date, and no other', () => {
  const occurrences = datesOf('sig-testing', '2026-11-01T00:00Z', '2026-12-10T00:00Z');
  expect(occurrences.every(({ isWeekUnknown }) => !isWeekUnknown)).toBe(true);
  expect(startsOf(occurrences)).toEqual([
    '2026-11-10T18:00:00.000Z',
    '2026-11-24T18:00:00.000Z',
    '2026-12-08T18:00:00.000Z',
  ]);
});

test('a meeting whose room stands in a document has no room, and the document is its agenda', () => {
  const [meeting] = datesOf('sig-docs', '2026-11-20T00:00Z', '2026-11-30T00:00Z');
  expect(meeting?.joinLinks).toEqual([]);
  expect(meeting?.links.agenda).toMatch(/^https:\/\/docs\.google\.com\/document\//);
});

test('every community says how to report a concern, what to expect, and since when that is known', () => {
  for (const { conduct } of content.communities) {
    expect(conduct?.contact).toBe('conduct@kubernetes.io');
    expect(conduct?.expect).toContain('within 24 hours');
    expect(conduct?.members).toContain('Slack');
    expect(conduct?.sources.map(({ date }) => date)).toContain('2020-11-23');
  }
  expect(content.communities.find(({ id }) => id === 'committee-code-of-conduct')?.leads).toHaveLength(5);
});

const sigsPath = new URL('../../../../shared/corpus/sigs/sigs-2023-09-29.yaml', import.meta.url);
const sigsMeeting = z.object({
  time: z.string(),
  url: z.string().optional(),
  archive_url: z.string().optional(),
});
const sigsGroup = z.object({
  dir: z.string(),
  meetings: z.array(sigsMeeting).nullish(),
  subprojects: z.array(z.object({ meetings: z.array(sigsMeeting).nullish() })).nullish(),
});
const sigsFile = z.record(z.string(), z.array(sigsGroup).nullish());

test.skipIf(!existsSync(sigsPath) && !process.env['CI'])(
  'what is said to be from sigs.yaml stands in it',
  () => {
    const parsed = parseCatalogue(bytes);
    if (!parsed.ok) throw new Error(parsed.problem.detail);
    const groups = Object.values(sigsFile.parse(parse(readFileSync(sigsPath, 'utf8')))).flatMap(
      (list) => list ?? [],
    );
    for (const community of parsed.value.communities) {
      const group = groups.find(({ dir }) => dir === community.id);
      if (group === undefined) continue;
      const known = [group, ...(group.subprojects ?? [])].flatMap(({ meetings }) => meetings ?? []);
      for (const meeting of community.meetings) {
        const alike = known.filter(({ url, archive_url: archive }) => {
          const isRoom = meeting.join === null ? url?.includes('docs.google.com') : url === meeting.join;
          return isRoom && (archive?.replace('http:', 'https:') ?? null) === meeting.notes;
        });
        const times = alike.map(({ time }) => time.replace(/^(\d):/, '0$1:').replace('7AM', '07:00'));
        expect({ uid: meeting.uid, times }).toMatchObject({
          times: expect.arrayContaining([meeting.time]),
        });
      }
    }
  },
);
