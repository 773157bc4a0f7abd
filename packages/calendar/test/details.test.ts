import { expect, test } from 'vitest';
import { parseIcs } from '#calendar';
import { fixture } from './agendaOf.ts';

test('the name, zone and refresh interval of a feed are read', () => {
  expect(fixture('details')).toMatchObject({
    name: 'Community',
    zone: 'Europe/Berlin',
    refreshIntervalMs: 12 * 60 * 60 * 1000,
  });
});

test('all details of an event are read', () => {
  const [series] = fixture('details').series;
  expect(series?.status).toBe('tentative');
  expect(series?.details).toMatchObject({
    title: 'Planning, part two',
    description: { format: 'html', content: '<p>First line</p>' },
    location: 'Room 1; or online',
    url: 'https://example.org/meeting',
    conferences: [
      'https://meet.example.org/abc',
      'https://meet.google.com/abc-defg-hij',
      'https://teams.microsoft.com/l/meetup-join/x',
      'tel:+1-555-0100',
    ],
    organizer: { name: 'Doe, Jane', address: 'jane@example.org', status: null, role: null, isPerson: true },
    attendees: [
      { name: 'Me', address: 'me@example.org', status: 'DECLINED', role: 'OPT-PARTICIPANT', isPerson: true },
    ],
    categories: ['Release', 'Docs'],
    color: 'turquoise',
    isTransparent: true,
    alarms: [
      { action: 'DISPLAY', trigger: -15 * 60 * 1000, anchor: 'start' },
      { action: 'AUDIO', trigger: 5 * 60 * 1000, anchor: 'end' },
    ],
    links: null,
    community: null,
    communityName: null,
    recorded: null,
    doubts: [],
  });
});

test('occurrences of a series share one object of details', () => {
  const [series] = fixture('details').series;
  expect(series?.details).toBe(series?.details);
});

test('an attendee who is named by a URL has the address beside it, as iCloud writes it', () => {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART:20261203T090000Z',
    'ATTENDEE;CN=Me;EMAIL=Me@example.org;PARTSTAT=ACCEPTED:/1234567/principal/',
    'ATTENDEE;PARTSTAT=ACCEPTED:/7654321/principal/',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const [series] = parseIcs(new TextEncoder().encode(text)).series;
  expect(series?.details.attendees.map(({ address }) => address)).toEqual([
    'me@example.org',
    '/7654321/principal/',
  ]);
});
