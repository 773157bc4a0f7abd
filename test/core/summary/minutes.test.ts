import { expect, test } from 'vitest';
import { minutesSection, minutesStyleOf, withMinutesOnTop } from '#core/summary/minutes.ts';

const note = {
  path: '2026-11-24 SIG Docs.md',
  title: 'SIG Docs',
  start: '2026-11-24T18:00:00.000Z',
  zone: 'America/Los_Angeles',
  agenda: 'https://docs.example.org/agenda',
  recordings: 'https://video.example.org/list',
};
const body = `# SIG Docs

Tuesday 24 November 2026, 19:00–20:00

- [Agenda](https://docs.example.org/agenda)

- Recording: usually recorded
- Leads: 
- Attendees: Amara, Priya

## Agenda

- **Demo:** The new tray (@ada) (10 min) [[1:00]]
- 

## Notes

### Tray
- [[2:00]] Works on Wayland

## Decisions

- 

## Action items

- [ ] @ada ship it by Friday
`;

test('minutes have a dated heading, who was there, and the parts of the note that have a text', () => {
  expect(minutesSection(note, body)).toBe(`## November 24, 2026 ([recording](https://video.example.org/list))

- Recording: usually recorded
- Attendees: Amara, Priya
- Agenda: [document](https://docs.example.org/agenda)

### Agenda

- **Demo:** The new tray (@ada) (10 min)

### Notes

#### Tray
- Works on Wayland

### Action items

- [ ] @ada ship it by Friday
`);
});

const file = `# Meeting notes

Join us.

## 2026-11-17

- Attendees: Bo

## 2026-11-10
`;

test('a file gets the newest meeting on top, in its own form of the date', () => {
  const made = withMinutesOnTop(file, note, '# T\n\n## Notes\n\nHello\n');
  expect(made).toContain('Join us.\n\n## 2026-11-24 (');
  expect(made).toContain('### Notes\n\nHello\n\n## 2026-11-17\n\n- Attendees: Bo\n\n## 2026-11-10\n');
  // Adding it again would have the meeting twice.
  expect(withMinutesOnTop(made ?? '', note, body)).toBe(null);
});

test('minutes that come late go between the newer and the older ones', () => {
  const late = { ...note, start: '2026-11-12T18:00:00.000Z', recordings: null };
  expect(withMinutesOnTop(file, late, '# T\n\n## Notes\n\nHello\n')).toContain(
    '- Attendees: Bo\n\n## 2026-11-12\n',
  );
});

test.each([
  ['# 2019\n\n## December 19, 2019 (APAC)', { date: 'LLLL d, yyyy', level: 2 }],
  ['### 2026-11-24 SIG Docs', { date: 'yyyy-LL-dd', level: 3 }],
  ['# Nov 3, 2026 ([recording](https://example.org))', { date: 'LLL d, yyyy', level: 1 }],
  ['## 24 November 2026', { date: 'd LLLL yyyy', level: 2 }],
  ['# TSC Meeting - 12/09/2025', { date: 'LL/dd/yyyy', level: 1 }],
  ['# Notes\n\nno dates', null],
])('the form of “%s”', (text, style) => {
  expect(minutesStyleOf(text)).toEqual(style);
});

test('a file without meetings gets the first one at its end', () => {
  expect(withMinutesOnTop('# Minutes\n\nWelcome.\n', note, '# T\n\n## Notes\n\nHello\n')).toMatch(
    /^# Minutes\n\nWelcome\.\n\n## November 24, 2026/u,
  );
  expect(withMinutesOnTop('', note, '# T')).toMatch(/^## November 24, 2026/u);
});

test('comments in code are no headings', () => {
  const code = '```sh\n# install\nnpm ci\n```';
  expect(minutesSection(note, `# SIG Docs\n\n## Notes\n\n${code}\n\nWorks.\n`)).toContain(
    `### Notes\n\n${code}\n\nWorks.`,
  );
});
