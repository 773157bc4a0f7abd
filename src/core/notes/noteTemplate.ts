import { seriesKeyOf } from '../keys.ts';
import { DateTime } from 'luxon';
import { startOf } from '../agenda/agenda.ts';
import { homeTime, timeRange, type TimeFormat } from '../format/formatTime.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import { type Note } from './note.ts';
import { fillTemplate } from './templates.ts';

/** What a new note is made from, besides its occurrence. */
export interface NewNoteWishes {
  readonly template: { readonly name: string; readonly text: string };
  /** Names of those who lead the community. */
  readonly leads: readonly string[];
  /** What the last note of the series left open: text behind the boxes. */
  readonly carried: readonly string[];
  readonly format: TimeFormat;
}

/** What a new note for an occurrence begins with. Links into rooms are left out: they may hold a passcode, and notes get shared. */
export function noteTemplate(occurrence: Occurrence, wishes: NewNoteWishes): string {
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
    attendees: occurrence.attendees.join(', '),
    recorded: occurrence.recorded === null ? '' : `${occurrence.recorded} recorded`,
    actions: (carried.length > 0 ? carried : ['']).map((text) => `- [ ] ${text}`).join('\n'),
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

/** Bytes that a name may have: file systems end at 255, and sync programs add to it. */
const LONGEST_STEM = 120;

/**
 * The name of a note's file, `2026-11-24 Kubernetes PM Group.md`, that every file system takes:
 * without the characters and ends that Windows forbids.
 * @param isTaken for names in lower case, since many disks do not tell case apart
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

/** Devices of Windows, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/i;

/** Words as a file's name without its ending: free of what any file system forbids, and not hidden. */
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

/** The first of `stem.md`, `stem 2.md`, … that is not taken. */
export function freeName(stem: string, isTaken: (lowerCaseName: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.md` : `${stem} ${count}.md`;
    if (!isTaken(name.toLowerCase())) return name;
  }
}

/** Beside which our text is kept when a file changed outside: `… (conflict 2).md`. */
export function conflictName(path: string, isTaken: (lowerCaseName: string) => boolean): string {
  const stem = path.replace(/\.md$/i, '').replace(/ \(conflict \d+\)$/, '');
  for (let count = 2; ; count += 1) {
    const name = `${stem} (conflict ${count}).md`;
    if (!isTaken(name.toLowerCase())) return name;
  }
}

/** Names that came of a conflict; the other version is the first choice. */
export const isConflictName = (path: string): boolean => / \(conflict \d+\)\.md$/i.test(path);

/** Bytes of a character in UTF-8. */
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

/** A note for an occurrence that nobody has written yet: no file is there before the user types. */
export const unwrittenNote = (occurrence: Occurrence, path: string, wishes: NewNoteWishes): Note => ({
  path,
  title: occurrence.title,
  occurrenceKey: occurrence.key,
  series: seriesKeyOf(occurrence.key),
  start:
    occurrence.time.kind === 'timed' ? new Date(occurrence.time.start).toISOString() : occurrence.time.start,
  zone: occurrence.zone,
  agenda: occurrence.links.agenda,
  minutes: occurrence.links.notes,
  recordings: occurrence.links.recordings,
  template: wishes.template.name,
  body: noteTemplate(occurrence, wishes),
  version: null,
});
