import { DateTime } from 'luxon';
import type { CalendarDate } from '#base';

/** What a note without a meeting is called until it has words: `2026-11-24 Note.md`, `2026-11-24 Note 2.md`. */
export const NEW_NOTE = 'Note';
const PROVISIONAL = /^\d{4}-\d{2}-\d{2} Note(?: \d+)?\.md$/;
const LONGEST = 60;

/** Whether the file of a note has a name that the app made up. */
export const isProvisional = (path: string): boolean => PROVISIONAL.test(path);

const FILE_DATE = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;

/** The date in the name of a file, such as `2026-11-12 Minutes.md`. */
export function dateInName(path: string): CalendarDate | null {
  const date = FILE_DATE.exec(path.slice(path.lastIndexOf('/') + 1))?.[0];
  return date !== undefined && DateTime.fromISO(date, { zone: 'UTC' }).isValid ? date : null;
}

/** The name of a file without the date at its beginning; the whole name if nothing else is left. */
export const withoutDate = (name: string): string => name.replace(/^\d{4}-\d{2}-\d{2}[ _-]+(?=\S)/, '');

/** A line without Markdown syntax. */
const plainLine = (line: string): string =>
  line
    .replaceAll(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/[*_`>~]|\[\[|\]\]/g, '')
    .replace(/^\s*(?:#{1,6}\s+|[-+]\s+(?:\[[ xX]?\]\s*)?|\d{1,9}[.)]\s+)?/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** At most that many characters, cut between words. */
function cutAtWord(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf(' ');
  return end > LONGEST / 2 ? cut.slice(0, end) : cut.slice(0, LONGEST);
}

/** The first words of a note, to name it by; null while it has none. */
export function firstWords(body: string): string | null {
  for (const line of body.split('\n', 200)) {
    const words = cutAtWord(plainLine(line.slice(0, 1000)));
    if (/[\p{L}\p{N}]/u.test(words)) return words;
  }
  return null;
}

/** Whether the line with the first words has ended, so that they will hardly change. */
export function hasFirstLine(body: string): boolean {
  const lines = body.split('\n', 200);
  const first = lines.findIndex((line) => /[\p{L}\p{N}]/u.test(plainLine(line.slice(0, 1000))));
  return first !== -1 && first < lines.length - 1;
}
