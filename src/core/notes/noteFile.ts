import { DateTime } from 'luxon';
import { type Document, isMap, isScalar, parseDocument, stringify, type Pair } from 'yaml';
import type { CalendarDate } from '#base';
import { keyToday } from '../catalogue/formerUids.ts';
import { headingIn } from './headings.ts';
import { linesOf, wantedLines } from './linesOutsideCode.ts';
import { dateInName } from './noteName.ts';

/**
 * The file of a note: Markdown below YAML front matter between `---` lines. The file belongs to the user, and other
 * programs edit it too, so everything else in it is kept byte for byte: foreign keys, comments, order, line ends, a
 * byte order mark.
 */
export interface NoteFile {
  /** The text before the body, with both marks, all line ends and one empty line; empty without front matter. */
  readonly head: string;
  /** Our fields in the front matter; null if absent. */
  readonly fields: NoteFields;
  /** Markdown below the front matter, with `\n` as its line ends. */
  readonly body: string;
  readonly lineEnd: '\n' | '\r\n';
}

export interface NoteFields {
  readonly title: string | null;
  /** Key of the occurrence that the note belongs to. */
  readonly occurrence: string | null;
  /** Key of its series. */
  readonly series: string | null;
  /** Its start: an ISO instant or a date. */
  readonly start: string | null;
  /** The meeting's home zone (IANA). */
  readonly zone: string | null;
  /** Address of the agenda document. */
  readonly agenda: string | null;
  /** Address of the shared document of minutes. */
  readonly minutes: string | null;
  /** Address of the recordings. */
  readonly recordings: string | null;
  /** Name of its template, which the next note of the series uses too. */
  readonly template: string | null;
}

/** In the order in which they are written. */
const NAMES = [
  'title',
  'occurrence',
  'series',
  'start',
  'zone',
  'agenda',
  'minutes',
  'recordings',
  'template',
] as const;

/** A file without front matter. */
export const noFields: NoteFields = {
  title: null,
  occurrence: null,
  series: null,
  start: null,
  zone: null,
  agenda: null,
  minutes: null,
  recordings: null,
  template: null,
};

/** Front matter in its parts; each keeps its line ends. */
interface FrontMatter {
  /** The opening mark, after a byte order mark if there is one. */
  readonly open: string;
  readonly yaml: string;
  /** The closing mark, and one empty line if there is one. */
  readonly close: string;
}

/** Longer front matter is read by line only: the parser of YAML takes seconds for a megabyte. */
const LONGEST_YAML = 32_768;

/** A mark in a line of its own, from `lastIndex` on. The spaces are limited, so that a long line of them is skipped. */
const OPENING = /\uFEFF?---[ \t]{0,100}\r?\n/y;
const CLOSING = /(?:---|\.\.\.)[ \t]{0,100}(?:\r?\n(?:[ \t]{0,100}\r?\n)?|$)/y;

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

/** null if the text does not begin with an opening mark, or nothing closes it. */
function frontMatterOf(text: string): FrontMatter | null {
  const open = matchAt(OPENING, text, 0);
  if (open === null) return null;
  for (let at = open.length; at <= text.length;) {
    const first = text[at];
    const close = first === '-' || first === '.' || first === undefined ? matchAt(CLOSING, text, at) : null;
    if (close !== null) return { open, yaml: text.slice(open.length, at), close };
    const end = text.indexOf('\n', at);
    if (end === -1) return null;
    at = end + 1;
  }
  return null;
}

/** Parses a file. Front matter that is not a YAML map becomes part of the body, where its author sees it. */
export function parseNoteFile(text: string): NoteFile {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const front = frontMatterOf(text);
  const fields = front === null ? null : readFields(front.yaml);
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const head = front !== null && fields !== null ? front.open + front.yaml + front.close : bom;
  return {
    head,
    fields: fields ?? noFields,
    body: text.slice(head.length).replaceAll('\r\n', '\n'),
    lineEnd,
  };
}

/** The body of a file, as {@link parseNoteFile} has it, mostly without parsing YAML: for a search in thousands. */
export function bodyOf(text: string): string {
  const front = frontMatterOf(text);
  // Front matter with one of our keys stays front matter even if it is no valid YAML.
  if (front === null || !isBrokenFrontMatter(front.yaml)) return parseNoteFile(text).body;
  const head = front.open.length + front.yaml.length + front.close.length;
  return text.slice(head).replaceAll('\r\n', '\n');
}

/** The text of a file. The inverse of {@link parseNoteFile} for files with uniform line ends. */
export const noteFileText = ({ head, body, lineEnd }: NoteFile): string =>
  head + (lineEnd === '\n' ? body : body.replaceAll('\n', lineEnd));

/** A new file. */
export const newNoteFile = (fields: NoteFields, body: string): NoteFile =>
  withFields({ head: '', fields: noFields, body, lineEnd: '\n' }, fields);

/** The file with some of our fields changed. Only values that differ are rewritten; null leaves a field unchanged. */
export function withFields(file: NoteFile, wanted: Partial<NoteFields>): NoteFile {
  const changes = NAMES.flatMap((name) => {
    const value = wanted[name] ?? null;
    return value === null || value === file.fields[name] ? [] : [{ name, value }];
  });
  if (changes.length === 0) return file;
  const [bom, head] = file.head.startsWith('\uFEFF') ? ['\uFEFF', file.head.slice(1)] : ['', file.head];
  const whole = head === '' ? `---${file.lineEnd}---${file.lineEnd}${file.lineEnd}` : head;
  const front = frontMatterOf(whole);
  if (front === null) return file;
  const changed = changes.reduce(
    (text, { name, value }) => withValue(text, name, value, file.lineEnd),
    front.yaml,
  );
  return {
    ...file,
    head: bom + front.open + changed + front.close,
    fields: { ...file.fields, ...Object.fromEntries(changes.map(({ name, value }) => [name, value])) },
  };
}

/** Sets one value in the text of a YAML map, in its place or in a new line at the end. */
function withValue(yaml: string, name: string, value: string, lineEnd: string): string {
  const short = stringify(value, { lineWidth: 0 }).trimEnd();
  // A JSON string is a YAML value too, and fits into one line.
  const written = short.includes('\n') || short.startsWith('|') ? JSON.stringify(value) : short;
  const document = parsed(yaml);
  const gap = yaml === '' || yaml.endsWith('\n') ? '' : lineEnd;
  if (document === null) {
    const lines = yaml.split('\n');
    const at = lines.findIndex((line) => line.startsWith(`${name}:`));
    return at === -1
      ? `${yaml}${gap}${name}: ${written}${lineEnd}`
      : lines.with(at, `${name}: ${written}${lines[at]?.endsWith('\r') ? '\r' : ''}`).join('\n');
  }
  const pair = pairIn(document.contents, name);
  const old = isScalar(pair?.value) ? pair.value.range : null;
  if (old) {
    // A block value ends after its line end, a value in one line before it.
    const end = yaml.slice(old[0], old[1]).endsWith('\n') ? lineEnd : '';
    return yaml.slice(0, old[0]) + written + end + yaml.slice(old[1]);
  }
  return `${yaml}${gap}${name}: ${written}${lineEnd}`;
}

function pairIn(contents: unknown, name: string): Pair | undefined {
  return isMap(contents)
    ? contents.items.find((pair) => isScalar(pair.key) && pair.key.value === name)
    : undefined;
}

/** A line of front matter: a key with a value, a continuation line, a list item, or a comment. */
const FRONT_LINE = /^(?:[\p{L}_][\p{L}\p{N} _.-]{0,60}:(?:\s.*)?|\s.*|-(?:\s.*)?|#.*|)$/u;

/** The written value of a key in a line of its own, without spaces around it; null without such a line. */
function writtenIn(yaml: string, name: string): string | null {
  const key = `${name}:`;
  const from = yaml.startsWith(key) ? 0 : yaml.indexOf(`\n${key}`) + 1;
  if (from === 0 && !yaml.startsWith(key)) return null;
  const end = yaml.indexOf('\n', from);
  return yaml.slice(from + key.length, end === -1 ? undefined : end).trim();
}

/** Reads one of our values from its line if the whole is invalid YAML: `title: Crew: minutes` has a colon too many. */
function fieldByLine(yaml: string, name: string): string | null {
  const written = writtenIn(yaml, name) ?? '';
  return /^(["']).+\1$/.test(written) ? written.slice(1, -1) : written || null;
}

/** Whether text is front matter even if it is no valid YAML: it looks like it, and has one of our keys. */
function isBrokenFrontMatter(yaml: string): boolean {
  if (!NAMES.some((name) => writtenIn(yaml, name) !== null)) return false;
  for (const line of linesOf(yaml)) if (!FRONT_LINE.test(line.replace(/\r$/, ''))) return false;
  return true;
}

/** A map or nothing; null if the text is something else, is invalid, or is too long to be parsed. */
function parsed(yaml: string): Document.Parsed | null {
  if (yaml.length > LONGEST_YAML) return null;
  try {
    // Comparing all keys with each other takes seconds for some thousand; the first of two with one name is read.
    const document = parseDocument(yaml, { uniqueKeys: false });
    const { contents, errors } = document;
    return errors.length === 0 && (isMap(contents) || contents === null) ? document : null;
  } catch {
    // Nested deeper than the stack.
    return null;
  }
}

/** null if the text is not front matter. */
function readFields(yaml: string): NoteFields | null {
  const document = parsed(yaml);
  if (document === null && !isBrokenFrontMatter(yaml)) return null;
  const field = (name: string): string | null => {
    if (document === null) return fieldByLine(yaml, name);
    const value = pairIn(document.contents, name)?.value;
    if (!isScalar(value)) return null;
    return typeof value.value === 'string' || typeof value.value === 'number' ? String(value.value) : null;
  };
  const key = (name: string): string | null => {
    const value = field(name);
    return value === null ? null : keyToday(value);
  };
  return {
    title: field('title'),
    occurrence: key('occurrence'),
    series: key('series'),
    start: field('start'),
    zone: field('zone'),
    agenda: field('agenda'),
    minutes: field('minutes'),
    recordings: field('recordings'),
    template: field('template'),
  };
}

/**
 * The day on which a note was written: that of its meeting where the meeting is at home, else the one in front of its
 * file name, `2026-11-24 An idea.md`; null if neither is known. Relative dates in its text count from it.
 */
export function dayOfNote(
  { start, zone }: Pick<NoteFields, 'start' | 'zone'>,
  path: string,
): CalendarDate | null {
  const day =
    start === null
      ? DateTime.fromISO(dateInName(path) ?? '')
      : DateTime.fromISO(start, { zone: zone ?? 'utc' });
  return day.isValid ? day.toISODate() : null;
}

const EXCERPT_LENGTH = 160;
/** Characters of a line that are read for the excerpt. */
const LONGEST_LINE = 1_000;
/** Characters of a note that are read for the excerpt. */
const LONGEST_BEGIN = 20_000;

/** Lines that an excerpt leaves out: headings, empty items, and what templates begin with: when it is, and documents. */
const NO_WORDS =
  /^(?:#(?![^\s#])|---|[-*+] ?(?:\[[ xX]?\])?$|- \[(?:Agenda|Shared notes|Recordings)\]\(|\p{L}+,? \d{1,2} \p{L}+ \d{4}, \d{1,2}[:.]\d{2}|\p{L}+,? \d{1,2} \p{L}+ \d{4}, all day)/u;

/** The first words of a note, for lists: without headings, Markdown syntax and empty checkboxes. */
export function excerptOf(body: string): string {
  let words = '';
  for (const line of linesOf(body.slice(0, LONGEST_BEGIN))) {
    if (words.length > EXCERPT_LENGTH) break;
    if (line === '') continue;
    const flat = line.slice(0, LONGEST_LINE).replaceAll(/\s+/g, ' ').trim();
    if (flat === '' || NO_WORDS.test(flat)) continue;
    const plain = flat
      .replaceAll(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
      .replaceAll(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
      .replaceAll(/[*_`>]|^[-+] (?:\[[ xX]\] ?)?/g, '')
      .trim();
    if (plain !== '') words = words === '' ? plain : `${words} ${plain}`;
  }
  return words.length > EXCERPT_LENGTH ? `${words.slice(0, EXCERPT_LENGTH).trimEnd()}…` : words;
}

/** Headings that other programs take for the title: not those in a quote. */
const isHeadingAt = (text: string, begin: number): boolean =>
  text[begin] === '#' && (begin === 0 || text[begin - 1] === '\n');

/** The first heading of a note that has words. */
export function headingOf(body: string): string | null {
  for (const { line } of wantedLines(body, isHeadingAt)) {
    const text = headingIn(line)?.text.slice(0, LONGEST_LINE) ?? '';
    if (text !== '') return text;
  }
  return null;
}
