import { Parser } from 'htmlparser2';
import { HOUR, MINUTE, SECOND } from '#base';
import type { Fault } from './faults.ts';
import type { TimedBlock } from './readTimedBlocks.ts';
import { NO_FACTS, type TranscriptFacts } from './transcript.ts';

/** How a document counts what is no clock. */
interface Rates {
  frames: number;
  ticks: number;
}

/** An element that may have times of its own. */
interface Open {
  readonly name: string;
  readonly begin: number;
  readonly end: number | null;
  readonly agent: string | null;
}

/** Instead of the line of a paragraph of which a span had times. */
const SPANS_FOUND = 0;
/** Deeper nesting is no captions; reading ends there. */
const MAX_DEPTH = 1_000;

const CLOCK_TIME = /^(\d{1,6}):(\d{2}):(\d{2})(?:\.(\d{1,9})|:(\d{1,3}))?$/;
const OFFSET_TIME = /^(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/;
const UNITS = new Map([
  ['h', HOUR],
  ['m', MINUTE],
  ['s', SECOND],
  ['ms', 1],
]);

/** A time of TTML → ms; null for what is none. */
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

/** The times of YouTube's own XML: `start` and `dur` in seconds, or `t` and `d` in milliseconds. */
function youTubeTimes(name: string, attributes: Readonly<Record<string, string>>): [number, number] | null {
  const number = (key: string): number => Number(attributes[key] ?? Number.NaN);
  const [start, length] =
    name === 'text' ? [number('start') * SECOND, number('dur') * SECOND] : [number('t'), number('d')];
  if (!(start >= 0)) return null;
  return [Math.round(start), Math.round(start + (length >= 0 ? length : 0))];
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/**
 * TTML, also called DFXP (W3C TTML2), and the XML of YouTube → blocks. A paragraph's times count from those of what it
 * is in; speakers are those that `ttm:agent` names.
 */
export function readCaptionMarkup(text: string): {
  facts: TranscriptFacts;
  blocks: TimedBlock[];
  faults: Fault[];
} {
  const blocks: TimedBlock[] = [];
  const faults: Fault[] = [];
  const rates: Rates = { frames: 30, ticks: 1 };
  const open: Open[] = [];
  const agents = new Map<string, string>();
  let title: string | null = null;
  let agentId: string | null = null;
  let current: {
    start: number;
    end: number;
    line: number;
    agent: string | null;
    depth: number;
    text: string;
  } | null = null;
  /** Line of a paragraph that leaves the times to its spans. */
  let untimed: number | null = null;
  let depth = 0;
  let line = 1;
  let lineEnd = text.indexOf('\n');
  const lineAt = (index: number): number => {
    while (lineEnd !== -1 && lineEnd < index) {
      line += 1;
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    return line;
  };
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        const name = localName(written);
        // The parser takes ever longer for each further one.
        if ((depth += 1) > MAX_DEPTH) parser.pause();
        const named = new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value]));
        if (name === 'tt') {
          rates.frames = Number(named.get('framerate')) || rates.frames;
          rates.ticks = Number(named.get('tickrate')) || rates.ticks;
        }
        const parent = open.at(-1);
        const from = parent?.begin ?? 0;
        const begin = from + (timeOf(named.get('begin'), rates) ?? 0);
        const length = timeOf(named.get('dur'), rates);
        const until = timeOf(named.get('end'), rates);
        const end = until !== null ? from + until : length !== null ? begin + length : (parent?.end ?? null);
        const agent = named.get('agent') ?? parent?.agent ?? null;
        open.push({ name, begin, end, agent });
        if (name === 'agent') agentId = named.get('id') ?? null;
        if (name === 'br' && current !== null) current.text += ' ';
        const isTimedSpan = name === 'span' && untimed !== null && named.has('begin');
        const isCue = name === 'p' || isTimedSpan || (name === 'text' && 'start' in attributes);
        if (!isCue || current !== null) return;
        const index = lineAt(parser.startIndex);
        const times = youTubeTimes(name, attributes) ?? (end === null ? null : [begin, end]);
        if (name === 'p' && times === null && !named.has('begin')) untimed = index;
        else if (times === null || times[1] < times[0]) faults.push({ kind: 'unreadableCue', line: index });
        else {
          current = { start: times[0], end: times[1], line: index, agent, depth, text: '' };
          if (isTimedSpan) untimed = SPANS_FOUND;
        }
      },
      ontext(piece) {
        const inside = open.at(-1)?.name;
        if (current !== null) current.text += piece;
        else if (inside === 'title') title = `${title ?? ''}${piece}`.trim() || null;
        else if (inside === 'name' && agentId !== null && piece.trim() !== '')
          agents.set(agentId, piece.trim());
      },
      onclosetag(written) {
        const name = localName(written);
        const closed = depth;
        depth -= 1;
        if (open.at(-1)?.name === name) open.pop();
        if (name === 'p' && untimed !== null) {
          if (untimed !== SPANS_FOUND) faults.push({ kind: 'unreadableCue', line: untimed });
          untimed = null;
        }
        if (current === null || current.depth !== closed) return;
        const { agent, start, end, line: at, text: said } = current;
        blocks.push({
          start,
          end,
          line: at,
          text: said,
          speaker: agent === null ? null : (agents.get(agent.split(' ')[0] ?? '') ?? null),
        });
        current = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return { facts: { ...NO_FACTS, title }, blocks, faults };
}
