import { expect, test } from 'vitest';
import { readPastedText } from '#main/feeds/pastedText.ts';
import { readFeed } from '#core/feeds/readFeed.ts';

/** The day on which the feeds are read. */
const NOW = Date.UTC(2026, 10, 29);

const meetingsIn = (pasted: string) => {
  const read = readPastedText(pasted);
  if (read === null) throw new Error('This is no text');
  const { series, questions } = readFeed(read.format, new TextEncoder().encode(read.text), { now: NOW });
  return { format: read.format, titles: series.map(({ details }) => details.title), questions, series };
};

test('one or two words are a mistyped address, not a text', () => {
  expect(readPastedText('team.ics')).toBeNull();
  expect(readPastedText('  my calendar  ')).toBeNull();
});

test('the subject of a mail is the title of its meeting, also in a quoted reply', () => {
  const mail = [
    'From: Ann Anchor <ann@example.org>',
    'Subject: Re: Kite flyers',
    '',
    'Hello all, we meet every Thursday at 17:00 CET: https://zoom.us/j/95555555555',
    '',
    'See you there',
  ];
  for (const text of [mail.join('\n'), mail.map((line) => `> ${line}`).join('\r\n')]) {
    const { format, series } = meetingsIn(text);
    expect(format).toBe('markdown');
    expect(series).toHaveLength(1);
    expect(series[0]?.details).toMatchObject({
      title: expect.stringMatching(/^Kite flyers/u),
      conferences: ['https://zoom.us/j/95555555555'],
    });
  }
});

test('the text of a Markdown page is read as the page', () => {
  const { titles } = meetingsIn(
    '# Wind team\n\n## Meetings\n\n* Triage: Mondays at 10:00 UTC\n* Demo: first Friday of the month, 16:00 UTC\n',
  );
  expect(titles).toEqual([expect.stringContaining('Triage'), expect.stringContaining('Demo')]);
});

test('one sentence is enough', () => {
  const { series } = meetingsIn(
    'Every Tuesday at 10:00 Europe/Berlin on https://meet.google.com/abc-defg-hij',
  );
  expect(series).toHaveLength(1);
});

const event =
  'BEGIN:VEVENT\nUID:kite\nSUMMARY:Kites\nDTSTART:20261124T100000Z\nDTEND:20261124T110000Z\nEND:VEVENT';

test.each([
  ['a calendar', `BEGIN:VCALENDAR\nVERSION:2.0\n${event}\nEND:VCALENDAR`],
  [
    'a calendar in the middle of a mail',
    `Hi,\nhere it is:\n\nBEGIN:VCALENDAR\n${event}\nEND:VCALENDAR\n\nBest\nAnn`,
  ],
  ['a calendar that broke off', `BEGIN:VCALENDAR\nVERSION:2.0\n${event}\nBEGIN:VEVENT\nUID:x`],
  ['an event without its calendar', event],
])('%s is read as iCalendar', (_name, text) => {
  expect(meetingsIn(text)).toMatchObject({ format: 'ics', titles: expect.arrayContaining(['Kites']) });
});

test('groups as in a sigs.yaml are read as sigs', () => {
  const text =
    'sigs:\n- dir: sig-docks\n  name: Docks\n  meetings:\n  - description: Docks meeting\n    day: Monday\n    time: "10:00"\n    tz: UTC\n    frequency: weekly\n';
  expect(meetingsIn(text)).toMatchObject({ format: 'sigs', titles: ['Docks meeting'] });
});

test('text with half a million repetitions takes no longer than other text', () => {
  for (const piece of ['> a\n', 'subject: ', 'BEGIN:VEVENT\n', 'BEGIN:VCALENDAR\n', 'a\n-', 'a\n-\n\n'])
    expect(readPastedText(piece.repeat(Math.ceil(500_000 / piece.length)))).not.toBeNull();
});
