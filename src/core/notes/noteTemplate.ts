import { DateTime } from 'luxon';
import { startOf } from '../agenda/agenda.ts';
import { namesOf } from '../agenda/attendance.ts';
import { homeTime, timeRange, type TimeFormat } from '../format/formatTime.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import { type Note } from './note.ts';
import { meetingOf } from './noteMeeting.ts';
import { carriedLines, type CarriedItems } from './carriedItems.ts';
import { fillTemplate, type FilledTemplate } from './templates.ts';

/** The inputs of a new note, besides its occurrence. */
export interface NewNoteWishes {
  readonly template: { readonly name: string; readonly text: string };
  /** Names of the community's leads. */
  readonly leads: readonly string[];
  /** Open tasks of the last note of the series. */
  readonly carried: CarriedItems;
  readonly format: TimeFormat;
}

/** Fills the template of a new note. Meeting links are omitted: they may contain a passcode, and notes get shared. */
export function noteTemplate(occurrence: Occurrence, wishes: NewNoteWishes): FilledTemplate {
  const { template, leads, carried, format } = wishes;
  const { links } = occurrence;
  const documents = [
    ['Agenda', links.agenda],
    ['Shared notes', links.notes],
    ['Recordings', links.recordings],
  ].flatMap(([name, url]) => (url === null ? [] : [`- [${name}](${url})`]));
  return fillTemplate(template.text, {
    title: occurrence.title,
    when: whenLine(occurrence, format),
    date: DateTime.fromMillis(startOf(occurrence, format.zone), { zone: format.zone }).toISODate() ?? '',
    zone: format.zone,
    links: documents.join('\n'),
    leads: leads.join(', '),
    attendees: namesOf(occurrence.attendance).join(', '),
    recorded: occurrence.recorded === null ? '' : `${occurrence.recorded} recorded`,
    actions: carriedLines(carried, format.zone),
  });
}

function whenLine(occurrence: Occurrence, format: TimeFormat): string {
  const day = DateTime.fromMillis(startOf(occurrence, format.zone), {
    zone: format.zone,
    locale: 'en-GB',
  }).toFormat('cccc d LLLL yyyy');
  const home = homeTime(occurrence, format);
  return `${day}, ${timeRange(occurrence, format)} (${format.zone})${home === null ? '' : ` · ${home}`}`;
}

/** Longest file name in bytes: file systems allow 255, and sync programs append to it. */
const LONGEST_STEM = 120;

/**
 * The file name of a note, `2026-11-24 Kubernetes PM Group.md`, valid on every file system and without the characters
 * and endings that Windows forbids.
 * @param isTaken called with folded names, see {@link foldName}
 */
export function noteFileName(
  occurrence: Occurrence,
  zone: string,
  isTaken: (folded: string) => boolean,
): string {
  const date = DateTime.fromMillis(startOf(occurrence, zone), { zone }).toISODate() ?? '';
  const stem = fileStem(`${date} ${occurrence.title}`);
  return firstFree(numberedNames(stem), isTaken);
}

/** Device names of Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/i;

/** Text as a file name without extension: valid on every file system, and not hidden; may be empty. */
export function fileStem(words: string): string {
  const plain = words
    .normalize('NFC')
    .replaceAll(/[<>:"/\\|?*\p{C}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  return withoutEnd(cut(plain.trim())).replace(DEVICE, '$&_');
}

/** Windows removes dots and spaces at the end of a name. */
function withoutEnd(name: string): string {
  let end = name.length;
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end -= 1;
  return name.slice(0, end);
}

/**
 * A name as file systems compare it that ignore case and Unicode's forms: macOS stores `é` as two characters. Two names
 * that are equal here cannot be in one folder on every computer.
 */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();

/** `stem.md`, `stem 2.md`, … without end. */
export function* numberedNames(stem: string, ending = '.md'): Generator<string> {
  for (let count = 1; ; count += 1) yield count === 1 ? `${stem}${ending}` : `${stem} ${count}${ending}`;
}

/** Names of our version if the file changed on disk: `… (conflict 2).md`, … without end. */
export function* conflictNames(path: string): Generator<string> {
  const stem = path.replace(/\.md$/i, '').replace(/ \(conflict \d+\)$/, '');
  for (let count = 2; ; count += 1) yield `${stem} (conflict ${count}).md`;
}

/** The first of the names that is free. @param isTaken called with folded names, see {@link foldName} */
export function firstFree(names: Iterable<string>, isTaken: (folded: string) => boolean): string {
  for (const name of names) if (!isTaken(foldName(name))) return name;
  throw new Error('There is an end to these names');
}

/** Length of a character in UTF-8, bytes. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}

function cut(title: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of title) {
    bytes += bytesOf(character);
    if (bytes > LONGEST_STEM) break;
    kept += character;
  }
  return kept;
}

/** A note for an occurrence that has none yet; its file is created when the user types. */
export function unwrittenNote(occurrence: Occurrence, path: string, wishes: NewNoteWishes): Note {
  const { text, cursor } = noteTemplate(occurrence, wishes);
  const { occurrence: occurrenceKey, ...meeting } = meetingOf(occurrence);
  return {
    path,
    title: occurrence.title,
    occurrenceKey,
    ...meeting,
    template: wishes.template.name,
    body: text,
    ...(cursor !== null && { cursor }),
    version: null,
  };
}
