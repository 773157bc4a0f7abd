import { isMap, isScalar, parseDocument, stringify, type Pair } from 'yaml';
import { keyToday } from '../catalogue/formerUids.ts';

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
const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^(?:---|\.\.\.)[ \t]*(?:\r?\n(?:[ \t]*\r?\n)?|$))/m;

/** Parses a file. Front matter that is not a YAML map becomes part of the body, where its author sees it. */
export function parseNoteFile(text: string): NoteFile {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const match = FRONT_MATTER.exec(text);
  // The pattern matches lines because of its end mark; front matter must be at the very start.
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

/** Sets one value in the text of a YAML map, in its place or in a new line at the end. */
function withValue(yaml: string, name: string, value: string, lineEnd: string): string {
  const short = stringify(value, { lineWidth: 0 }).trimEnd();
  // A JSON string is a YAML value too, and fits into one line.
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

/** The line of a key; its value may be quoted. */
const lineOf = (name: string): RegExp => new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*\\r?$`, 'm');

/** Reads one of our values from its line if the whole is invalid YAML: `title: Crew: minutes` has a colon too many. */
function fieldByLine(yaml: string, name: string): string | null {
  const written = lineOf(name).exec(yaml)?.[1] ?? '';
  return /^(["']).+\1$/.test(written) ? written.slice(1, -1) : written || null;
}

/** Whether invalid YAML is front matter all the same: it looks like it, and has one of our keys. */
const isBrokenFrontMatter = (yaml: string): boolean =>
  yaml.split(/\r?\n/).every((line) => FRONT_LINE.test(line)) && NAMES.some((name) => lineOf(name).test(yaml));

const isMapOrEmpty = ({ contents, errors }: ReturnType<typeof parseDocument>): boolean =>
  errors.length === 0 && (isMap(contents) || contents === null);

/** null if the text is not front matter. */
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

/** The first words of a note, for lists: without headings, Markdown syntax and empty checkboxes. */
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

/** The first heading of a note; null if there is none. */
export const headingOf = (body: string): string | null =>
  /^#{1,6}[ \t]+(.+?)[ \t]*#*$/m.exec(body)?.[1] ?? null;
