/** The text of an iCalendar object as lines that can be changed one by one, while all others keep every byte. */

/** A content line (RFC 5545 §3.1). */
export interface RawLine {
  /** As written, with folds and line ends. */
  readonly raw: string;
  /** Unfolded. */
  readonly text: string;
  /** In capitals. */
  readonly name: string;
}

/** A stretch of lines: an event, or what is between events. */
export interface RawPart {
  readonly isEvent: boolean;
  readonly lines: readonly RawLine[];
}

/** Splits an object into its events and the rest; the raw lines of all parts in order are the text again. */
export function partsOf(text: string): readonly RawPart[] {
  const parts: RawPart[] = [];
  let open: RawLine[] = [];
  /** Components open within the event; 0 outside. */
  let depth = 0;
  const end = (isEvent: boolean): void => {
    if (open.length > 0) parts.push({ isEvent, lines: open });
    open = [];
  };
  for (const line of linesOf(text)) {
    const isBegin = line.name === 'BEGIN';
    if (depth === 0 && isBegin && componentOf(line) === 'VEVENT') {
      end(false);
      depth = 1;
      open.push(line);
      continue;
    }
    open.push(line);
    if (depth === 0) continue;
    depth += isBegin ? 1 : line.name === 'END' ? -1 : 0;
    if (depth === 0) end(true);
  }
  end(false);
  return parts;
}

export const textOf = (parts: readonly RawPart[]): string =>
  parts.map(({ lines }) => lines.map(({ raw }) => raw).join('')).join('');

const componentOf = ({ text }: RawLine): string =>
  text
    .slice(text.indexOf(':') + 1)
    .trim()
    .toUpperCase();

function linesOf(text: string): RawLine[] {
  // After each line end, except a fold: a line end before a space or a tab.
  return text
    .split(/(?<=\n|\r(?!\n))(?![ \t])/)
    .filter((raw) => raw !== '')
    .map(readLine);
}

function readLine(raw: string): RawLine {
  const text = raw.replaceAll(/(?:\r\n|\n|\r)[ \t]/g, '').replace(/(?:\r\n|\n|\r)$/, '');
  return { raw, text, name: (/^[^:;]*/.exec(text)?.[0] ?? '').trim().toUpperCase() };
}

/** The lines of an event itself, without those of its alarms. */
export function ownLines({ lines }: RawPart): readonly RawLine[] {
  let depth = 0;
  return lines.filter(({ name }) => {
    if (name === 'BEGIN') depth += 1;
    const isOwn = depth === 1 && name !== 'BEGIN' && name !== 'END';
    if (name === 'END') depth -= 1;
    return isOwn;
  });
}

/** A line with its parameters, in their order and as written. */
export interface SplitLine {
  /** As written. */
  readonly name: string;
  /** `PARTSTAT=ACCEPTED` */
  readonly parameters: readonly string[];
  readonly value: string;
}

export function splitLine({ text }: Pick<RawLine, 'text'>): SplitLine {
  const [head = '', ...others] = /^((?:"[^"]*"|[^":])*):([\s\S]*)$/.exec(text)?.slice(1) ?? [text, ''];
  const [name = '', ...parameters] = head.match(/(?:"[^"]*"|[^";])+/g) ?? [];
  return { name, parameters, value: others.join(':') };
}

/** The value of a parameter without quotes; null if the line has none. */
export function parameter({ parameters }: Pick<SplitLine, 'parameters'>, name: string): string | null {
  const found = parameters.find((one) => one.toUpperCase().startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1).replaceAll('"', '');
}

/** The line with another value of a parameter, in its place; null removes it. */
export function withParameter(line: SplitLine, name: string, value: string | null): SplitLine {
  const index = line.parameters.findIndex((one) => one.toUpperCase().startsWith(`${name}=`));
  const written = value === null ? [] : [`${name}=${value}`];
  const at = index === -1 ? line.parameters.length : index;
  return { ...line, parameters: line.parameters.toSpliced(at, index === -1 ? 0 : 1, ...written) };
}

/** A line to be written, folded. @param end the line end of the object */
export function writtenLine({ name, parameters, value }: SplitLine, end: string): RawLine {
  const text = `${[name, ...parameters].join(';')}:${value}`;
  return { raw: folded(text, end), text, name: name.toUpperCase() };
}

/** The line end that an object uses. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\r\n';

/** Octets in a line (RFC 5545 §3.1). */
const LONGEST_LINE = 75;

function folded(text: string, end: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
    // The space of a fold counts too.
    if (octets + size > LONGEST_LINE - (lines.length > 0 ? 1 : 0)) {
      lines.push(line);
      [line, octets] = ['', 0];
    }
    line += character;
    octets += size;
  }
  return `${[...lines, line].join(`${end} `)}${end}`;
}

/** Whether an object has events with this UID. */
export const hasUid = (text: string, uid: string): boolean =>
  partsOf(text).some(
    (part) =>
      part.isEvent &&
      ownLines(part).some((line) => line.name === 'UID' && splitLine(line).value.trim() === uid),
  );
