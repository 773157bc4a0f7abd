import { describe, expect, test } from 'vitest';
import { foundDays, foundMeetings } from '#core/agenda/foundMeetings.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const now = at('2026-11-20T12:00:00Z');

const review = anOccurrence({
  title: 'Design review',
  start: '2026-11-18T09:00:00Z',
  communityName: 'SIG Docs',
  location: 'Room Turing',
  description: {
    format: 'html',
    content: '<p>Bring the <b>budget</b> of <a href="https://docs.example.org/q4">Q4</a></p>',
  },
  attendance: {
    people: [{ name: 'Mira Okafor', address: 'mailto:mira@example.org', reply: 'none', isOrganizer: true }],
    replies: { yes: 0, maybe: 0, no: 0, none: 1 },
  },
  joinLinks: [
    {
      url: 'https://zoom.us/j/84537359500',
      service: 'zoom',
      serviceName: 'Zoom',
      meetingId: '84537359500',
      passcode: null,
      nativeUrl: null,
      source: 'location',
    },
  ],
});
const standUp = anOccurrence({ title: 'Stand-up', start: '2026-11-23T09:00:00Z' });

const titles = (query: string): string[] =>
  foundMeetings(query, [review, standUp], now, 'UTC').map(({ title }) => title);

describe('the search for meetings', () => {
  test.each([
    ['title', 'design'],
    ['community', 'docs'],
    ['service', 'zoom'],
    ['meeting number', '8453735'],
    ['meeting number as it is written', '845 3735 9500'],
    ['place', 'turing'],
    ['person', 'okafor'],
    ['description', 'budget'],
    ['address in the description', 'docs.example.org'],
    ['words of several of these', 'MIRA review zoom'],
  ])('finds a meeting by its %s', (_, query) => expect(titles(query)).toEqual(['Design review']));

  test('does not find a meeting that has only some of the words', () => {
    expect(titles('okafor stand-up')).toEqual([]);
  });

  test('returns past and future meetings by start', () => {
    expect(foundMeetings('', [standUp, review], now, 'UTC')).toEqual([review, standUp]);
  });

  test('of too many it keeps those nearest to now', () => {
    const daily = Array.from({ length: 300 }, (_, day) =>
      anOccurrence({ title: `Daily ${day}`, start: new Date(now + day * 86_400_000).toISOString() }),
    );
    const found = foundMeetings('daily', daily, now, 'UTC');
    expect([found.length, found[0]?.title, found.at(-1)?.title]).toEqual([200, 'Daily 0', 'Daily 199']);
  });

  test('today divides past and future, also without a meeting', () => {
    expect(
      foundDays([review, standUp], now, 'UTC').map(({ date, occurrences }) => [date, occurrences.length]),
    ).toEqual([
      ['2026-11-18', 1],
      ['2026-11-20', 0],
      ['2026-11-23', 1],
    ]);
  });
});
