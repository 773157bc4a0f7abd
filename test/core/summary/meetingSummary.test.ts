import { expect, test } from 'vitest';
import { meetingSummary, messagesToOwners, type SummaryForm } from '#core/summary/meetingSummary.ts';

const format = { locale: 'en-GB', zone: 'Europe/Berlin', clock: '24' } as const;
const note = {
  path: '2026-11-24 PM Group.md',
  title: 'Kubernetes PM Group',
  start: '2026-11-24T16:00:00.000Z',
  zone: 'Europe/Berlin',
  agenda: 'https://docs.example.org/agenda',
  recordings: null,
};
const body = `# Kubernetes PM Group

Tuesday 24 November 2026

- Attendees: Amara, Priya

## Agenda

- Freeze date (18 min) [[0:00]]
- 

## Notes

### Freeze
- [[31:02]] 214 answers
- **Decision:** The freeze moves to **12 December**, see [the page](https://example.org/a?b=1&c). [[12:00]]

## Action items

- [ ] @Lin numbers < last year by Friday
- [x] Tell the list
- [ ] 
`;
const summary = (form: SummaryForm): string => meetingSummary({ note, body }, form, format).text;

test('a mail is plain text, with who, what and by when', () => {
  expect(summary('mail')).toBe(`Kubernetes PM Group, Tue 24 Nov

Decisions
- The freeze moves to 12 December, see the page (https://example.org/a?b=1&c).

Action items
- Lin: numbers < last year (by Fri 27 Nov)
- Tell the list (done)

Agenda document (https://docs.example.org/agenda)
`);
});

test('Slack gets its own marks, and its three characters escaped', () => {
  expect(summary('slack')).toBe(`*Kubernetes PM Group, Tue 24 Nov*

*Decisions*
• The freeze moves to *12 December*, see <https://example.org/a?b=1&c|the page>.

*Action items*
• *Lin*: numbers &lt; last year (by Fri 27 Nov)
• Tell the list (done)

<https://docs.example.org/agenda|Agenda document>
`);
});

test('Zulip, Matrix and HackMD get Markdown, documents get rich text too', () => {
  expect(summary('markdown')).toContain('## Kubernetes PM Group, Tue 24 Nov\n\n**Decisions**\n- The freeze');
  const { text, html } = meetingSummary({ note, body }, 'rich', format);
  expect(text).toBe(summary('markdown'));
  expect(html).toContain('<h2>Kubernetes PM Group, Tue 24 Nov</h2>');
  expect(html).toContain('<strong>Lin</strong>: numbers &#x3C; last year');
});

test('a note without decisions and items is its title', () => {
  const bare = { note: { ...note, agenda: null }, body: '# T\n\nWords\n' };
  expect(meetingSummary(bare, 'mail', format).text).toBe('Kubernetes PM Group, Tue 24 Nov\n');
});

test('each owner gets one message with what is open', () => {
  const item = { line: 1, isDone: false, title: 'PM Group', start: '2026-11-10T16:00:00.000Z' };
  const words = (owner: string | null, text: string) => ({ ...item, owner, text, words: text, due: null });
  expect(
    messagesToOwners(
      [
        { ...words('Lin', 'numbers'), due: '2026-11-27' },
        words('Tomás', 'invite the leads'),
        words('lin', 'the table'),
        words(null, 'mine'),
        { ...words('Lin', 'old'), isDone: true },
      ],
      format,
    ),
  ).toBe(`Hi Lin, these are still open:
- numbers (by Fri 27 Nov) – PM Group, Tue 10 Nov
- the table – PM Group, Tue 10 Nov

Hi Tomás, this is still open:
- invite the leads – PM Group, Tue 10 Nov
`);
});
