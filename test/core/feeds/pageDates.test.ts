import { describe, expect, test } from 'vitest';
import { expandSeries } from '#calendar';
import { readMarkdownFeed } from '#core/feeds/communityFeed.ts';
import { readMarkdownPage } from '#community-pages/readers';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const bytes = (text: string) => new TextEncoder().encode(text);
const draftsOf = (text: string) => readMarkdownPage(bytes(text), NOW).drafts;

describe('dates that are left out', () => {
  const skipsOn = (sentence: string) => {
    const [draft] = draftsOf(`# Lamps\n\nWe meet weekly on Thursdays at 15:00 UTC. ${sentence}`);
    return `${draft?.skips.join(' ')}${draft?.hasQuestions === true ? ' ?' : ''}`;
  };

  test.each([
    ['No meeting Dec 24.', '2026-12-24'],
    ['Skip on 12/24.', '2026-12-24'],
    ['We skip Dec 24 and Dec 31.', '2026-12-24 2026-12-31'],
    ['No meetings on Thursday, December 24th, 2026 or December 31st, 2026.', '2026-12-24 2026-12-31'],
    ['No calls the week of Dec 21, 2026.', '2026-12-24'],
    ['The call on December 24 is cancelled.', '2026-12-24'],
    ['Dec 24: no meeting.', '2026-12-24'],
    ['We will not meet on 24 December.', '2026-12-24'],
    ['No meeting from Dec 17 to Jan 7.', '2026-12-17 2026-12-24 2026-12-31 2027-01-07'],
    ['There is no call on 24.12.2026.', '2026-12-24'],
  ])('“%s” leaves out %s', (sentence, skips) => {
    expect(skipsOn(sentence)).toBe(skips);
  });

  test.each([
    'There will be no call on Dec 24 and 31.',
    'No calls the week of Dec 21.',
    'No meeting on 05/06.',
    'The meeting on Dec 24 is moved to Dec 23.',
    'Except on Dec 24, when we meet at 10:00 UTC.',
    'No meeting on Thanksgiving.',
    'There are no meetings on public holidays.',
  ])('“%s” is asked about', (sentence) => {
    expect(skipsOn(sentence)).toBe(' ?');
  });

  test.each([
    'No meeting on Dec 24, 2025.',
    'No meeting on Dec 23.',
    'Skip to the notes of Dec 24, 2026.',
    'Notes of Dec 24, 2026. No agenda yet.',
  ])('“%s” leaves out no date that is to come', (sentence) => {
    expect(skipsOn(sentence)).toBe('');
  });

  test('the year of a heading is that of the dates under it', () => {
    const page = (year: number) =>
      `# Lamps\n\nWe meet weekly on Thursdays at 15:00 UTC.\n\n## News of ${String(year)}\n\n- No meeting on Dec 24\n`;
    expect(draftsOf(page(2026))[0]?.skips).toEqual(['2026-12-24']);
    expect(draftsOf(page(2025))[0]?.skips).toEqual([]);
  });

  test('a meeting is not on a date that its own sentence leaves out', () => {
    const text = '# Lamps\n\nWe meet weekly on Thursdays at 15:00 UTC except Dec 24.';
    const { series } = readMarkdownFeed(bytes(text), NOW);
    const window = { from: Date.UTC(2026, 11, 16), to: Date.UTC(2027, 0, 1) };
    const found = expandSeries(series, window, 'UTC').occurrences;
    expect(
      found.map(({ time }) => (time.kind === 'timed' ? new Date(time.start).toISOString() : '')),
    ).toEqual(['2026-12-17T15:00:00.000Z', '2026-12-31T15:00:00.000Z']);
    expect(series[0]?.details.doubts).toContainEqual({ kind: 'datesLeftOut', dates: ['2026-12-24'] });
  });
});

describe('the week of a meeting every two weeks', () => {
  const weekOf = (entries: string) => {
    const [draft] = draftsOf(`# Lamps\n\nWe meet every two weeks on Tuesday at 15:00 UTC.\n\n${entries}`);
    return `${draft?.anchor ?? 'open'}${draft?.hasQuestions === true ? ' ?' : ''}`;
  };

  test.each([
    ['headings', '## 2026-11-10\n\n- A\n\n## 2026-10-27\n\n- B\n'],
    ['links to minutes', '- [Nov 10, 2026](a.md)\n- [October 27th, 2026](b.md)\n'],
    ['rows of minutes', '| Date | Minutes |\n|---|---|\n| 2026-10-27 | a |\n| 2026-11-10 | b |\n'],
  ])('follows from the dates of %s', (_, entries) => {
    expect(weekOf(entries)).toBe('2026-11-10');
  });

  test.each([
    ['that are out of step', '## 2026-11-10\n\n- A\n\n## 2026-11-03\n\n- B\n'],
    ['of which there is one', '## 2026-11-10\n\n- A\n'],
    ['that are old', '## 2026-03-10\n\n- A\n\n## 2026-03-24\n\n- B\n'],
    ['of another weekday', '## 2026-11-11\n\n- A\n\n## 2026-10-28\n\n- B\n'],
    ['on which it was left out', '- 2026-11-10: cancelled\n- 2026-10-27: cancelled\n'],
  ])('stays open beside dates %s', (_, entries) => {
    expect(weekOf(entries)).toBe('open ?');
  });

  test('stays open where two meetings share the weekday', () => {
    const page =
      '# Lamps\n\n- Users call: every two weeks on Tuesday at 15:00 UTC\n- Makers call: every two weeks on Tuesday at 18:00 UTC\n\n## 2026-11-10\n\n- A\n\n## 2026-10-27\n\n- B\n';
    expect(draftsOf(page).map(({ anchor }) => anchor)).toEqual([null, null]);
  });
});

describe('words about the past', () => {
  const live = (sentences: string) =>
    draftsOf(`# Lamps\n\n## Meetings\n\n${sentences}`)
      .filter(({ isInactive }) => !isInactive)
      .map(({ weekdays, time, hasQuestions }) => `${weekdays?.join()} ${time}${hasQuestions ? ' ?' : ''}`);

  test.each([
    'We used to meet on Mondays. Now we meet weekly on Tuesdays at 10:00 UTC.',
    'Before 2025 we met on Mondays at 9:00 UTC. The call is weekly on Tuesdays at 10:00 UTC.',
    'Until 2024 the call was on Mondays at 9:00 UTC, now it is weekly on Tuesdays at 10:00 UTC.',
    'Until March 2024 meetings were held on Mondays. Calls are weekly on Tuesdays at 10:00 UTC.',
    'The call is weekly on Tuesdays at 10:00 UTC (previously it was on Mondays at 9:00 UTC).',
    'The call was previously held on Mondays at 9:00 UTC; it is now weekly on Tuesdays at 10:00 UTC.',
    'The first meeting was held in 2023. We meet weekly on Tuesdays at 10:00 UTC.',
    'We meet weekly on Tuesdays at 10:00 UTC, as was originally agreed.',
    'We originally met in person, and still meet weekly on Tuesdays at 10:00 UTC.',
    'We originally had calls on Mondays at 9:00 UTC, but now they are weekly on Tuesdays at 10:00 UTC.',
  ])('make no meeting of it: %s', (sentences) => {
    expect(live(sentences)).toEqual(['TU 10:00']);
  });

  test('say that a meeting is over where they name no other', () => {
    expect(live('On Mondays we used to meet at 8:00 UTC.')).toEqual([]);
  });
});

test('the first meeting may be held at a date with a comma behind its month', () => {
  const [draft] = draftsOf(
    '# Lamps\n\nJoin us every 3rd Monday of a month at 17:00 UTC. The first meeting will be held at June, 20, 2022.',
  );
  expect(draft).toMatchObject({ rrule: 'FREQ=MONTHLY;BYDAY=3MO', anchor: '2022-06-20', hasQuestions: false });
});
