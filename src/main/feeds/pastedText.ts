import { recogniseFormat } from '#core/feeds/recogniseFormat.ts';
import type { FeedFormat } from '#core/feeds/feed.ts';

/** Text that a person pasted, ready to be read as a feed of that format. */
export interface PastedText {
  readonly format: FeedFormat;
  readonly text: string;
}

/** Fewer words are a mistyped address, not a text about a meeting. */
const FEWEST_WORDS = 4;

/** What mail programs and invitations put before the name of a meeting. */
const SUBJECT = /^[ \t>*]*(?:subject|topic|title|what|betreff|thema):[ \t]*(\S.*)$/im;

const HEADING = /^#{1,6}\s|^[^\n]+\n(?:=+|-+)[ \t]*$/m;

/** A web page: the Markdown reader reports that it is no text. */
const WEB_PAGE = /^(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype html|html|head)\b/i;

/** A longer first line is a sentence, not a title. */
const LONGEST_TITLE = 60;

const UNTITLED = 'Pasted meetings';

/** The subject, or a first line without digits and addresses; a line with those says when the meeting is. */
function titleOf(text: string): string {
  const [, subject] = SUBJECT.exec(text) ?? [];
  if (subject !== undefined) return subject.replace(/^(?:(?:re|fwd?|aw|wg):\s*)+/i, '').trim();
  const [first = ''] = text.split('\n', 1);
  return first.length <= LONGEST_TITLE && !/\d|https?:|:$/.test(first) ? first.trim() : UNTITLED;
}

/** Removes the quote marks of an answered mail, if most lines have them. */
function withoutQuotes(text: string): string {
  const lines = text.split('\n');
  const quoted = lines.filter((line) => line.startsWith('>')).length;
  return quoted * 2 > lines.length ? lines.map((line) => line.replace(/^(?:> ?)+/, '')).join('\n') : text;
}

/** The lines from the first match of `begin` to the last match of `end`, or to the end; null if `begin` never matches. */
function stretch(lines: readonly string[], begin: RegExp, end: RegExp): string | null {
  const first = lines.findIndex((line) => begin.test(line));
  if (first === -1) return null;
  const last = lines.findLastIndex((line) => end.test(line));
  return lines.slice(first, last > first ? last + 1 : lines.length).join('\n');
}

/** The calendar inside a text. Bare events are wrapped in one. */
function calendarIn(text: string): string | null {
  const lines = text.split('\n');
  const calendar = stretch(lines, /^BEGIN:VCALENDAR\b/i, /^END:VCALENDAR\b/i);
  if (calendar !== null) return `${calendar}\n`;
  const events = stretch(lines, /^BEGIN:VEVENT\b/i, /^END:VEVENT\b/i);
  return events === null ? null : `BEGIN:VCALENDAR\nVERSION:2.0\n${events}\nEND:VCALENDAR\n`;
}

/** Reads pasted text; null if it is too short to be one. */
export function readPastedText(pasted: string): PastedText | null {
  const text = withoutQuotes(pasted.replaceAll(/\r\n?/g, '\n').trim());
  if (!text.includes('\n') && text.split(/\s+/).length < FEWEST_WORDS) return null;
  const calendar = calendarIn(text);
  if (calendar !== null) return { format: 'ics', text: calendar };
  const format = recogniseFormat(new TextEncoder().encode(text), '');
  if (format === 'sigs' || format === 'catalogue') return { format, text: `${text}\n` };
  return {
    format: 'markdown',
    text: HEADING.test(text) || WEB_PAGE.test(text) ? `${text}\n` : `# ${titleOf(text)}\n\n${text}\n`,
  };
}
