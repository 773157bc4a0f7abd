import type { FeedProblems } from './feedProblems.ts';
import { LineCursor } from './lineCursor.ts';
import type { ContentLine } from './lineCursor.ts';
import { plainValue } from './property.ts';
import type { Component } from './readComponents.ts';

/** The lines of an event, without those of its alarms. */
export interface EventLines {
  /** The first line of a name, in capitals. */
  first(name: string): ContentLine | null;
  /** All lines of a name. */
  all(name: string): readonly ContentLine[];
  /** The lines of each alarm. */
  alarms(): readonly (readonly ContentLine[])[];
}

/** The lines of an event, found in the quickest way. Lines that are none are told to `problems`, if there are such. */
export function eventLines(text: string, event: Component, problems: FeedProblems | null): EventLines {
  return event.ownTo === null
    ? new ListedLines(text, event.from, event.to, problems)
    : new FoundLines(text, event.from, event.ownTo, event.to);
}

const [SPACE, TAB, CARRIAGE_RETURN, COLON, SEMICOLON] = [32, 9, 13, 58, 59];

/** The lines of a regular event, found by their names when they are asked for. */
class FoundLines implements EventLines {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  /** From the line break before the first line on, so that each name stands behind one. */
  readonly #own: string;

  /** @param ownTo where its alarms begin */
  constructor(text: string, from: number, ownTo: number, to: number) {
    this.#text = text;
    this.#from = from - 1;
    this.#to = to;
    this.#own = text.slice(from - 1, ownTo);
  }

  first(name: string): ContentLine | null {
    const at = this.#find(name, 0);
    return at < 0 ? null : this.#lineAt(at, name);
  }

  all(name: string): ContentLine[] {
    const found: ContentLine[] = [];
    for (let at = this.#find(name, 0); at >= 0; at = this.#find(name, at)) found.push(this.#lineAt(at, name));
    return found;
  }

  alarms(): readonly (readonly ContentLine[])[] {
    const from = this.#from + this.#own.length;
    return from === this.#to ? [] : new ListedLines(this.#text, from, this.#to, null).alarms();
  }

  /** Where a line of that name begins, behind `from`; negative where there is none. */
  #find(name: string, from: number): number {
    const own = this.#own;
    const mark = `\n${name}`;
    for (let at = own.indexOf(mark, from); at >= 0; at = own.indexOf(mark, at + 1)) {
      const end = own.charCodeAt(at + mark.length);
      if (end === COLON || end === SEMICOLON) return at + 1;
    }
    return -1;
  }

  #lineAt(at: number, name: string): ContentLine {
    const own = this.#own;
    const place = this.#from + at;
    const feed = own.indexOf('\n', at);
    const next = own.charCodeAt(feed + 1);
    if (next === SPACE || next === TAB) {
      const line = new LineCursor(this.#text, place, this.#from + own.length);
      line.next();
      return line.line(name);
    }
    const to = own.charCodeAt(feed - 1) === CARRIAGE_RETURN ? feed - 1 : feed;
    return { at: place, name, text: own.slice(at, to) };
  }
}

/** The lines of any event, however it is written, read one by one. */
class ListedLines implements EventLines {
  readonly #own: ReadonlyMap<string, ContentLine[]>;
  readonly #alarms: ContentLine[][] = [];

  constructor(text: string, from: number, to: number, problems: FeedProblems | null) {
    const own: ContentLine[] = [];
    /** The lines of the components that are within each other at this place. */
    const within = [own];
    for (const line = new LineCursor(text, from, to); line.next();) {
      const { name } = line;
      if (name === '') {
        if (within.length === 1) problems?.addStray(line.from, line.read());
      } else if (name === 'BEGIN') {
        const inner: ContentLine[] = [];
        const isAlarm = within.length === 1 && plainValue(line.line(name)).toUpperCase() === 'VALARM';
        if (isAlarm) this.#alarms.push(inner);
        within.push(inner);
      } else if (name === 'END') {
        if (within.length > 1) within.pop();
      } else within.at(-1)?.push(line.line(name));
    }
    this.#own = Map.groupBy(own, ({ name }) => name);
  }

  first(name: string): ContentLine | null {
    return this.#own.get(name)?.[0] ?? null;
  }

  all(name: string): readonly ContentLine[] {
    return this.#own.get(name) ?? [];
  }

  alarms(): readonly (readonly ContentLine[])[] {
    return this.#alarms;
  }
}
