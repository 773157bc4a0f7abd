import { Parser } from 'htmlparser2';
import { HOUR, MINUTE, SECOND } from '#base';
import type { Fault } from './faults.ts';
import type { TimedBlock } from './readTimedBlocks.ts';
import { NO_FACTS, type TranscriptFacts } from './transcript.ts';

/** Units of times that are not clock times. */
interface Rates {
  frames: number;
  ticks: number;
}

/** An open element and its times in ms. */
interface Open {
  readonly name: string;
  readonly begin: number;
  readonly end: number | null;
  readonly agent: string | null;
}

/** Value of `#untimed` once a span of the paragraph had times. */
const SPANS_FOUND = 0;
/** Maximum nesting: parsing time grows with depth, and no real captions are deeper. */
const MAX_DEPTH = 1_000;

const CLOCK_TIME = /^(\d{1,6}):(\d{2}):(\d{2})(?:\.(\d{1,9})|:(\d{1,3}))?$/;
const OFFSET_TIME = /^(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/;
const UNITS = new Map([
  ['h', HOUR],
  ['m', MINUTE],
  ['s', SECOND],
  ['ms', 1],
]);

/** Parses a time of TTML to ms; null if it is not one. */
function timeOf(written: string | undefined, rates: Rates): number | null {
  const clock = CLOCK_TIME.exec(written?.trim() ?? '');
  if (clock !== null) {
    const [, hours, minutes, seconds, fraction = '', frames = '0'] = clock;
    const whole = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
    return Math.round(
      whole + Number(`0.${fraction || 0}`) * SECOND + (Number(frames) / rates.frames) * SECOND,
    );
  }
  const [, count, unit] = OFFSET_TIME.exec(written?.trim() ?? '') ?? [];
  if (count === undefined) return null;
  if (unit === 'f') return Math.round((Number(count) / rates.frames) * SECOND);
  if (unit === 't') return Math.round((Number(count) / rates.ticks) * SECOND);
  return Math.round(Number(count) * (UNITS.get(unit ?? '') ?? SECOND));
}

/** The times in ms of YouTube's own XML: `start` and `dur` in seconds, or `t` and `d` in ms. */
function youTubeTimes(name: string, attributes: Readonly<Record<string, string>>): [number, number] | null {
  const number = (key: string): number => Number(attributes[key] ?? Number.NaN);
  const [start, length] =
    name === 'text' ? [number('start') * SECOND, number('dur') * SECOND] : [number('t'), number('d')];
  if (!(start >= 0)) return null;
  return [Math.round(start), Math.round(start + (length >= 0 ? length : 0))];
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/**
 * Reads TTML, also called DFXP (W3C TTML2), and the XML of YouTube. A paragraph's times are relative to those of its
 * parent; speakers are named by `ttm:agent`.
 */
export function readCaptionMarkup(text: string): {
  facts: TranscriptFacts;
  blocks: TimedBlock[];
  faults: Fault[];
} {
  const reader = new MarkupReader(text);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (!reader.open(name, attributes, parser.startIndex)) parser.pause();
      },
      ontext: (piece) => reader.addText(piece),
      onclosetag: (name) => reader.close(name),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  const { title, blocks, faults } = reader;
  return { facts: { ...NO_FACTS, title }, blocks, faults };
}

/** A cue that is open in {@link MarkupReader}. */
interface OpenCue {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly agent: string | null;
  /** Depth of its element. */
  readonly depth: number;
  text: string;
}

/** Receives the tags and texts of a document and collects its cues. */
class MarkupReader {
  readonly blocks: TimedBlock[] = [];
  readonly faults: Fault[] = [];
  title: string | null = null;
  readonly #lineAt: (index: number) => number;
  readonly #rates: Rates = { frames: 30, ticks: 1 };
  readonly #open: Open[] = [];
  /** Names of speakers by the id of their agent. */
  readonly #agents = new Map<string, string>();
  #agentId: string | null = null;
  #cue: OpenCue | null = null;
  /** Line of a paragraph without times of its own; {@link SPANS_FOUND} once one of its spans had times. */
  #untimed: number | null = null;
  #depth = 0;

  constructor(text: string) {
    this.#lineAt = lineCounter(text);
  }

  /** Opens an element that starts at `index` of the text; false if it is nested too deeply to go on. */
  open(written: string, attributes: Readonly<Record<string, string>>, index: number): boolean {
    const name = localName(written);
    this.#depth += 1;
    const named = new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value]));
    if (name === 'tt') this.#readRates(named);
    const element = this.#timed(name, named);
    this.#open.push(element);
    if (name === 'agent') this.#agentId = named.get('id') ?? null;
    if (name === 'br' && this.#cue !== null) this.#cue.text += ' ';
    const isTimedSpan = name === 'span' && this.#untimed !== null && named.has('begin');
    const isCue = name === 'p' || isTimedSpan || (name === 'text' && 'start' in attributes);
    if (isCue && this.#cue === null) {
      const { begin, end } = element;
      const times = youTubeTimes(name, attributes) ?? (end === null ? null : [begin, end]);
      const line = this.#lineAt(index);
      if (name === 'p' && times === null && !named.has('begin')) this.#untimed = line;
      else if (this.#beginCue(times, line, element.agent) && isTimedSpan) this.#untimed = SPANS_FOUND;
    }
    return this.#depth <= MAX_DEPTH;
  }

  addText(piece: string): void {
    const inside = this.#open.at(-1)?.name;
    if (this.#cue !== null) this.#cue.text += piece;
    else if (inside === 'title') this.title = `${this.title ?? ''}${piece}`.trim() || null;
    else if (inside === 'name' && this.#agentId !== null && piece.trim() !== '')
      this.#agents.set(this.#agentId, piece.trim());
  }

  close(written: string): void {
    const name = localName(written);
    const depth = this.#depth;
    this.#depth -= 1;
    if (this.#open.at(-1)?.name === name) this.#open.pop();
    if (name === 'p' && this.#untimed !== null) {
      if (this.#untimed !== SPANS_FOUND) this.faults.push({ kind: 'unreadableCue', line: this.#untimed });
      this.#untimed = null;
    }
    if (this.#cue?.depth === depth) this.#finish(this.#cue);
  }

  #readRates(named: ReadonlyMap<string, string>): void {
    this.#rates.frames = Number(named.get('framerate')) || this.#rates.frames;
    this.#rates.ticks = Number(named.get('tickrate')) || this.#rates.ticks;
  }

  /** The element with its times, relative to its parent, and its speaker, inherited from it. */
  #timed(name: string, named: ReadonlyMap<string, string>): Open {
    const parent = this.#open.at(-1);
    const from = parent?.begin ?? 0;
    const begin = from + (timeOf(named.get('begin'), this.#rates) ?? 0);
    const length = timeOf(named.get('dur'), this.#rates);
    const until = timeOf(named.get('end'), this.#rates);
    const end = until !== null ? from + until : length !== null ? begin + length : (parent?.end ?? null);
    return { name, begin, end, agent: named.get('agent') ?? parent?.agent ?? null };
  }

  /** Begins a cue; false, with a fault, if its times are unreadable. */
  #beginCue(times: readonly [number, number] | null, line: number, agent: string | null): boolean {
    if (times === null || times[1] < times[0]) {
      this.faults.push({ kind: 'unreadableCue', line });
      return false;
    }
    this.#cue = { start: times[0], end: times[1], line, agent, depth: this.#depth, text: '' };
    return true;
  }

  #finish({ start, end, line, agent, text }: OpenCue): void {
    const speaker = agent === null ? null : (this.#agents.get(agent.split(' ')[0] ?? '') ?? null);
    this.blocks.push({ start, end, line, text, speaker });
    this.#cue = null;
  }
}

/** Returns the line (from 1) of an index; the indexes must ascend. */
function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let lineEnd = text.indexOf('\n');
  return (index) => {
    while (lineEnd !== -1 && lineEnd < index) {
      line += 1;
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    return line;
  };
}
