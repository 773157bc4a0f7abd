import type { DocumentLinks } from './documentLinks.ts';
import type { Doubt } from './doubt.ts';
import type { OccurrenceTime } from './occurrenceTime.ts';
import type { WeekDoubt } from './reading.ts';
import type { RecurrenceRule } from './recurrence/rule.ts';
import type { WallTime } from './wallTime.ts';
import type { Instant, TimeWindow, ZoneName } from '#base';

/** An instant from which an offset from UTC applies; both in ms. */
export interface ZoneChange {
  readonly at: Instant;
  readonly offset: number;
}

/**
 * The zone of a series.
 * `floating` is the viewer's zone. `custom` is a VTIMEZONE that matches no IANA zone: `name` is an IANA zone that
 * behaves alike, for display only (null if none does); `changes` are ascending and authoritative.
 */
export type SeriesZone =
  | { readonly kind: 'iana'; readonly name: ZoneName }
  | { readonly kind: 'floating' }
  | { readonly kind: 'custom'; readonly name: ZoneName | null; readonly changes: readonly ZoneChange[] };

/**
 * Duration of an occurrence: whole days on the wall clock, then exact ms (RFC 5545 §3.8.5.3, §3.3.6). Not negative.
 */
export interface Length {
  readonly days: number;
  readonly ms: number;
}

/** A date from RDATE; `length` is set if it is a PERIOD. */
export interface AddedDate {
  readonly at: number;
  readonly length: Length | null;
}

/**
 * The dates of a series from DTSTART, RRULE, RDATE and EXDATE.
 * `at`, `until` and `excluded` are on the time line of the series: instants if it has a zone, wall times if it is
 * floating or all-day. Exclusions are ascending.
 */
export interface Pattern {
  readonly zone: SeriesZone;
  readonly isAllDay: boolean;
  /** DTSTART; midnight of the date for an all-day series. */
  readonly start: WallTime;
  readonly length: Length;
  readonly rules: readonly RecurrenceRule[];
  readonly added: readonly AddedDate[];
  readonly excluded: readonly number[];
  /** Whole days excluded from a timed series, as midnights on its wall clock. */
  readonly excludedDays: readonly WallTime[];
  /** Instants excluded from a floating series; the viewer's zone decides which wall times they are. */
  readonly excludedInstants: readonly Instant[];
}

/** A VALARM (RFC 5545 §3.6.6): relative to an occurrence, or at an instant. */
export interface SeriesAlarm {
  readonly action: string;
  /** ms from the start (or end) of the occurrence, negative before it; an instant if `anchor` is `absolute`. */
  readonly trigger: number;
  readonly anchor: 'start' | 'end' | 'absolute';
}

/**
 * An invited person or resource. Fields are null if the feed omits them; `status` is PARTSTAT, for example
 * `ACCEPTED`.
 */
export interface Attendee {
  readonly name: string | null;
  /** An e-mail address in lower case, otherwise the calendar address as written. */
  readonly address: string;
  readonly status: string | null;
  readonly role: string | null;
  /** False for a room or another resource (CUTYPE). */
  readonly isPerson: boolean;
}

/** Text and its format. HTML is untrusted. */
export interface Description {
  readonly format: 'text' | 'html';
  readonly content: string;
}

/**
 * Facts that iCalendar has no property for. Sources other than ICS feeds give them, for example a catalogue or a web
 * page; a series from an ICS feed has null in each.
 */
export interface SourceFacts {
  readonly links: DocumentLinks | null;
  /** Id of the community, stable across feeds. */
  readonly community: string | null;
  readonly communityName: string | null;
  /** The text of a page from which the dates were read; null if the source gives a rule. */
  readonly phrase: string | null;
  readonly recorded: 'always' | 'usually' | 'rarely' | null;
}

/**
 * What a meeting says about itself, except its dates. All occurrences of a series share one object, and those of an
 * override share another, so results that depend only on the details can be cached by identity. A series from an ICS
 * feed parses each field on first access.
 */
export interface SeriesDetails extends SourceFacts {
  readonly title: string;
  readonly description: Description;
  readonly location: string;
  /** URL as written; empty if there is none. */
  readonly url: string;
  /**
   * Values of CONFERENCE, X-GOOGLE-CONFERENCE, X-MICROSOFT-SKYPETEAMSMEETINGURL and similar properties, as written,
   * best first.
   */
  readonly conferences: readonly string[];
  readonly organizer: Attendee | null;
  readonly attendees: readonly Attendee[];
  readonly categories: readonly string[];
  /** A CSS colour name (RFC 7986 §5.9), or other text from the feed. */
  readonly color: string | null;
  readonly isTransparent: boolean;
  readonly alarms: readonly SeriesAlarm[];
  /** What its reader assumed, and what it must ask. */
  readonly doubts: readonly Doubt[];
}

/** STATUS (RFC 5545 §3.8.1.11); confirmed if the feed has none. */
export type SeriesStatus = 'confirmed' | 'tentative' | 'cancelled';

/**
 * A component with RECURRENCE-ID. It replaces one occurrence, or with THISANDFUTURE that one and all later ones (RFC
 * 5545 §3.8.4.4).
 */
export interface Override {
  /** The replaced occurrence, on the time line of the series. */
  readonly at: number;
  readonly isThisAndFuture: boolean;
  readonly zone: SeriesZone;
  readonly isAllDay: boolean;
  readonly start: WallTime;
  readonly length: Length;
  readonly status: SeriesStatus;
  readonly details: SeriesDetails;
}

/**
 * A VEVENT with its recurrence and overrides. Immutable. A series from an ICS feed stays in the thread that read it,
 * and parses everything except its span on first access.
 */
export interface Series {
  readonly uid: string;
  readonly sequence: number;
  /** Null if a feed contains only overrides, as an invitation to one occurrence does. */
  readonly pattern: Pattern | null;
  /** Ascending by `at`. */
  readonly overrides: readonly Override[];
  /** No occurrence starts before it or ends after it in any viewer's zone. It may be longer than the series. */
  readonly span: TimeWindow;
  readonly status: SeriesStatus;
  /** Set if the source does not decide on which of its dates the meeting takes place; else null. */
  readonly doubt: WeekDoubt | null;
  readonly details: SeriesDetails;
}

/** One date of a series. */
export interface SeriesOccurrence {
  readonly uid: string;
  /**
   * The value of RECURRENCE-ID: an ISO instant with ms, or a date for an all-day series. A floating series gives the
   * wall time without `Z`, so that it does not change when the viewer travels.
   */
  readonly originalStart: string;
  readonly time: OccurrenceTime;
  /**
   * Home zone (IANA). Null for floating and all-day occurrences, and for a custom zone that resembles no IANA zone.
   */
  readonly zone: ZoneName | null;
  readonly status: SeriesStatus;
  /** Its start differs from the original one. */
  readonly isMoved: boolean;
  readonly series: Series;
  readonly details: SeriesDetails;
}
