import { isMap, isScalar, parseDocument, stringify, type Pair } from 'yaml';
import { keyToday } from '../catalogue/formerUids.ts';

/**
 * A note's file: Markdown below YAML front matter, `---` to `---`. The file belongs to the user and is edited by other
 * programs too, so everything of it that we do not own stays as it is, byte for byte: foreign keys, comments,
 * order, line ends, a byte order mark.
 */
export interface NoteFile {
  /** The text before the body, with both marks, all line ends and one empty line; empty where there is none. */
  readonly head: string;
  /** Fields of ours in the front matter; null where they are absent. */
  readonly fields: NoteFields;
  /** Markdown below the front matter, with `\n` as its line ends. */
  readonly body: string;
  readonly lineEnd: '\n' | '\r\n';
}

export interface NoteFields {
  readonly title: string | null;
  /** Key of the occurrence that the note belongs to. */
  readonly occurrence: string | null;
  /** Feed and UID of its series; see seriesOf in note.ts. */
  readonly series: string | null;
  /** Its start: an ISO instant or a date. */
  readonly start: string | null;
  /** The meeting's home zone (IANA). */
  readonly zone: string | null;
  /** Address of the agenda document. */
  readonly agenda: string | null;
  /** Address of the document of notes that everybody writes in. */
  readonly minutes: string | null;
  /** Address of the recordings. */
  readonly recordings: string | null;
  /** Name of the template it began with: the next note of the series begins with the same. */
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

/** A file that says nothing about itself. */
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
const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^(?:---|\.\.\.)[ \t]*(?:\r?\n(?:[ \t]*\r?\n)?|$))/m;

/** Takes a file apart. What looks like front matter but is no YAML map is part of the body, where its author sees it. */
export function parseNoteFile(text: string): NoteFile {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const match = FRONT_MATTER.exec(text);
  // The expression is anchored to lines, for its end mark; front matter is front matter only at the very start.
  const fields = match?.index === 0 ? readFields(match[2] ?? '') : null;
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const head = match !== null && fields !== null ? match[0] : bom;
  return {
    head,
    fields: fields ?? noFields,
    body: text.slice(head.length).replaceAll('\r\n', '\n'),
    lineEnd,
  };
}

/** The text of a file. The inverse of {@link parseNoteFile} for files whose line ends are all alike. */
export const noteFileText = ({ head, body, lineEnd }: NoteFile): string =>
  head + (lineEnd === '\n' ? body : body.replaceAll('\n', lineEnd));

/** A new file. */
export const newNoteFile = (fields: NoteFields, body: string): NoteFile =>
  withFields({ head: '', fields: noFields, body, lineEnd: '\n' }, fields);

/**
 * The same file with other fields of ours. Only the values that really change are touched; null leaves a field
 * as it is.
 */
export function withFields(file: NoteFile, wanted: Partial<NoteFields>): NoteFile {
  const changes = NAMES.flatMap((name) => {
    const value = wanted[name] ?? null;
    return value === null || value === file.fields[name] ? [] : [{ name, value }];
  });
  if (changes.length === 0) return file;
  const [bom, head] = file.head.startsWith('\uFEFF') ? ['\uFEFF', file.head.slice(1)] : ['', file.head];
  const whole = head === '' ? `---${file.lineEnd}---${file.lineEnd}${file.lineEnd}` : head;
  const match = FRONT_MATTER.exec(whole);
  if (match === null) return file;
  const [, open = '', yaml = '', close = ''] = match;
  const changed = changes.reduce((text, { name, value }) => withValue(text, name, value, file.lineEnd), yaml);
  const rest = whole.slice(match[0].length);
  return {
    ...file,
    head: bom + open + changed + close + rest,
    fields: { ...file.fields, ...Object.fromEntries(changes.map(({ name, value }) => [name, value])) },
  };
}

/** Puts one value into the text of a YAML map, in its old place or in a line at the end. */
function withValue(yaml: string, name: string, value: string, lineEnd: string): string {
  const short = stringify(value, { lineWidth: 0 }).trimEnd();
  // A JSON string is a YAML value too, and stays in its line.
  const written = short.includes('\n') || short.startsWith('|') ? JSON.stringify(value) : short;
  const document = parseDocument(yaml);
  const gap = yaml === '' || yaml.endsWith('\n') ? '' : lineEnd;
  if (!isMapOrEmpty(document)) {
    const line = lineOf(name);
    return line.test(yaml)
      ? yaml.replace(line, (whole) => `${name}: ${written}${whole.endsWith('\r') ? '\r' : ''}`)
      : `${yaml}${gap}${name}: ${written}${lineEnd}`;
  }
  const pair = pairIn(document.contents, name);
  const old = isScalar(pair?.value) ? pair.value.range : null;
  if (old) {
    // A block of lines ends with its line end, a value in one line before it.
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

/** A line of front matter: a key with its value, a line that goes on, an item of a list, a comment. */
const FRONT_LINE = /^(?:[\p{L}_][\p{L}\p{N} _.-]{0,60}:(?:\s.*)?|\s.*|-(?:\s.*)?|#.*|)$/u;

/** The line of a key; its value may have quotes around it. */
const lineOf = (name: string): RegExp => new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*\\r?$`, 'm');

/** One of our values by its line, where the whole is no YAML: `title: Crew: minutes` has a colon too many. */
function fieldByLine(yaml: string, name: string): string | null {
  const written = lineOf(name).exec(yaml)?.[1] ?? '';
  return /^(["']).+\1$/.test(written) ? written.slice(1, -1) : written || null;
}

/** Whether a text that is no YAML is front matter all the same: it looks so, and has a key of ours. */
const isBrokenFrontMatter = (yaml: string): boolean =>
  yaml.split(/\r?\n/).every((line) => FRONT_LINE.test(line)) && NAMES.some((name) => lineOf(name).test(yaml));

const isMapOrEmpty = ({ contents, errors }: ReturnType<typeof parseDocument>): boolean =>
  errors.length === 0 && (isMap(contents) || contents === null);

/** null where the text is no front matter. */
function readFields(yaml: string): NoteFields | null {
  const document = parseDocument(yaml);
  const isYaml = isMapOrEmpty(document);
  if (!isYaml && !isBrokenFrontMatter(yaml)) return null;
  const { contents } = document;
  const field = (name: string): string | null => {
    if (!isYaml) return fieldByLine(yaml, name);
    const value = pairIn(contents, name)?.value;
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

const EXCERPT_LENGTH = 160;

/** The first words of a note, for lists: without headings, marks of Markdown and empty boxes. */
export function excerptOf(body: string): string {
  let words = '';
  for (const line of body.split('\n')) {
    if (words.length > EXCERPT_LENGTH) break;
    if (/^\s*(?:#|---|[-*+]\s*(?:\[[ xX]?\])?\s*$)/.test(line)) continue;
    const plain = line
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/[*_`>]|^\s*[-+]\s+(?:\[[ xX]\]\s*)?/g, '');
    words = `${words} ${plain}`.replaceAll(/\s+/g, ' ').trim();
  }
  return words.length > EXCERPT_LENGTH ? `${words.slice(0, EXCERPT_LENGTH).trimEnd()}…` : words;
}

/** The first heading of a note; null where there is none. */
export const headingOf = (body: string): string | null =>
  /^#{1,6}[ \t]+(.+?)[ \t]*#*$/m.exec(body)?.[1] ?? null;
