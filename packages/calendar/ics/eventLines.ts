import type { FeedProblems } from './feedProblems.ts';
import { type ContentLine, endOfLine, LineCursor } from './lineCursor.ts';
import { plainValue } from './property.ts';
import type { Component, EventOutline } from './component.ts';
import { writtenText } from './writtenText.ts';

/** Properties that repeat an event. */
const REPEATING = ['RRULE', 'RDATE', 'EXDATE'] as const;
const REPLACING = 'RECURRENCE-ID';

/** The lines of an event, without those of its alarms. */
export interface EventLines {
  /** The first line with a property name (in capitals). */
  first(name: string): ContentLine | null;
  /** All lines with a property name. */
  all(name: string): readonly ContentLine[];
  /** All lines of RRULE, RDATE and EXDATE, in their order. */
  recurrence(): readonly ContentLine[];
  /** The lines of each alarm. */
  alarms(): readonly (readonly ContentLine[])[];
  /** See `writtenText`. */
  written(): string;
}

/** Creates the fastest reader for an event's lines. Invalid lines are reported to `problems`, if given. */
export function eventLines(text: string, event: Component, problems: FeedProblems | null): EventLines {
  const { outline, from, to } = event;
  return outline === null
    ? new ListedLines(text, from, to, problems)
    : new FoundLines(text, outline, from, to);
}

const [COLON, SEMICOLON] = [58, 59];

/** The lines of a regular event, searched by name on demand. */
class FoundLines implements EventLines {
  readonly #text: string;
  readonly #outline: EventOutline;
  readonly #from: number;
  readonly #to: number;
  /** Begins with the line break before the first line, so that each name follows a line break. */
  #own: string | null = null;

  constructor(text: string, outline: EventOutline, from: number, to: number) {
    this.#text = text;
    this.#outline = outline;
    this.#from = from - 1;
    this.#to = to;
  }

  first(name: string): ContentLine | null {
    const at = this.#firstAt(name);
    return at < 0 ? null : this.#lineAt(at, name);
  }

  #firstAt(name: string): number {
    const { uid, start, end, recurrence } = this.#outline;
    if (name === 'DTSTART') return start;
    if (name === 'DTEND') return end;
    if (name === 'UID') return uid;
    if (name !== REPLACING) return this.#find(name, this.#from);
    return recurrence.find((at) => this.#text.startsWith(REPLACING, at)) ?? -1;
  }

  all(name: string): ContentLine[] {
    const found: ContentLine[] = [];
    for (let at = this.#find(name, this.#from); at >= 0; at = this.#find(name, at))
      found.push(this.#lineAt(at, name));
    return found;
  }

  recurrence(): ContentLine[] {
    const found: ContentLine[] = [];
    for (const at of this.#outline.recurrence) {
      const name = REPEATING.find((one) => this.#text.startsWith(one, at));
      if (name !== undefined) found.push(this.#lineAt(at, name));
    }
    return found;
  }

  alarms(): readonly (readonly ContentLine[])[] {
    const { ownTo } = this.#outline;
    return ownTo === this.#to ? [] : new ListedLines(this.#text, ownTo, this.#to, null).alarms();
  }

  written(): string {
    return writtenText(this.#text, { from: this.#from + 1, to: this.#to });
  }

  /** Offset of the next line with a name, after `from`; negative if there is none. */
  #find(name: string, from: number): number {
    const own = (this.#own ??= this.#text.slice(this.#from, this.#outline.ownTo));
    const mark = `\n${name}`;
    for (let at = own.indexOf(mark, from - this.#from); at >= 0; at = own.indexOf(mark, at + 1)) {
      const end = own.charCodeAt(at + mark.length);
      if (end === COLON || end === SEMICOLON) return this.#from + at + 1;
    }
    return -1;
  }

  #lineAt(at: number, name: string): ContentLine {
    const text = this.#text;
    const to = endOfLine(text, at);
    if (to >= 0) return { at, name, text: text.slice(at, to) };
    const line = new LineCursor(text, at, this.#outline.ownTo);
    line.next();
    return line.line(name);
  }
}

/** Maximum lines read of one event, alarms included. */
const MAX_LINES = 100_000;

/** The lines of any event, read one by one. */
class ListedLines implements EventLines {
  readonly #text: string;
  readonly #range: { readonly from: number; readonly to: number };
  readonly #own: readonly ContentLine[];
  readonly #byName: ReadonlyMap<string, ContentLine[]>;
  readonly #alarms: ContentLine[][] = [];

  constructor(text: string, from: number, to: number, problems: FeedProblems | null) {
    this.#text = text;
    this.#range = { from, to };
    const own: ContentLine[] = [];
    /** The lists of lines of the components open at this point, innermost last. */
    const within = [own];
    let count = 0;
    for (const line = new LineCursor(text, from, to); line.next();) {
      const { name } = line;
      if ((count += 1) > MAX_LINES) {
        problems?.add('calendar/tooMuch', line.from, 'longEvent', MAX_LINES);
        break;
      }
      if (name === '') {
        if (within.length === 1) problems?.addStray(line);
      } else if (name === 'BEGIN') {
        const inner: ContentLine[] = [];
        const isAlarm = within.length === 1 && plainValue(line.line(name)).toUpperCase() === 'VALARM';
        if (isAlarm) this.#alarms.push(inner);
        within.push(inner);
      } else if (name === 'END') {
        if (within.length > 1) within.pop();
      } else within.at(-1)?.push(line.line(name));
    }
    this.#own = own;
    this.#byName = Map.groupBy(own, ({ name }) => name);
  }

  first(name: string): ContentLine | null {
    return this.#byName.get(name)?.[0] ?? null;
  }

  all(name: string): readonly ContentLine[] {
    return this.#byName.get(name) ?? [];
  }

  recurrence(): readonly ContentLine[] {
    return this.#own.filter(({ name }) => REPEATING.some((one) => one === name));
  }

  alarms(): readonly (readonly ContentLine[])[] {
    return this.#alarms;
  }

  written(): string {
    return writtenText(this.#text, this.#range);
  }
}
