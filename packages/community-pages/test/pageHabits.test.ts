import { describe, expect, test } from 'vitest';
import { readMarkdownPage } from '../readMarkdownPage.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const drafts = (text: string, { now = NOW, address = 'page.md' } = {}) =>
  readMarkdownPage(new TextEncoder().encode(text), now, address).drafts;
/** The meetings of a page, one line each; `?` where something is asked. */
const meetings = (text: string, facts?: { now?: number; address?: string }): string[] =>
  drafts(text, facts).map(
    ({ weekdays, time, zone, rrule, hasQuestions, isInactive }) =>
      `${weekdays?.join() ?? 'no day'} ${time ?? 'no time'} ${zone ?? 'no zone'} ${rrule?.slice(5, 30) ?? 'no rule'}${hasQuestions ? ' ?' : ''}${isInactive ? ' over' : ''}`,
  );

describe('two sentences about one meeting', () => {
  test('“every two weeks” and then “in the odd week numbers” is settled', () => {
    const page = `# Heron group
## Meetings
The Heron group meets biweekly on Wednesday at noon ET. The meetings take place in the weeks with the [odd week numbers](https://weeks.example.org/).`;
    expect(meetings(page)).toEqual(['WE 12:00 America/New_York YEARLY;BYWEEKNO=1,3,5,7,9']);
  });

  test('a rough translation does not replace the rule', () => {
    const page = `# Heron group
## Meetings
We meet every other Tuesday at 15:00 UTC, starting June 23, 2026. This is roughly every 2nd and 4th Tuesday of the month.`;
    expect(meetings(page)).toEqual(['TU 15:00 UTC WEEKLY;INTERVAL=2;BYDAY=T']);
    expect(drafts(page)[0]?.anchor).toBe('2026-06-23');
  });

  test('an explanation of the day elsewhere is not a second meeting', () => {
    const page = `# Heron group
## Meetings
* Every Tuesday at 8am China time
* **NB:** due to the international date line, 8am on Tuesday is late Monday evening in America`;
    expect(meetings(page)).toEqual(['TU 08:00 Asia/Shanghai WEEKLY;BYDAY=TU']);
  });
});

describe('what promises no meeting', () => {
  test.each([
    'The workflow for ad hoc meetings of the project should be updated, so that the team meeting is scheduled.',
    'We rotate, so that the group holds a meeting in every zone at least once every two months.',
  ])('%s', (sentence) => {
    expect(meetings(`# Heron handbook\n## Meetings\n${sentence}`)).toEqual([]);
  });

  test('a remark about recordings is not another meeting', () => {
    const page = `# Herons
We meet every Tuesday at 15:00 UTC: https://zoom.us/j/91000000001

## Meeting recordings of Herons
In addition we also record and publish the calls.`;
    expect(meetings(page)).toEqual(['TU 15:00 UTC WEEKLY;BYDAY=TU']);
  });
});

describe('zones', () => {
  test.each([
    ['noon LA time', '12:00 America/Los_Angeles'],
    ['4pm NYC time', '16:00 America/New_York'],
    ['8pm US East Coast', '20:00 America/New_York'],
    ['8am West Coast', '08:00 America/Los_Angeles'],
  ])('Mondays at %s', (words, expected) => {
    expect(meetings(`# Herons\n## Meetings\nWe meet on Mondays at ${words}.`)).toEqual([
      `MO ${expected} WEEKLY;BYDAY=MO`,
    ]);
  });

  test('“Asia Pacific” is a region, not the zone of a page', () => {
    const page = `# Herons
Our meetings are set either for Asia Pacific or for Europe.

| Group | Time |
| ----- | ---- |
| Nests | Every Thu, 18:00 CET |`;
    expect(meetings(page)).toEqual(['TH 18:00 Europe/Berlin WEEKLY;BYDAY=TH']);
  });
});

describe('links', () => {
  const only = (text: string, address?: string) => drafts(text, address === undefined ? {} : { address })[0];

  test('a room behind an address of the community, in the words “Join via Zoom”', () => {
    const page = `# Herons
## Meetings
Every Thursday at 10:00 UTC. [Join via Zoom](https://herons.example.org/meeting-room).`;
    expect(only(page)?.join).toBe('https://herons.example.org/meeting-room');
  });

  test('notes that the sentence before the link names', () => {
    const page = `# Herons
## Meetings
Every Thursday at 10:00 UTC.

## Records
Meeting notes of all sessions are kept in this repository. You can access them [here](https://github.com/herons/nests/tree/main/meetings).`;
    expect(only(page)?.notes).toBe('https://github.com/herons/nests/tree/main/meetings');
  });

  test('notes that “can be found here”', () => {
    const page = `# Herons
## Meetings
Every Thursday at 10:00 UTC.

## Meeting notes
The meeting notes can be found [here](https://github.com/herons/nests/tree/main/meetings).`;
    expect(only(page)?.notes).toBe('https://github.com/herons/nests/tree/main/meetings');
  });

  test.each([
    [
      'https://raw.githubusercontent.com/herons/nests/main/groups/README.md',
      './minutes/',
      'https://github.com/herons/nests/tree/main/groups/minutes/',
    ],
    [
      'https://raw.githubusercontent.com/herons/nests/main/groups/README.md',
      '../minutes.md',
      'https://github.com/herons/nests/blob/main/minutes.md',
    ],
    [
      'https://gitlab.com/herons/nests/-/raw/main/README.md',
      'minutes/',
      'https://gitlab.com/herons/nests/-/tree/main/minutes/',
    ],
    ['https://herons.example.org/community.md', 'minutes/', 'https://herons.example.org/minutes/'],
    ['/home/ada/page.md', './minutes/', './minutes/'],
  ])('notes beside the page %s: %s', (address, path, expected) => {
    const page = `# Herons\n## Meetings\nEvery Thursday at 10:00 UTC. Meeting minutes: [minutes](${path})`;
    expect(only(page, address)?.notes).toBe(expected);
  });

  test('rows with a field for notes do not get the notes of the page', () => {
    const page = `# Herons
The agenda document: [shared agenda](https://docs.google.com/document/d/1shared/edit)

| Meeting | Time | Notes |
| ------- | ---- | ----- |
| Nests | Mondays 10:00 UTC | [Notes](https://docs.google.com/document/d/1nests/edit) |
| Reeds | Tuesdays 10:00 UTC | on the mailing list |`;
    expect(drafts(page).map(({ notes }) => notes)).toEqual([
      'https://docs.google.com/document/d/1nests/edit',
      null,
    ]);
  });
});

describe('fields of front matter', () => {
  test('a site’s fields about the meeting are read like a list', () => {
    const page = `---
title: Heron group
leader: Ada
meeting_dates: Every Thursday at 1pm PST
meeting_link: "https://meet.google.com/abc-defg-hij"
---
The group looks after herons.`;
    expect(meetings(page)).toEqual(['TH 13:00 America/Los_Angeles WEEKLY;BYDAY=TH']);
    expect(drafts(page)[0]).toMatchObject({
      title: 'Heron group',
      join: 'https://meet.google.com/abc-defg-hij',
    });
  });

  test('the date of the page is not a date of a meeting', () => {
    expect(meetings('---\ntitle: Herons\ndate: 2026-11-02 09:00\n---\nHerons are grey.')).toEqual([]);
  });
});

describe('years', () => {
  const page = `# Herons
## 2026
We meet every Monday at 10:00 UTC.`;
  test('a meeting under the present year counts', () => {
    expect(meetings(page)).toEqual(['MO 10:00 UTC WEEKLY;BYDAY=MO']);
  });
  test('a meeting under a past year does not count', () => {
    expect(meetings(page, { now: Date.UTC(2027, 0, 2) })).toEqual([]);
  });

  const ending = '# Herons\n## Meetings\nWe meet every Monday at 10:00 UTC until June 2026.';
  test('an end in this year becomes a question', () => {
    expect(meetings(ending)).toEqual(['MO 10:00 UTC WEEKLY;BYDAY=MO ?']);
  });
  test('a meeting that ended in an earlier year is inactive', () => {
    expect(meetings(ending, { now: Date.UTC(2027, 0, 2) })).toEqual(['MO 10:00 UTC WEEKLY;BYDAY=MO ? over']);
  });
});

describe('links that are not rooms', () => {
  const rooms = (text: string) => drafts(text).map(({ join }) => join);
  const channel = 'https://discord.com/channels/1022962884864643214/1024688298389688360';

  test('a chat channel is not a room, unless the words say that the meeting takes place there', () => {
    const talk = `# Herons\n## Meetings\nEvery Thursday at 10:00 UTC.\n\nTalk with us: [Discord](${channel})`;
    expect(rooms(talk)).toEqual([null]);
    expect(drafts(talk)[0]?.chat).toBe(channel);
    expect(
      rooms(`# Herons\n## Meetings\nWe meet every Thursday at 10:00 UTC on [Discord](${channel}).`),
    ).toEqual([channel]);
  });

  test('a file on a code host is not a room, whatever its name', () => {
    const page = `# Herons
## Meetings
- Schedule: Mondays at 10:00 UTC
- Join link: [details](https://github.com/herons/nests/blob/main/meeting-details.md)`;
    expect(rooms(page)).toEqual([null]);
  });

  test('“Link to join the weekly community meeting” is a room', () => {
    const page = `# Herons
## Meetings
Every Wednesday at 17:00 London time.

* [Link to join the weekly community meeting](https://herons.example.org/meeting)`;
    expect(rooms(page)).toEqual(['https://herons.example.org/meeting']);
  });
});

test.each([
  'https://bigbluebutton.herons.example/b/her-ons-abc',
  'https://conf.herons.example/rooms/her-ons-abc-def/join',
  'https://talk.herons.example/call/ab12cd34',
  'https://call.element.io/herons',
])('a room of every service that the app knows is one on a page as well: %s', (room) => {
  expect(drafts(`# Herons\n\nWe meet every Thursday at 10:00 UTC on ${room}.`)[0]?.join).toBe(room);
});

test('a line with a room for each of two meetings leads to no question', () => {
  const page = `# Herons

**Chapter North** Monday 18:00 CET, https://meet.jit.si/herons-north
**Chapter South** Monday 18:00 CAT, https://meet.jit.si/herons-south`;
  expect(drafts(page).map(({ join, hasQuestions }) => [join, hasQuestions])).toEqual([
    ['https://meet.jit.si/herons-north', false],
    ['https://meet.jit.si/herons-south', false],
  ]);
});

test('rooms for counted dates lead to a question', () => {
  const page = `# Herons

## Weekly meeting

Tuesday at 17:00 UTC

Room A (1st, 3rd, 5th): https://meet.jit.si/herons-a

Room B (2nd, 4th): https://meet.jit.si/herons-b`;
  expect(drafts(page)[0]?.doubts).toContainEqual({ kind: 'whichRoomWhen' });
});

describe('the one room beside a table of meetings', () => {
  const table = (columns: string, cell = 'Ada') => `# Herons

| Day | Time | ${columns} |
|---|---|---|
| Mon | 09:00 UTC | ${cell} |
| Wed | 15:00 UTC | Bo |

All office hours are in [one room](https://whereby.com/herons).`;
  const roomsOn = (page: string) => drafts(page).map(({ join }) => join);

  test('is that of each of them', () => {
    expect(roomsOn(table('Host'))).toEqual(['https://whereby.com/herons', 'https://whereby.com/herons']);
  });

  test('is not meant where the table has a place for rooms', () => {
    expect(roomsOn(table('Where'))).toEqual([null, null]);
    expect(roomsOn(table('Host', '[Ada](https://meet.jit.si/ada)'))).toEqual([
      'https://meet.jit.si/ada',
      null,
    ]);
  });

  test('is not one of several', () => {
    expect(roomsOn(`${table('Host')} Talk in [another](https://meet.jit.si/herons).`)).toEqual([null, null]);
  });
});
