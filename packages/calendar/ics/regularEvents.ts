import { LONGEST_LINE } from './lineCursor.ts';

/**
 * Positions where the scan of an event stops: lines that begin or end a component, lines that name, date or repeat
 * it, and lines that do not begin with a name in capitals or a blank (those need the line-by-line reader).
 */
const STOPS =
  /\n(?:(?=BEGIN:|END:|(?![A-Z][A-Z\d-]*[:;]|[ \t]))|(?:UID|DTSTART|DTEND|RRULE|RDATE|EXDATE|RECURRENCE-ID)[:;])/g;
const EVENT_BEGINS = /BEGIN:VEVENT\r?\n(?![ \t])/y;
const EVENT_ENDS = /END:VEVENT\r?\n(?![ \t])/y;
const ALARM_BEGINS = /BEGIN:VALARM\r?\n(?![ \t])/y;
const ALARM_ENDS = /END:VALARM\r?\n(?![ \t])/y;

const [LINE_FEED, LETTER_D, LETTER_S, LETTER_U] = [10, 68, 83, 85];

/** Columns of an event: offsets into the text, negative if missing, and the end of its range of repeating lines. */
const [FROM, TO, OWN_TO, UID, START, END, REPEATS_TO] = [0, 1, 2, 3, 4, 5, 6];
const WIDTH = 7;
/** Room for events of so many characters; the system gives no memory for rows that are never written. */
const CHARACTERS_PER_ROW = 256;

/**
 * The events of a text that are written regularly, as most software does, in rows: a feed has tens of thousands, and
 * as many objects take the garbage collector longer than finding them.
 */
export class RegularEvents {
  readonly text: string;
  count = 0;
  #places: Int32Array<ArrayBuffer>;
  /** The offsets of all RRULE, RDATE, EXDATE and RECURRENCE-ID of all events. */
  #repeats: Int32Array<ArrayBuffer>;
  #repeatCount = 0;

  constructor(text: string) {
    this.text = text;
    const rows = Math.ceil(text.length / CHARACTERS_PER_ROW) + 1;
    this.#places = new Int32Array(rows * WIDTH);
    this.#repeats = new Int32Array(rows);
  }

  /**
   * Adds the event that begins at `at`. Native search takes a tenth of the time of reading line by line.
   * Returns the offset of its END line; negative if there is no event or it is irregular.
   */
  add(at: number): number {
    const { text } = this;
    if (!isAt(EVENT_BEGINS, text, at)) return -1;
    const from = EVENT_BEGINS.lastIndex;
    this.#begin(from);
    let isInAlarm = false;
    STOPS.lastIndex = from - 1;
    while (STOPS.test(text)) {
      const stop = STOPS.lastIndex;
      // One of its lines may be too long; the line-by-line reader checks each.
      if (stop - from > LONGEST_LINE) return -1;
      // The stop of a line that names, dates or repeats the event is behind its name.
      if (text.charCodeAt(stop - 1) !== LINE_FEED) {
        if (this.#placeOf(OWN_TO) < 0) this.#record(text.lastIndexOf('\n', stop - 1) + 1);
      } else if (!isInAlarm && isAt(EVENT_ENDS, text, stop)) {
        this.#end(stop);
        return stop;
      } else if (!isInAlarm && isAt(ALARM_BEGINS, text, stop)) {
        this.#note(OWN_TO, stop);
        isInAlarm = true;
      } else if (isInAlarm && isAt(ALARM_ENDS, text, stop)) {
        isInAlarm = false;
        const next = ALARM_ENDS.lastIndex;
        // After the alarms only END may follow; `ownTo` would miss other lines.
        if (!isAt(ALARM_BEGINS, text, next) && !isAt(EVENT_ENDS, text, next)) return -1;
      } else return -1;
    }
    return -1;
  }

  /** Begins a row, or the last one again if that was irregular. */
  #begin(from: number): void {
    const place = this.count * WIDTH;
    if (place === this.#places.length) this.#places = twiceAsLong(this.#places);
    this.#places.fill(-1, place, place + WIDTH);
    this.#places[place + FROM] = from;
    this.#repeatCount = this.repeatsFrom(this.count);
  }

  /** Notes one of its own lines that name, date or repeat it. */
  #record(at: number): void {
    const initial = this.text.charCodeAt(at);
    if (initial === LETTER_U) this.#note(UID, at);
    else if (initial === LETTER_D) this.#note(this.text.charCodeAt(at + 2) === LETTER_S ? START : END, at);
    else {
      if (this.#repeatCount === this.#repeats.length) this.#repeats = twiceAsLong(this.#repeats);
      this.#repeats[this.#repeatCount] = at;
      this.#repeatCount += 1;
    }
  }

  #end(at: number): void {
    this.#note(OWN_TO, at);
    this.#note(TO, at);
    this.#note(REPEATS_TO, this.#repeatCount);
    this.count += 1;
  }

  /** The first of several lines counts. */
  #note(column: number, at: number): void {
    if (this.#placeOf(column) < 0) this.#places[this.count * WIDTH + column] = at;
  }
  #placeOf(column: number): number {
    return this.#places[this.count * WIDTH + column] ?? -1;
  }

  /** Start of the lines between BEGIN and END. */
  fromOf(row: number): number {
    return this.#places[row * WIDTH + FROM] ?? -1;
  }
  /** Start of the END line. */
  toOf(row: number): number {
    return this.#places[row * WIDTH + TO] ?? -1;
  }
  /** End of its own lines: its first alarm, or its END if it has no alarm. */
  ownToOf(row: number): number {
    return this.#places[row * WIDTH + OWN_TO] ?? -1;
  }
  /** The first UID, DTSTART and DTEND; negative if missing. */
  uidOf(row: number): number {
    return this.#places[row * WIDTH + UID] ?? -1;
  }
  startOf(row: number): number {
    return this.#places[row * WIDTH + START] ?? -1;
  }
  endOf(row: number): number {
    return this.#places[row * WIDTH + END] ?? -1;
  }

  /** The range of its lines that repeat it or replace a date: see `repeatAt`. Empty for a single event. */
  repeatsFrom(row: number): number {
    return row === 0 ? 0 : this.repeatsTo(row - 1);
  }
  repeatsTo(row: number): number {
    return this.#places[row * WIDTH + REPEATS_TO] ?? 0;
  }
  repeatAt(index: number): number {
    return this.#repeats[index] ?? -1;
  }
}

/** One of the regular events of a text. */
export class RegularEvent {
  readonly events: RegularEvents;
  readonly row: number;

  constructor(events: RegularEvents, row: number) {
    this.events = events;
    this.row = row;
  }

  /** Start of its BEGIN line. */
  get at(): number {
    // Its first own line may begin an alarm.
    return this.events.text.lastIndexOf('BEGIN:', this.events.fromOf(this.row) - 1);
  }
}

/** Regular events that follow each other: rows from `first` to `end`, exclusive. */
export class EventRun {
  readonly events: RegularEvents;
  readonly first: number;
  readonly end: number;

  constructor(events: RegularEvents, first: number, end: number) {
    this.events = events;
    this.first = first;
    this.end = end;
  }
}

function twiceAsLong(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
