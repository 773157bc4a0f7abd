import { shortDay, type TimeFormat } from '../format/formatTime.ts';
import { actionItemsIn } from '../notes/actionItems.ts';
import { decisionsIn } from '../notes/decisions.ts';
import type { ActionItem, Note } from '../notes/note.ts';
import { dayOfNote } from '../notes/noteFile.ts';
import { richText } from '../notes/richText.ts';
import { inlineText, PLAIN, SLACK, withoutStamps, type InlineWriter } from './inlineText.ts';
import { minutesSection } from './minutes.ts';

/** What a summary can be written for. */
export const SUMMARY_FORMS = ['mail', 'slack', 'markdown', 'rich', 'minutes'] as const;
export type SummaryForm = (typeof SUMMARY_FORMS)[number];

/** A note and its text, with what the meeting's calendar knows. */
export interface SummaryFacts {
  readonly note: Pick<Note, 'path' | 'title' | 'start' | 'zone' | 'agenda' | 'recordings'>;
  /** Markdown, as it is in the editor. */
  readonly body: string;
}

/** A summary for one form. `html` is for programs that accept rich text; null if it has none. */
export interface SummaryText {
  readonly text: string;
  readonly html: string | null;
}

/** What was decided and promised in a note. */
export interface Outcome {
  readonly decisions: readonly string[];
  readonly actions: readonly ActionItem[];
}

/** The decisions and action items that are marked in a note. */
export const outcomeOf = ({ note, body }: SummaryFacts): Outcome => ({
  decisions: decisionsIn(body).map(({ text }) => text),
  actions: actionItemsIn(body, dayOfNote(note, note.path)),
});

/** `Tue 24 Nov`: the meeting's day in the reader's words. */
function dayWords({ start }: SummaryFacts['note'], format: TimeFormat): string | null {
  if (start === null) return null;
  const isDate = !start.includes('T');
  return isDate
    ? shortDay(Date.parse(`${start}T12:00:00Z`), { ...format, zone: 'UTC' })
    : shortDay(Date.parse(start), format);
}

const dueWords = (due: string, format: TimeFormat): string =>
  shortDay(Date.parse(`${due}T12:00:00Z`), { ...format, zone: 'UTC' });

/** An action item: who, what, by when, and whether it is done. */
export function actionWords(item: ActionItem, writer: InlineWriter, format: TimeFormat): string {
  const { owner, words, due, isDone } = item;
  const who = owner === null || words.includes(`@${owner}`) ? '' : `${writer.strong(writer.text(owner))}: `;
  const notes = [...(due === null ? [] : [`by ${dueWords(due, format)}`]), ...(isDone ? ['done'] : [])];
  return `${who}${inlineText(words, writer)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

const MARKDOWN: InlineWriter = {
  text: (words) => words,
  strong: (words) => `**${words}**`,
  emphasis: (words) => `*${words}*`,
  code: (words) => `\`${words}\``,
  link: (words, url) => `[${words}](${url})`,
};

interface Layout {
  readonly writer: InlineWriter;
  readonly title: (words: string) => string;
  readonly heading: (words: string) => string;
  readonly bullet: string;
}

const LAYOUTS: Readonly<Record<'mail' | 'slack' | 'markdown', Layout>> = {
  mail: { writer: PLAIN, title: (words) => words, heading: (words) => words, bullet: '- ' },
  slack: { writer: SLACK, title: (words) => `*${words}*`, heading: (words) => `*${words}*`, bullet: '• ' },
  markdown: {
    writer: MARKDOWN,
    title: (words) => `## ${words}`,
    heading: (words) => `**${words}**`,
    bullet: '- ',
  },
};

function laidOut(facts: SummaryFacts, layout: Layout, format: TimeFormat): string {
  const { writer, bullet } = layout;
  const { decisions, actions } = outcomeOf(facts);
  const { note } = facts;
  const title = [note.title, dayWords(note, format)].filter((part) => part !== null).join(', ');
  const part = (name: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [`${layout.heading(name)}\n${lines.map((line) => `${bullet}${line}`).join('\n')}`];
  const documents = [
    ...(note.agenda === null ? [] : [writer.link('Agenda document', note.agenda)]),
    ...(note.recordings === null ? [] : [writer.link('Recordings', note.recordings)]),
  ];
  const parts = [
    layout.title(layout === LAYOUTS.mail ? title : writer.text(title)),
    ...part(
      'Decisions',
      decisions.map((line) => inlineText(line, writer)),
    ),
    ...part(
      'Action items',
      actions.map((item) => actionWords(item, writer, format)),
    ),
    ...(documents.length === 0 ? [] : [documents.join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * The decisions and action items of a note for another program: plain text for a mail, Slack's marks, Markdown for
 * Zulip, Matrix, Mattermost and HackMD, rich text for documents, or a section of a community's file of minutes.
 */
export function meetingSummary(facts: SummaryFacts, form: SummaryForm, format: TimeFormat): SummaryText {
  if (form === 'minutes') return { text: minutesSection(facts.note, facts.body), html: null };
  if (form === 'rich') {
    const text = laidOut(facts, LAYOUTS.markdown, format);
    return { text, html: richText(text) };
  }
  return { text: laidOut(facts, LAYOUTS[form], format), html: null };
}

/** One message for each owner with their open items, by the meeting in which each was promised. */
export function messagesToOwners(
  items: readonly (ActionItem & { readonly title: string; readonly start: string | null })[],
  format: TimeFormat,
): string {
  const open = items.filter(({ owner, isDone }) => owner !== null && !isDone);
  return [...Map.groupBy(open, ({ owner }) => (owner ?? '').toLowerCase())]
    .map(([, own]) => {
      const lines = own.map(({ title, start, ...item }) => {
        const day = start === null ? null : dayWords({ ...NO_NOTE, start }, format);
        const from = [title, day].filter((part) => part !== null).join(', ');
        return `- ${actionWords({ ...item, owner: null }, PLAIN, format)} – ${withoutStamps(from)}`;
      });
      return `Hi ${own[0]?.owner ?? ''}, ${own.length === 1 ? 'this is' : 'these are'} still open:\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

const NO_NOTE = { path: '', title: '', start: null, zone: null, agenda: null, recordings: null } as const;
