import { recogniseFeedKind } from '#core/feeds/recogniseFeedKind.ts';
import type { FeedKind } from '#core/feeds/feed.ts';

/** Text that a person pasted, ready to be read as a feed of that kind. */
export interface PastedText {
  readonly kind: FeedKind;
  readonly text: string;
}

/** So few words are a mistyped address, and no text about a meeting. */
const FEWEST_WORDS = 4;

/** What mail programs and invitations put before the name of a meeting. */
const SUBJECT = /^[ \t>*]*(?:subject|topic|title|what|betreff|thema):[ \t]*(\S.*)$/im;

const HEADING = /^#{1,6}\s|^[^\n]+\n(?:=+|-+)[ \t]*$/m;

/** Its reader says that this is no page of words. */
const WEB_PAGE = /^(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype html|html|head)\b/i;

/** Longer first lines are sentences and no titles. */
const LONGEST_TITLE = 60;

const UNTITLED = 'Pasted meetings';

/** A first line without figures and addresses is a title; what has some says when it is. */
function titleOf(text: string): string {
  const [, subject] = SUBJECT.exec(text) ?? [];
  if (subject !== undefined) return subject.replace(/^(?:(?:re|fwd?|aw|wg):\s*)+/i, '').trim();
  const [first = ''] = text.split('\n', 1);
  return first.length <= LONGEST_TITLE && !/\d|https?:|:$/.test(first) ? first.trim() : UNTITLED;
}

/** Marks of who wrote what in an answered mail, where most lines bear them. */
function withoutQuotes(text: string): string {
  const lines = text.split('\n');
  const quoted = lines.filter((line) => line.startsWith('>')).length;
  return quoted * 2 > lines.length ? lines.map((line) => line.replace(/^(?:> ?)+/, '')).join('\n') : text;
}

/** From the first line that begins so to the last one that ends so, or to the end; null where none begins so. */
function stretch(lines: readonly string[], begin: RegExp, end: RegExp): string | null {
  const first = lines.findIndex((line) => begin.test(line));
  if (first === -1) return null;
  const last = lines.findLastIndex((line) => end.test(line));
  return lines.slice(first, last > first ? last + 1 : lines.length).join('\n');
}

/** The calendar inside a text; null where there is none. Single events are put into one. */
function calendarIn(text: string): string | null {
  const lines = text.split('\n');
  const calendar = stretch(lines, /^BEGIN:VCALENDAR\b/i, /^END:VCALENDAR\b/i);
  if (calendar !== null) return `${calendar}\n`;
  const events = stretch(lines, /^BEGIN:VEVENT\b/i, /^END:VEVENT\b/i);
  return events === null ? null : `BEGIN:VCALENDAR\nVERSION:2.0\n${events}\nEND:VCALENDAR\n`;
}

/** What was pasted, as text; null where it is too short to be one. */
export function readPastedText(pasted: string): PastedText | null {
  const text = withoutQuotes(pasted.replaceAll(/\r\n?/g, '\n').trim());
  if (!text.includes('\n') && text.split(/\s+/).length < FEWEST_WORDS) return null;
  const calendar = calendarIn(text);
  if (calendar !== null) return { kind: 'ics', text: calendar };
  const kind = recogniseFeedKind(new TextEncoder().encode(text), '');
  if (kind === 'sigs' || kind === 'catalogue') return { kind, text: `${text}\n` };
  return {
    kind: 'markdown',
    text: HEADING.test(text) || WEB_PAGE.test(text) ? `${text}\n` : `# ${titleOf(text)}\n\n${text}\n`,
  };
}
