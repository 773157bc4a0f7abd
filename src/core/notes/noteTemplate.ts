import { seriesKeyOf } from '../keys.ts';
import { DateTime } from 'luxon';
import { startOf } from '../agenda/agenda.ts';
import { namesOf } from '../agenda/attendance.ts';
import { homeTime, timeRange, type TimeFormat } from '../format/formatTime.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import { type Note } from './note.ts';
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
 * @param isTaken called with names in lower case, since many file systems ignore case
 */
export function noteFileName(
  occurrence: Occurrence,
  zone: string,
  isTaken: (lowerCaseName: string) => boolean,
): string {
  const date = DateTime.fromMillis(startOf(occurrence, zone), { zone }).toISODate() ?? '';
  const stem = fileStem(`${date} ${occurrence.title}`);
  return freeName(stem, isTaken);
}

/** Device names of Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/i;

/** Text as a file name without extension: valid on every file system, and not hidden. */
export function fileStem(words: string): string {
  const plain = words
    .normalize('NFC')
    .replaceAll(/[<>:"/\\|?*\p{C}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  return cut(plain.trim())
    .replace(/[. ]+$/, '')
    .replace(DEVICE, '$&_');
}

/** The first free name of `stem.md`, `stem 2.md`, … */
export function freeName(stem: string, isTaken: (lowerCaseName: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.md` : `${stem} ${count}.md`;
    if (!isTaken(name.toLowerCase())) return name;
  }
}

/** Name of our version if the file changed on disk: `… (conflict 2).md`. */
export function conflictName(path: string, isTaken: (lowerCaseName: string) => boolean): string {
  const stem = path.replace(/\.md$/i, '').replace(/ \(conflict \d+\)$/, '');
  for (let count = 2; ; count += 1) {
    const name = `${stem} (conflict ${count}).md`;
    if (!isTaken(name.toLowerCase())) return name;
  }
}

/** Recognises names of conflict files; the other version is preferred. */
export const isConflictName = (path: string): boolean => / \(conflict \d+\)\.md$/i.test(path);

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
  return {
    path,
    title: occurrence.title,
    occurrenceKey: occurrence.key,
    series: seriesKeyOf(occurrence.key),
    start:
      occurrence.time.kind === 'timed'
        ? new Date(occurrence.time.start).toISOString()
        : occurrence.time.start,
    zone: occurrence.zone,
    agenda: occurrence.links.agenda,
    minutes: occurrence.links.notes,
    recordings: occurrence.links.recordings,
    template: wishes.template.name,
    body: text,
    ...(cursor !== null && { cursor }),
    version: null,
  };
}
