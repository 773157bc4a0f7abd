import { expect, test } from 'vitest';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import { ownersOf } from '#core/agenda/ownReply.ts';
import { readFeed } from '#core/feeds/readFeed.ts';
import { aCalendar } from '../../builders/aCalendar.ts';

/** The day on which the feeds are read. */
const NOW = Date.UTC(2026, 10, 29);

const start = '2026-11-20T15:00:00Z';
const window = { from: Date.parse(start) - 1, to: Date.parse(start) + 1 };
const calendar = aCalendar([
  {
    start,
    lines: [
      'ATTENDEE;PARTSTAT=DECLINED;CN=Me:mailto:Me@Example.org',
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:you@example.org',
    ],
  },
]);

function declinedIn(name: string, address: string): boolean | undefined {
  const source = { kind: 'web', url: address } as const;
  const feed = { id: 'f', name, source, format: 'ics', followed: 'all', color: 0 } as const;
  const content = readFeed('ics', new TextEncoder().encode(calendar), { now: NOW });
  return buildAgenda([{ feed, content }], window, 'UTC').occurrences[0]?.isDeclined;
}

test('a meeting is declined when the owner of its calendar said no, by the calendar’s name or address', () => {
  const secret = 'https://calendar.google.com/calendar/ical/me%40example.org/private-0123/basic.ics';
  expect(declinedIn('Work', secret)).toBe(true);
  expect(declinedIn('me@example.org', 'https://example.org/basic.ics')).toBe(true);
});

test('what others said, or somebody in a calendar of a group, declines nothing', () => {
  expect(declinedIn('you@example.org', 'https://example.org/basic.ics')).toBe(false);
  expect(declinedIn('Team', 'https://example.org/100%/team.ics')).toBe(false);
});

test('the addresses that the server of an account names are the owner’s', () => {
  const source = {
    kind: 'calDav',
    url: 'https://cloud.example.org/work/',
    user: 'anna',
    addresses: ['me@example.org'],
  } as const;
  const owners = ownersOf({ name: 'Work', source });
  expect([...owners]).toEqual(['me@example.org']);
});
