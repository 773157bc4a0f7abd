import type { FeedProblems } from './feedProblems.ts';
import { type ContentLine, endOfLine, LineCursor } from './lineCursor.ts';
import { plainValue } from './property.ts';
import type { EventText } from './component.ts';
import { RegularEvent, type RegularEvents } from './regularEvents.ts';
import { writtenText } from './writtenText.ts';

/** Properties that repeat an event. */
const REPEATING = ['RRULE', 'RDATE', 'EXDATE'] as const;
const REPLACING = 'RECURRENCE-ID';

/** The name of the line at `at`, which is one of those; null if it replaces a date. */
function repeatingName(text: string, at: number): (typeof REPEATING)[number] | null {
  if (text.charCodeAt(at) === LETTER_E) return 'EXDATE';
  const second = text.charCodeAt(at + 1);
  return second === LETTER_R ? 'RRULE' : second === LETTER_D ? 'RDATE' : null;
}
const [LETTER_D, LETTER_E, LETTER_R] = [68, 69, 82];
const NO_LINES: never[] = [];

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
export const eventLines = (text: string, event: EventText, problems: FeedProblems | null): EventLines =>
  event instanceof RegularEvent
    ? new FoundLines(event)
    : new ListedLines(text, event.from, event.to, problems);

const [COLON, SEMICOLON] = [58, 59];

/** The lines of a regular event, searched by name on demand. */
class FoundLines implements EventLines {
  readonly #events: RegularEvents;
  readonly #row: number;
  /** Begins with the line break before the first line, so that each name follows a line break. */
  #own: string | null = null;

  constructor({ events, row }: RegularEvent) {
    this.#events = events;
    this.#row = row;
  }

  first(name: string): ContentLine | null {
    const at = this.#firstAt(name);
    return at < 0 ? null : this.#lineAt(at, name);
  }

  #firstAt(name: string): number {
    const events = this.#events;
    const row = this.#row;
    if (name === 'DTSTART') return events.startOf(row);
    if (name === 'DTEND') return events.endOf(row);
    if (name === 'UID') return events.uidOf(row);
    if (name !== REPLACING) return this.#find(name, this.#before);
    for (let index = events.repeatsFrom(row); index < events.repeatsTo(row); index += 1)
      if (events.text.startsWith(REPLACING, events.repeatAt(index))) return events.repeatAt(index);
    return -1;
  }

  /** The line break before its first line. */
  get #before(): number {
    return this.#events.fromOf(this.#row) - 1;
  }

  all(name: string): ContentLine[] {
    const found: ContentLine[] = [];
    for (let at = this.#find(name, this.#before); at >= 0; at = this.#find(name, at))
      found.push(this.#lineAt(at, name));
    return found;
  }

  recurrence(): ContentLine[] {
    let found: ContentLine[] = NO_LINES;
    const events = this.#events;
    const end = events.repeatsTo(this.#row);
    for (let index = events.repeatsFrom(this.#row); index < end; index += 1) {
      const at = events.repeatAt(index);
      const name = repeatingName(events.text, at);
      if (name === null) continue;
      const line = this.#lineAt(at, name);
      // Most have one line, and a list that grows has room for sixteen more.
      if (found.length === 0) found = [line];
      else found.push(line);
    }
    return found;
  }

  alarms(): readonly (readonly ContentLine[])[] {
    const { text } = this.#events;
    const ownTo = this.#events.ownToOf(this.#row);
    const to = this.#events.toOf(this.#row);
    return ownTo === to ? [] : new ListedLines(text, ownTo, to, null).alarms();
  }

  written(): string {
    return writtenText(this.#events.text, this.#before + 1, this.#events.toOf(this.#row));
  }

  /** Offset of the next line with a name, after `from`; negative if there is none. */
  #find(name: string, from: number): number {
    const before = this.#before;
    const own = (this.#own ??= this.#events.text.slice(before, this.#events.ownToOf(this.#row)));
    const mark = `\n${name}`;
    for (let at = own.indexOf(mark, from - before); at >= 0; at = own.indexOf(mark, at + 1)) {
      const end = own.charCodeAt(at + mark.length);
      if (end === COLON || end === SEMICOLON) return before + at + 1;
    }
    return -1;
  }

  #lineAt(at: number, name: string): ContentLine {
    const { text } = this.#events;
    const to = endOfLine(text, at);
    if (to >= 0) return { at, name, text: text.slice(at, to) };
    const line = new LineCursor(text, at, this.#events.ownToOf(this.#row));
    line.next();
    return line.line(name);
  }
}

/** Maximum lines read of one event, alarms included. */
const MAX_LINES = 100_000;

/** The lines of any event, read one by one. */
class ListedLines implements EventLines {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #own: readonly ContentLine[];
  readonly #byName: ReadonlyMap<string, ContentLine[]>;
  readonly #alarms: ContentLine[][] = [];

  constructor(text: string, from: number, to: number, problems: FeedProblems | null) {
    this.#text = text;
    this.#from = from;
    this.#to = to;
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
    return writtenText(this.#text, this.#from, this.#to);
  }
}
