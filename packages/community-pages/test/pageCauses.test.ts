import { describe, expect, test } from 'vitest';
import { readMarkdownPage } from '../readMarkdownPage.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const read = (text: string, address = 'page.md') =>
  readMarkdownPage(new TextEncoder().encode(text.replace(/^\n/, '')), NOW, address);

/** The meetings of a page, one line each: when, and `?` where something is asked. */
const meetings = (text: string, address?: string): string[] =>
  read(text, address).drafts.map(({ weekdays, time, zone, rrule, hasQuestions, isInactive }) => {
    const rule = (rrule ?? 'no rule').replace('FREQ=', '').replace(/;?BYDAY=/, ' ');
    const when = `${weekdays?.join() ?? 'no day'} ${time ?? 'no time'} ${zone ?? 'no zone'} ${rule}`;
    return `${when}${hasQuestions ? ' ?' : ''}${isInactive ? ' over' : ''}`;
  });
const titles = (text: string, address?: string) => read(text, address).drafts.map(({ title }) => title);
const rooms = (text: string) => read(text).drafts.map(({ join }) => join);
const notes = (text: string) => read(text).drafts.map((draft) => draft.notes);

describe('rooms by date', () => {
  const room = (number: number) => `https://zoom.us/j/9100000000${String(number)}`;

  test('each position of the month opens its own room', () => {
    const page = `
# Lamp makers
## Meetings
- The second and fourth Friday at 9am PT
- Zoom for the [second Friday](${room(1)}) and the [fourth Friday](${room(2)})`;
    expect(meetings(page)).toEqual([
      'FR 09:00 America/Los_Angeles MONTHLY 2FR',
      'FR 09:00 America/Los_Angeles MONTHLY 4FR',
    ]);
    expect(rooms(page)).toEqual([room(1), room(2)]);
    expect(new Set(titles(page)).size).toBe(2);
  });

  test('each weekday opens its own room', () => {
    const page = `
# Lamp makers
The team meets on Tuesdays and Thursdays at 16:00 UTC.

- Tuesday: ${room(1)}
- Thursday: ${room(2)}`;
    expect(meetings(page)).toEqual(['TU 16:00 UTC WEEKLY TU', 'TH 16:00 UTC WEEKLY TH']);
    expect(rooms(page)).toEqual([room(1), room(2)]);
  });

  test('odd and even weeks open their own rooms', () => {
    const page = `
# Lamp makers
We meet every Monday at 16:00 UTC: [odd weeks](${room(1)}), [even weeks](${room(2)})`;
    const { drafts } = read(page);
    expect(drafts.map(({ rrule }) => rrule?.slice(0, 24))).toEqual([
      'FREQ=YEARLY;BYWEEKNO=1,3',
      'FREQ=YEARLY;BYWEEKNO=2,4',
    ]);
    expect(rooms(page)).toEqual([room(1), room(2)]);
  });

  test('several rooms without their dates lead to a question', () => {
    const { drafts } = read(`
# Lamp makers
The team meets on the first Tuesday of the month at 16:00 UTC.

- Zoom for Europe: ${room(1)}
- Zoom for Asia: ${room(2)}`);
    expect(drafts[0]?.doubts).toContainEqual({ kind: 'whichRoomWhen' });
  });

  test('a second way into the same room leads to no question', () => {
    expect(
      meetings(`
# Lamp makers
The team meets on Tuesdays at 16:00 UTC.

- Zoom: ${room(1)}
- If Zoom is down: https://meet.jit.si/lamps`),
    ).toEqual(['TU 16:00 UTC WEEKLY TU']);
  });
});

describe('one meeting is one', () => {
  test('two groups that coincide for half of the year are two meetings', () => {
    expect(
      meetings(`
# Otters
## Meetings
* The whole group meets every Tuesday at 10:30AM US Eastern Time.

#### Dam builders
Every Tuesday, 15:30-16:30 GMT`),
    ).toEqual(['TU 10:30 America/New_York WEEKLY TU', 'TU 15:30 UTC WEEKLY TU']);
  });

  test('a sentence and the row of a table are one, with the name and the notes of the row', () => {
    const page = `
# Otters
The group meets every Monday at 12:00 PM ET / 9:00 AM PT.

| Effort | Meeting Times | Meeting Notes |
|---|---|---|
| Full group | Every Monday 9:00a PT/12:00p ET | [Notes](https://docs.google.com/document/d/1a/edit) |
| Dam SIG | Every Friday 7:00a PT/10:00a ET | [Notes](https://docs.google.com/document/d/1b/edit) |`;
    expect(titles(page)).toEqual(['Full group', 'Dam SIG']);
    expect(notes(page)).toEqual([
      'https://docs.google.com/document/d/1a/edit',
      'https://docs.google.com/document/d/1b/edit',
    ]);
  });

  test('two places that name one time and one room speak of one meeting', () => {
    expect(
      meetings(`
# Otters
Name | Link
--- | ---
Meeting time | Thursdays at 1:00 PM Pacific
Meeting room | https://zoom.us/j/91000000001

### Join us
**All otters** Thursdays at 1:00 PM Pacific
https://zoom.us/j/91000000001`),
    ).toEqual(['TH 13:00 America/Los_Angeles WEEKLY TH']);
  });

  test('a time without a day is not put on the day of another meeting', () => {
    expect(
      meetings(`
# Meetings
The crew has a weekly meeting, and a review meeting on every other Friday.

## Hours
The weekly meeting starts at 11:00 PT.`),
    ).toEqual(['no day 11:00 America/Los_Angeles WEEKLY ?', 'FR no time no zone WEEKLY;INTERVAL=2 FR ?']);
  });

  test('lines of one cell keep their own days and times', () => {
    const page = `
# Groups
| Name | Meetings |
|---|---|
| Fruit | * (pear) Pear Call: Tuesdays at 6PM Europe/Rome (biweekly - every other Tuesday of the month)<br>* (plum) Plum Call: Thursdays at 8AM PT (biweekly - every other Thursday of the month)<br> |`;
    expect(meetings(page)).toEqual([
      'TU 18:00 Europe/Rome WEEKLY;INTERVAL=2 TU ?',
      'TH 08:00 America/Los_Angeles WEEKLY;INTERVAL=2 TH ?',
    ]);
    expect(titles(page)).toEqual(['Fruit: (pear) Pear Call', 'Fruit: (plum) Plum Call']);
  });
});

describe('text that is not a meeting, or a former one', () => {
  test('versions, examples and events of past years are not meetings', () => {
    expect(
      meetings(`
# Maple meetings
## Notes
- Quarterly report
  - Move the builders to Ubuntu 20.04

Meet on a regular cadence (for example, every other week at 2:00 pm US Pacific Time).

## 2020
Each day had a session (4-7:30pm CET).`),
    ).toEqual([]);
  });

  test.each(['Groups on hiatus', 'Paused', 'Inactive calls', 'Suspended meetings', 'No longer active'])(
    'a meeting under “%s” is inactive',
    (heading) => {
      expect(meetings(`# Maple\n## ${heading}\n### Leaf call\nEvery Monday at 10:00 UTC`)).toEqual([
        'MO 10:00 UTC WEEKLY MO over',
      ]);
    },
  );

  test('a meeting that ended years ago is inactive, whatever the words beside its days', () => {
    expect(
      meetings(`
# Harbour
## Meetings
* Meetings are weekly
  * ***Tuesdays 2:00pm PST***, starting Mar 5, 2019 until June 1, 2019.`),
    ).toEqual(['TU 14:00 America/Los_Angeles WEEKLY TU ? over']);
  });

  test.each([
    'Months with five Mondays have no meeting at all.',
    'There is no meeting in months that have a fifth Monday.',
    'We do not meet in August.',
  ])('“%s” becomes a question', (words) => {
    const [draft] = read(`# Calls\n* Every second and fourth Monday at 2 PM Eastern Time\n* ${words}`).drafts;
    expect(draft?.doubts).toContainEqual({
      kind: 'datesLeftOutUnknown',
      words: expect.stringContaining(words.slice(0, -1)),
    });
  });
});

describe('partial schedules', () => {
  test('rows and items with a day and no time are found, with a question for the time', () => {
    expect(
      meetings(`
# Regular calls
| Topic | Frequency | Minutes |
|---|---|---|
| Loom | Every 2 weeks on Monday | [Minutes](https://docs.google.com/document/d/1c/edit) |
| Weft | 2nd and 4th Tuesday of the month | |`),
    ).toEqual(['MO no time no zone WEEKLY;INTERVAL=2 MO ?', 'TU no time no zone MONTHLY 2TU,4TU ?']);
    expect(meetings('# Regular calls\n- **Loom group**: weekly, on Friday')).toEqual([
      'FR no time no zone WEEKLY FR ?',
    ]);
  });

  test('a rhythm over several weeks, months and turns holds', () => {
    expect(
      meetings('# Otter meetings\nThe group meets on the first Monday of alternate months at 14:00 UTC.'),
    ).toEqual(['MO 14:00 UTC MONTHLY;INTERVAL=2 1MO ?']);
    expect(meetings('# Otter call\nEvery 4 Mondays at 14:00 UTC')).toEqual([
      'MO 14:00 UTC WEEKLY;INTERVAL=4 MO ?',
    ]);
    expect(meetings('# Otter call\nThe last Tuesday every month, alternating 8am PT and 6pm PT')).toEqual([
      'TU 08:00 America/Los_Angeles MONTHLY;INTERVAL=2 -1TU ?',
      'TU 18:00 America/Los_Angeles MONTHLY;INTERVAL=2 -1TU ?',
    ]);
    expect(meetings('# Otter check-in\nWe meet about 3 times a week at 10:30 London time')).toEqual([
      'no day 10:30 Europe/London no rule ?',
    ]);
  });

  test('a sentence that names a meeting is about that one', () => {
    const page = `
# Calls
There is a bi-weekly call, which alternates between Asia and Europe.

- Asian calls are at 0200 UTC
- European calls are at 1400 UTC

The Asian calls come every 4 weeks, from 2027-01-06.

The European calls come every 4 weeks, from 2027-01-20.`;
    expect(read(page).drafts.map(({ time, anchor, rrule }) => [time, anchor, rrule])).toEqual([
      ['02:00', '2027-01-06', 'FREQ=WEEKLY;INTERVAL=4;BYDAY=WE'],
      ['14:00', '2027-01-20', 'FREQ=WEEKLY;INTERVAL=4;BYDAY=WE'],
    ]);
  });
});

test.each([
  ['Mondays at 9:00 UTC, biweekly, from 2027. March 1.', '2027-03-01'],
  ['Mondays at 9:00 UTC (biweekly, starts on 1st, March 2027)', '2027-03-01'],
  ['Mondays at 9:00 UTC, biweekly, starting 2027 March 1', '2027-03-01'],
  ['Mondays at 9:00 UTC, biweekly, starting March 1st of 2027', '2027-03-01'],
])('“%s” gives the first date, without a question', (words, anchor) => {
  expect(read(`# Lava call\n${words}`).drafts).toMatchObject([{ anchor, hasQuestions: false }]);
});

test('the first date may be in its own row or column', () => {
  expect(
    read(`
# Lava calls
| Item | Details |
|---|---|
| Schedule | Every other Monday |
| Time | 19:00 Asia/Shanghai |
| First meeting | 2026-09-07 |`).drafts,
  ).toMatchObject([{ time: '19:00', anchor: '2026-09-07', hasQuestions: false }]);
  expect(
    read(`
# Lava
| Call | When | Start date |
|---|---|---|
| Lava call | Every other Monday 19:00 UTC | 2026-09-07 |`).drafts,
  ).toMatchObject([{ anchor: '2026-09-07', hasQuestions: false }]);
});

test.each([
  ['7am (USA Pacific, in your own zone)', 'America/Los_Angeles'],
  ['9:30am U.S. Eastern time', 'America/New_York'],
  ['9:30am Americas/Los_Angeles time', 'America/Los_Angeles'],
  ['6:00AM Pacific/Portland (fixed), 9:00AM New York', 'America/Los_Angeles'],
])('the zone of “%s” is read', (words, zone) => {
  expect(read(`# Calls\nThe call takes place every Thursday at ${words}.`).drafts).toMatchObject([
    { zone, hasQuestions: false },
  ]);
});

describe('links', () => {
  test('a line that ends in a colon gives the purpose of the address below it', () => {
    expect(
      notes(
        '# Calls\nThe call is on Mondays at 9:00 UTC.\n\nMinutes of the call:\n\nhttps://docs.google.com/document/d/1d/edit',
      ),
    ).toEqual(['https://docs.google.com/document/d/1d/edit']);
  });

  test.each([
    [
      'You find the agendas in our [issues](https://github.com/otters/dam/issues).',
      'https://github.com/otters/dam/issues',
    ],
    [
      'We keep the minutes in the [wiki](https://github.com/otters/dam/wiki/Calls).',
      'https://github.com/otters/dam/wiki/Calls',
    ],
    [
      'See [here](https://www.w3.org/wiki/Otters/Meetings) to read the minutes.',
      'https://www.w3.org/wiki/Otters/Meetings',
    ],
    [
      'Notes and recordings are [kept here](https://lists.example.org/g/dam/messages).',
      'https://lists.example.org/g/dam/messages',
    ],
  ])('%s', (words, address) => {
    expect(notes(`# Calls\nThe call is on Mondays at 9:00 UTC.\n\n${words}`)).toEqual([address]);
  });

  test('current notes come before those of a past year, and a recording of one date is not a collection', () => {
    const page = `
# Calls
* **2024 Meeting Minutes**: https://github.com/otters/dam/blob/main/2024.md
* **When**: Mondays at 15:00 UTC
* **Meeting notes**: https://hackmd.io/@otters/now

## Earlier
- April 12, 2024: [recording](https://www.youtube.com/watch?v=AAAAAAAAAAA)`;
    expect(read(page).drafts).toMatchObject([{ notes: 'https://hackmd.io/@otters/now', recordings: null }]);
  });

  test('the one document of a page belongs to each of its meetings', () => {
    expect(
      notes(`
# Calls
All agendas are in one [meeting notes document](https://docs.google.com/document/d/1e/edit).

| Name | When |
|---|---|
| Loom | Mondays 9:00 UTC |
| Weft | Tuesdays 9:00 UTC |`),
    ).toEqual(['https://docs.google.com/document/d/1e/edit', 'https://docs.google.com/document/d/1e/edit']);
  });

  test('a room is taken where the words say so, and a channel where the meeting is held in it', () => {
    expect(
      rooms(
        '# Calls\nThe call is on Mondays at 9:00 UTC.\n\nJoin here: https://app.element.io/jitsi.html#conferenceId=Dam',
      ),
    ).toEqual(['https://app.element.io/jitsi.html#conferenceId=Dam']);
    expect(
      rooms(
        '# Calls\nThe team meets every Monday at 14:00 UTC in the #dam IRC channel ([web](https://webchat.oftc.net/?channels=dam)).',
      ),
    ).toEqual(['https://webchat.oftc.net/?channels=dam']);
  });

  test('only what can be subscribed to is offered as a calendar', () => {
    expect(
      read(`
# Calls
- [iCal](https://webcal.prod.itx.linuxfoundation.org/lfx/a09000000000000AAA)
- [How to](https://github.com/otters/calendar/tree/main#how), [help](https://support.apple.com/guide/calendar/import)
- \`https://otters.example.org/calendar/$name.ics\`, such as https://otters.example.org/calendar/dam.ics`)
        .calendars,
    ).toEqual([
      'https://webcal.prod.itx.linuxfoundation.org/lfx/a09000000000000AAA',
      'https://otters.example.org/calendar/dam.ics',
    ]);
  });
});

test('rows are named after their first column, and generic headings after the group', () => {
  expect(
    titles(`
# Group
| Effort | Description | Meeting Times | Meeting Notes/Agenda |
|---|---|---|---|
| Full WG | All of it | Tuesdays 7:00 PT | [Meeting Notes](https://docs.google.com/document/d/1f/edit) |`),
  ).toEqual(['Full WG']);
  expect(titles('# SIG Rules\n## Meetings and Channel\n* Tuesdays at 11:00 UTC')).toEqual([
    'SIG Rules: meetings and channel',
  ]);
});

describe('other markups', () => {
  const table = `
Getting involved
================

Former calls
^^^^^^^^^^^^

.. list-table:: Calls
   :header-rows: 1

   * - Topic
     - When
     - Minutes
   * - Bobbin
     - Every 2 weeks on Mondays, 4pm UTC
     - \`Minutes <https://docs.google.com/document/d/1g/edit>\`__

Calls of today
^^^^^^^^^^^^^^

* \`Loom\`_: Tuesdays at 10:00 UTC,
  see the \`notes\`__

.. _Loom: https://zoom.us/j/91000000009
__ https://docs.google.com/document/d/1h/edit
`;

  test('reStructuredText: headings, tables and links that are named elsewhere', () => {
    expect(meetings(table, 'page.rst')).toEqual([
      'MO 16:00 UTC WEEKLY;INTERVAL=2 MO ? over',
      'TU 10:00 UTC WEEKLY TU',
    ]);
    expect(read(table, 'page.rst').drafts).toMatchObject([
      { notes: 'https://docs.google.com/document/d/1g/edit' },
      { join: 'https://zoom.us/j/91000000009', notes: 'https://docs.google.com/document/d/1h/edit' },
    ]);
  });

  test('reStructuredText: a heading with a line above it, and drawn tables', () => {
    const page = `
===========
Tundra call
===========

+--------+-----------------------+
| Name   | When                  |
+========+=======================+
| Moss   | Mondays at 14:00 UTC  |
+--------+-----------------------+

======  ====================
Name    When
======  ====================
Lichen  Fridays at 15:00 UTC
======  ====================
`;
    expect(read(page, 'page.rst').title).toBe('Tundra call');
    expect(titles(page, 'page.rst')).toEqual(['Moss', 'Lichen']);
  });

  test('AsciiDoc: headings, lists, links and tables', () => {
    const page = `
= Delta community
:room: https://zoom.us/j/91000000008

== Community call

* *When*: Mondays at 14:00 UTC
* link:{room}[Zoom]
* https://docs.google.com/document/d/1i/edit[Meeting notes]

== Working groups

[cols="1,2",options="header"]
|===
| Name | Meeting time

| Silt
| Tuesdays at 10:00 UTC

| Clay
| Fridays at 11:00 UTC
|===
`;
    expect(meetings(page, 'page.adoc')).toEqual([
      'MO 14:00 UTC WEEKLY MO',
      'TU 10:00 UTC WEEKLY TU',
      'FR 11:00 UTC WEEKLY FR',
    ]);
    expect(read(page, 'page.adoc').drafts[0]).toMatchObject({
      join: 'https://zoom.us/j/91000000008',
      notes: 'https://docs.google.com/document/d/1i/edit',
    });
  });

  test('MyST: the content of directives is read', () => {
    const page = `
# Fjord team

:::{note}
The team meets every Monday at 14:00 UTC.
:::

\`\`\`{list-table} Other calls
:header-rows: 1

* - Name
  - When
* - Skerry call
  - Fridays at 11:00 UTC
\`\`\`
`;
    expect(meetings(page)).toEqual(['MO 14:00 UTC WEEKLY MO', 'FR 11:00 UTC WEEKLY FR']);
  });
});

test('a room in a line of its own after a list makes its times meetings', () => {
  const page = `
# Observability

- EMEA: every Tuesday at 09:00 UTC
- AMER: every Tuesday at 18:00 UTC

Meeting link: https://meet.google.com/obs-erve-xyz`;
  expect(meetings(page)).toEqual(['TU 09:00 UTC WEEKLY TU', 'TU 18:00 UTC WEEKLY TU']);
  expect(rooms(page)).toEqual(Array(2).fill('https://meet.google.com/obs-erve-xyz'));
});

test('a later meeting with its own room and time does not turn the line before it into a meeting', () => {
  const page = `
# Engine

- Nightly images are built every Tuesday at 09:00 UTC
- The community meeting is every Thursday at 15:00 UTC: https://meet.google.com/eng-inec-abc`;
  expect(meetings(page)).toEqual(['TH 15:00 UTC WEEKLY TH']);
});

test.each([
  `- Dec 1, 2026: https://zoom.us/j/70000000001
- Dec 8, 2026: https://zoom.us/j/70000000002`,
  `| Date | Topic | Link |
|---|---|---|
| 2026-12-01 | Rafts | https://zoom.us/j/70000000001 |
| 2026-12-08 | Boats | https://zoom.us/j/70000000002 |`,
])('dates with a room each lead to a question', (dates) => {
  const page = `
# Training WG

Meetings are weekly on Tuesday at 9am Pacific:

${dates}`;
  expect(read(page).drafts.flatMap(({ doubts }) => doubts)).toContainEqual({ kind: 'whichRoomWhen' });
});

test('a moved date becomes a question', () => {
  const page = `
# Storage SIG

Every Friday at 10:00 AM Eastern Time we meet. The December 25, 2026 call is moved to December 28, 2026.`;
  expect(meetings(page)).toEqual(['FR 10:00 America/New_York WEEKLY FR ?']);
});

test('a meeting in the same room as the one before it has that room', () => {
  const page = `
# Meetings

- Triage: every Monday, 15:00 UTC, https://meet.google.com/tri-agex-abc
- Planning: first Wednesday of each month, 19:00 UTC, same link as Triage`;
  expect(rooms(page)).toEqual(Array(2).fill('https://meet.google.com/tri-agex-abc'));
});

test('the same room as one of several opens none of them', () => {
  const page = `
# Meetings

- Triage: every Monday, 15:00 UTC, https://meet.google.com/tri-agex-abc
- Review: every Tuesday, 15:00 UTC, https://meet.google.com/rev-iewx-abc
- Planning: first Wednesday of each month, 19:00 UTC, same link as Triage`;
  expect(rooms(page).at(-1)).toBeNull();
});

test('links behind a time are no title', () => {
  const page = `
# Kube Foo
## Community meetings
### EMEA-friendly
Every Tuesday 15:00 UTC — [Zoom](https://zoom.us/j/91000000011), [notes](https://docs.google.com/document/d/EM/edit)
### APAC-friendly
Every Thursday 23:00 UTC — [Zoom](https://zoom.us/j/91000000012), [notes](https://docs.google.com/document/d/AP/edit)`;
  const [emea, apac] = titles(page);
  expect(emea).toMatch(/EMEA-friendly/);
  expect(apac).toMatch(/APAC-friendly/);
});
