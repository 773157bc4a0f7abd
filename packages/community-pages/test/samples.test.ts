import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { needsAnswer } from '#calendar';
import { readMarkdownPage } from '../readMarkdownPage.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const SAMPLES = join(import.meta.dirname, '../../../../shared/samples');
const isThere = existsSync(join(SAMPLES, 'kops-office-hours.md'));
if (!isThere) console.log('The samples are not at ../shared/samples, so they were not read.');

const page = (name: string) => readMarkdownPage(readFileSync(join(SAMPLES, name)), NOW);

describe.skipIf(!isThere)('two real pages come out right', () => {
  test('the kOps office hours: a room, a document and a calendar, but no day and no time', () => {
    const { title, drafts, calendars, problems } = page('kops-office-hours.md');
    const calendar =
      'https://calendar.google.com/calendar/u/0/embed?src=u5822lrl4q68ic1iakuvcpe7b4@group.calendar.google.com';
    expect([title, calendars, problems]).toEqual(['Office Hours', [calendar], []]);
    expect(drafts).toMatchObject([
      {
        title: 'Office Hours',
        weekdays: null,
        time: null,
        zone: null,
        rrule: 'FREQ=WEEKLY',
        durationMinutes: 60,
        hasQuestions: true,
        doubts: [{ kind: 'whichDay' }, { kind: 'whichTime' }],
        isInactive: false,
        join: 'https://zoom.us/j/97072789944?pwd=VVlUR3dhN2h5TEFQZHZTVVd4SnJUdz09',
        notes: 'https://docs.google.com/document/d/12QkyL0FkNbWPcLFxxRGSPt_tNPBHbmni3YLY-lHny7E/edit',
        recordings: null,
        calendar,
      },
      {
        title: 'Bonus meetings',
        rrule: null,
        time: null,
        hasQuestions: true,
        join: 'https://zoom.us/j/97072789944?pwd=VVlUR3dhN2h5TEFQZHZTVVd4SnJUdz09',
        calendar,
      },
    ]);
  });

  test('the Kubernetes PM Group: two readings, two zones, links, channels and leaders', () => {
    const { groups, drafts, calendars, problems } = page('kubernetes-pm-group.md');
    expect([calendars, problems]).toEqual([[], []]);
    expect(drafts).toMatchObject([
      {
        title: 'Kubernetes PM Group: regular meetings',
        weekdays: ['TU'],
        time: '08:00',
        zone: 'America/Los_Angeles',
        zones: ['PT', 'UTC'],
        rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
        candidates: ['FREQ=MONTHLY;BYDAY=2TU'],
        anchor: null,
        hasQuestions: true,
        join: 'https://zoom.us/j/845373595',
        notes:
          'https://docs.google.com/document/d/1YqIpyjz4mV1jjvzhLx9JYy8LAduedzaoBMjpUKGUJQo/edit?usp=sharing',
        recordings: null,
        chat: 'https://kubernetes.slack.com/messages/kubernetes-pm/',
        mailingList: 'https://groups.google.com/forum/#!forum/kubernetes-pm',
        text: 'Every second Tuesday, 8:00 AM PT/4:00 PM UTC',
      },
    ]);
    expect(drafts[0]?.doubts.filter(needsAnswer)).toHaveLength(3);
    expect(groups).toMatchObject([
      {
        name: 'Kubernetes PM Group',
        chat: 'https://kubernetes.slack.com/messages/kubernetes-pm/',
        mailingList: 'https://groups.google.com/forum/#!forum/kubernetes-pm',
        leads: [
          { name: 'Aparna Sinha', company: 'Google', email: 'apsinha@google.com' },
          { name: 'Ihor Dvoretskyi', company: 'Mirantis', email: 'ihor@dvoretskyi.com' },
          { name: 'Caleb Miles', company: 'CoreOS', email: 'caleb.miles@coreos.com' },
        ],
      },
    ]);
  });
});

test.runIf(process.env['CI'] !== undefined && !isThere)(
  'the samples are there where everything is judged',
  () => {
    expect.fail('../shared/samples is missing.');
  },
);
