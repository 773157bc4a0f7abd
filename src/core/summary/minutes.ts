import { DateTime } from 'luxon';
import { agendaItemsIn, agendaMarkdown } from '../notes/agendaDraft.ts';
import { headingIn, type Heading } from '../notes/headings.ts';
import { linesOutsideCode } from '../notes/linesOutsideCode.ts';
import type { Note } from '../notes/note.ts';
import { dayOfNote } from '../notes/noteFile.ts';
import { withoutStamps } from './inlineText.ts';

/**
 * Minutes as communities keep them in a repository: one Markdown file for many meetings, the newest on top, each below a
 * heading with its date, with attendees, agenda, notes, decisions and action items. The forms of the date are those of
 * the archives in github.com/kubernetes/community, of nodejs/TSC and of CNCF groups.
 */

/** A part of a note: its heading, and the lines up to the next heading of its level or a higher one. */
interface Section {
  readonly level: number;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The heading in each line; null for lines without one, and in fenced code, where `# …` is a comment. */
function headingsOf(lines: readonly string[]): readonly (Heading | null)[] {
  const found = lines.map((): Heading | null => null);
  for (const [number, line] of linesOutsideCode(lines)) found[number - 1] = headingIn(line);
  return found;
}

/** The sections of a note below its title, and the lines before the first of them. */
function sectionsOf(body: string): {
  readonly intro: readonly string[];
  readonly sections: readonly Section[];
} {
  const intro: string[] = [];
  const sections: { level: number; heading: string; lines: string[] }[] = [];
  const lines = body.split('\n');
  const headings = headingsOf(lines);
  for (const [index, line] of lines.entries()) {
    const heading = headings[index] ?? null;
    const open = sections.at(-1);
    if (heading?.level === 1 && open === undefined) continue;
    if (heading !== null && (open === undefined || heading.level <= open.level))
      sections.push({ level: heading.level, heading: heading.text, lines: [] });
    else (open?.lines ?? intro).push(line);
  }
  return { intro, sections };
}

/** Lines of a note that say who was there, or where the recording is: `- Attendees: Ada, Bo`. */
const FACT =
  /^\s*[-*+]?\s*(?:\*\*|__)?(attendees|present|host|chair|facilitator|leads?|note[- ]?taker|scribe|recording)(?:\*\*|__)?:(?:\*\*|__)?\s*(\S.*)$/i;

const trimmed = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');

/** Headings within a part go below its own. @param top level of that one in the minutes; @param level in the note */
function demoted(lines: readonly string[], level: number, top: number): string[] {
  const headings = headingsOf(lines);
  return lines.map((line, index) => {
    const heading = headings[index] ?? null;
    return heading === null
      ? line
      : `${'#'.repeat(Math.min(6, top + heading.level - level))} ${heading.text}`;
  });
}

/** Bullets without a text are places of the template. */
const isWritten = (line: string): boolean => !/^\s*[-*+]\s*(?:\[[ xX]\]\s*)?$/.test(line);

/** The forms in which files of minutes write a date. */
export const DATE_FORMS = ['LLLL d, yyyy', 'yyyy-LL-dd', 'd LLLL yyyy', 'LLL d, yyyy', 'LL/dd/yyyy'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** How a file heads its meetings. */
export interface MinutesStyle {
  readonly date: DateForm;
  /** Level of the headings with dates. */
  readonly level: number;
}

const USUAL: MinutesStyle = { date: 'LLLL d, yyyy', level: 2 };

const dateWords = (day: string, form: DateForm): string =>
  DateTime.fromISO(day, { zone: 'utc', locale: 'en-US' }).toFormat(form);

/** The section of one meeting for a file of minutes. Parts without a text are left out. */
export function minutesSection(
  note: Pick<Note, 'path' | 'title' | 'start' | 'zone' | 'agenda' | 'recordings'>,
  body: string,
  { date, level }: MinutesStyle = USUAL,
): string {
  const { intro, sections } = sectionsOf(body);
  const day = dayOfNote(note, note.path);
  const recording = note.recordings === null ? '' : ` ([recording](${note.recordings}))`;
  const facts = intro.flatMap((line) => {
    const [, name, value] = FACT.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [`- ${name}: ${value}`];
  });
  const agendaLink = note.agenda === null ? [] : [`- Agenda: [document](${note.agenda})`];
  const mark = '#'.repeat(Math.min(5, level + 1));
  const parts = sections.flatMap(({ heading, level: own, lines }) => {
    const isAgenda = /^agenda$/i.test(heading);
    const text = isAgenda
      ? agendaMarkdown(agendaItemsIn(`## Agenda\n${lines.join('\n')}`)).trim()
      : trimmed(demoted(lines.filter(isWritten).map(withoutStampsAtEnd), own, level + 1));
    return text === '' ? [] : [`${mark} ${heading}\n\n${text}`];
  });
  const head = `${'#'.repeat(level)} ${day === null ? note.title : dateWords(day, date)}${recording}`;
  const list = [...facts, ...agendaLink].join('\n');
  return `${[head, ...(list === '' ? [] : [list]), ...parts].join('\n\n')}\n`;
}

/** A line without stamps, with its indent. */
const withoutStampsAtEnd = (line: string): string =>
  /\[\[\d/.test(line) ? `${/^\s*/.exec(line)?.[0] ?? ''}${withoutStamps(line)}` : line;

/** How a file of minutes heads its meetings, from its first heading with a date; null if it has none. */
export function minutesStyleOf(file: string): MinutesStyle | null {
  for (const line of file.split('\n')) {
    const heading = headingIn(line);
    const form = DATE_FORMS.find((one) => heading !== null && dateIn(heading.text, one) !== null);
    if (heading !== null && form !== undefined) return { date: form, level: heading.level };
  }
  return null;
}

const DATE_WORDS: Readonly<Record<DateForm, RegExp>> = {
  'LLLL d, yyyy':
    /(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}/,
  'yyyy-LL-dd': /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/,
  'd LLLL yyyy':
    /(?<!\d)\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/,
  'LLL d, yyyy': /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}, \d{4}/,
  'LL/dd/yyyy': /(?<!\d)\d{2}\/\d{2}\/\d{4}(?!\d)/,
};

/** The ISO date in a heading; null if it has none in that form. */
function dateIn(heading: string, form: DateForm): string | null {
  const words = DATE_WORDS[form].exec(heading)?.[0];
  return words === undefined
    ? null
    : DateTime.fromFormat(words, form, { zone: 'utc', locale: 'en-US' }).toISODate();
}

/**
 * A file of minutes with a meeting on top: above the first heading with a date, in that file's own form, else below its
 * title and introduction.
 * @returns null if the file has a meeting of that day already
 */
export function withMinutesOnTop(
  file: string,
  note: Pick<Note, 'path' | 'title' | 'start' | 'zone' | 'agenda' | 'recordings'>,
  body: string,
): string | null {
  const lines = file.replaceAll('\r\n', '\n').split('\n');
  const style = minutesStyleOf(file) ?? USUAL;
  const day = dayOfNote(note, note.path);
  const dated = lines.flatMap((line, index) => {
    const heading = headingIn(line);
    const date = heading === null ? null : dateIn(heading.text, style.date);
    return date === null ? [] : [{ index, date }];
  });
  if (day !== null && dated.some(({ date }) => date === day)) return null;
  const section = minutesSection(note, body, style);
  // The newest is on top; minutes that come late go above the first older ones.
  const before = dated.find(({ date }) => day === null || date < day);
  const at = before?.index ?? lines.length;
  const above = lines.slice(0, at).join('\n').trimEnd();
  const below = lines.slice(at).join('\n');
  const text = [above, section.trimEnd(), below.trimEnd()].filter((part) => part !== '').join('\n\n');
  return `${text}\n`;
}
