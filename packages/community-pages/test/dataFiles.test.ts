import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { datesOf, readSigs } from '#community-pages';

const read = (name: string) => readSigs(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

test('a team of yaml2ical meets in odd or even weeks of the year, in UTC', () => {
  const { groups, drafts, problems } = read('irc-team.yaml');
  expect(problems).toEqual([]);
  expect(groups).toMatchObject([{ name: 'Kite team meeting', leads: [{ name: 'Robin Example' }] }]);
  expect(drafts).toMatchObject([
    { weekdays: ['TU'], time: '14:00', zone: 'UTC', durationMinutes: 45, skips: ['2026-12-22'] },
    { weekdays: ['TH'], time: '09:00', zone: 'UTC', durationMinutes: null },
  ]);
  const weeks = drafts.map(({ rrule }) => /BYWEEKNO=(\d+,\d+)/u.exec(rrule ?? '')?.[1]);
  expect(weeks).toEqual(['2,4', '1,3']);
  expect(drafts.every((draft) => datesOf(draft) !== null && !draft.hasQuestions)).toBe(true);
});

test('a calendar of yaml2ics gives its series with their first date, zone, length and end', () => {
  const { groups, drafts } = read('events-calendar.yaml');
  expect(groups).toMatchObject([{ id: 'kite-calendar', name: 'Kite calendar' }]);
  expect(drafts.map(({ title, rrule, anchor }) => [title, rrule, anchor])).toEqual([
    ['Kite call', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-03-05'],
    ['Kite triage', 'FREQ=WEEKLY;INTERVAL=1;BYDAY=WE;UNTIL=20260601T000000Z', '2026-01-07'],
    ['New flyers', 'FREQ=MONTHLY;BYDAY=1TU', '2026-02-03'],
  ]);
  expect(drafts[0]).toMatchObject({
    time: '21:00',
    zone: 'Europe/Berlin',
    durationMinutes: 90,
    join: 'https://zoom.us/j/11111111111',
    notes: 'https://pad.example.org/kites',
  });
  expect(drafts[1]).toMatchObject({ zone: 'UTC', durationMinutes: 30 });
});

test('the workstreams of OpenTelemetry are read from the words of their schedules, with turns', () => {
  const { groups, drafts } = read('workstreams.yaml');
  expect(groups.map(({ id }) => id)).toEqual(['wind', 'line', 'paper']);
  const [wind, ...line] = drafts;
  expect(wind).toMatchObject({
    community: 'wind',
    weekdays: ['TU'],
    time: '07:30',
    zone: 'America/Los_Angeles',
    notes: 'https://docs.google.com/document/d/wind-notes',
  });
  expect(line.map(({ weekdays, community }) => [community, weekdays])).toEqual([
    ['line', ['MO']],
    ['line', ['WE']],
  ]);
});
