import { expect, test } from 'vitest';
import { parseIcs } from '#calendar';
import { whyThisDate } from '#renderer/agenda/whyThisDate.ts';
import { anOccurrence, at, type OccurrenceWish } from '../../builders/anOccurrence.ts';

const format = { locale: 'en-GB', zone: 'Europe/Berlin', clock: '24' } as const;
const why = (wish: OccurrenceWish): string[] =>
  whyThisDate(anOccurrence(wish), format).map(({ label, text }) => `${label}: ${text}`);

const week = { feedId: 'feed', uid: 'x', readings: [], left: [], saidAt: null };
const nobody = { feedName: null, turnTitle: null, at: null };

test('a recurring meeting lists its rule, feed, clock and assumptions', () => {
  expect(
    why({
      rhythm: 'every 2 weeks on Friday',
      isRecurring: true,
      zone: 'America/New_York',
      start: '2026-11-20T17:00:00Z',
      doubts: [{ kind: 'lengthAssumed', minutes: 60 }],
    }),
  ).toEqual([
    'Rule: every 2 weeks on Friday',
    'From: Feed',
    'Clock: 12:00 in New York (America/New_York), also when clocks change',
    'Assumed: 60 minutes assumed',
  ]);
});

test('the reasons say what settled the week, or that it is open', () => {
  const byYou = { ...week, settled: { ...nobody, date: '2026-11-24', at: at('2026-11-20T12:00Z') } };
  expect(why({ week: byYou })).toContain('Confirmed: by you on Fri 20 Nov: it is on Tue 24 Nov');
  const byFeed = { ...week, settled: { ...nobody, date: '2026-11-24', feedName: 'Team' } };
  expect(why({ week: byFeed })).toContain(
    'Confirmed: by “Team”: it has the same room and time on Tue 24 Nov',
  );
  const byTurns = { ...week, settled: { ...nobody, date: '2026-11-24', turnTitle: 'Late call' } };
  expect(why({ week: byTurns })).toContain('Confirmed: by “Late call”, which has the other week');
  expect(why({ isWeekUnknown: true, week: { ...week, settled: null } })).toContain(
    'Open: in which week it is',
  );
  const asked = why({
    isWeekUnknown: true,
    doubts: [{ kind: 'notedWeekQuestion', words: 'Which of the two weeks is it?' }],
  });
  expect(asked.filter((line) => /^(?:Open|Assumed)/u.test(line))).toEqual([
    'Open: Which of the two weeks is it?',
  ]);
});

test('an assumption that quotes a question mark is no open question', () => {
  const zone = 'TZID="Zone of the host?"';
  const lines = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:review',
    `DTSTART;${zone}:20261124T090000`,
    `DTEND;${zone}:20261124T100000`,
    'SUMMARY:Review',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  const [review] = parseIcs(new TextEncoder().encode(lines.join('\r\n'))).series;
  const reasons = why({ doubts: review?.details.doubts ?? [] });
  expect(reasons.filter((line) => /^(?:Open|Assumed)/u.test(line))).toEqual([
    'Assumed: the time zone “Zone of the host?” is unknown; read in your own time zone',
  ]);
});

test('a question without a question mark is open', () => {
  expect(why({ doubts: [{ kind: 'rhythmUnknown' }] })).toContain('Open: It does not say how often it meets');
});

test('two calendars with the same ambiguous text confirm nothing', () => {
  const sources = ['a', 'b'].map((feedId) => ({ key: feedId, feedId, feedName: feedId }));
  const lines = why({ isWeekUnknown: true, sources, week: { ...week, settled: null } });
  expect(lines.filter((line) => line.startsWith('Confirmed'))).toEqual([]);
  expect(why({ sources })).toContain('Confirmed: by 2 calendars that agree');
});

test('single, moved, floating and all-day meetings have their own reasons', () => {
  expect(why({})).toContain('Rule: this date alone');
  expect(why({ isMoved: true, originalStart: '2026-11-19T09:00:00.000Z' })).toContain(
    'Moved: from Thu 19 Nov 10:00',
  );
  expect(why({ zone: null })).toContain('Clock: no zone is named, so it is at that time wherever you are');
  expect(why({ allDay: ['2026-11-24', '2026-11-25'] })).toContain(
    'Clock: the date alone, so it is Tue 24 Nov everywhere',
  );
});

test('the text of a page and the choice between two sources are among the reasons', () => {
  expect(why({ phrase: 'Every second\n Tuesday' })).toContain('Words: “Every second Tuesday”');
  expect(why({ phrase: 'x '.repeat(400) })[0]?.length).toBeLessThan(260);
  const other = {
    feedId: 'b',
    uid: 'x',
    key: 'b|x|y',
    feedName: 'Page',
    time: { kind: 'timed', start: 0, end: 1 },
    room: null,
  } as const;
  expect(why({ versions: { others: [other], chosenAt: at('2026-11-20T12:00Z') } })).toContain(
    'Confirmed: by you on Fri 20 Nov: this one, not that of “Page”',
  );
  expect(why({ versions: { others: [other], chosenAt: null } })).toContain(
    'Open: “Page” has it at another time or in another room',
  );
});
