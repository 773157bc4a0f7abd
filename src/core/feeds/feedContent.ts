import type { Doubt, Series } from '#calendar';
import type { CalendarDate, Instant, Problem, ZoneName } from '#base';
import type { Community } from '../catalogue/community.ts';
import type { PackEntry } from './starterPack.ts';

/** The open questions about one meeting. */
export interface MeetingQuestions {
  readonly title: string;
  readonly questions: readonly Doubt[];
}

/** What the bytes of a feed say, before dates are made of it. */
export interface FeedContent {
  /** The feed's own name; null if it gives none. */
  readonly name: string | null;
  /** The feed's own zone, for times that name an unknown one. */
  readonly zone: ZoneName | null;
  readonly series: readonly Series[];
  /** The groups that run the meetings; calendars name none. */
  readonly communities: readonly Community[];
  /** Questions that the words leave open, by meeting; a person must answer them. */
  readonly questions: readonly MeetingQuestions[];
  /** Addresses of calendars that a page names, as written: better followed than the page. */
  readonly calendars: readonly string[];
  /** What a list of calendars holds, to choose from; empty for everything that has meetings itself. */
  readonly choices: readonly PackEntry[];
  /** What could not be read; the rest was kept. */
  readonly problems: readonly Problem[];
  /** REFRESH-INTERVAL of the feed, ms; null if it has none. */
  readonly refreshIntervalMs: number | null;
  /** The date of a catalogue that comes with the app; null for everything else. */
  readonly asOf: CalendarDate | null;
}

/** What is known about bytes beside their format. */
export interface BytesFacts {
  /** Separates a page's words about the past from those about the future. */
  readonly now: Instant;
  /** Named by the server; only calendars come in others than UTF-8. */
  readonly charset?: string;
  /** URL or path of the bytes. */
  readonly location?: string;
  /** The built-in catalogue that the bytes update; only for the format `catalogue`. */
  readonly base?: Uint8Array;
}
