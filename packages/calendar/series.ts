import type { MeetingLinks } from './meetingLinks.ts';
import type { OccurrenceTime } from './occurrenceTime.ts';
import type { WeekDoubt } from './reading.ts';
import type { RecurrenceRule } from './recurrence/rule.ts';
import type { WallTime } from './wallTime.ts';
import type { Instant, TimeWindow, ZoneName } from '#base';

/** A moment when an offset from UTC begins to hold, and that offset; both in ms. */
export interface ZoneChange {
  readonly at: Instant;
  readonly offset: number;
}

/**
 * Where the clock of a series hangs.
 * `floating` is wherever the viewer is. `custom` is a VTIMEZONE that no IANA zone stands for:
 * `name` is an IANA zone that behaves alike, for people only; `changes` are ascending and decide.
 */
export type SeriesZone =
  | { readonly kind: 'iana'; readonly name: ZoneName }
  | { readonly kind: 'floating' }
  | { readonly kind: 'custom'; readonly name: ZoneName | null; readonly changes: readonly ZoneChange[] };

/** How long an occurrence takes: whole days on the wall clock, then exact ms (RFC 5545 §3.8.5.3, §3.3.6). Not negative. */
export interface Length {
  readonly days: number;
  readonly ms: number;
}

/** A date that RDATE adds; `length` is its own when it came as a PERIOD. */
export interface AddedDate {
  readonly at: number;
  readonly length: Length | null;
}

/**
 * The dates of a series, as DTSTART, RRULE, RDATE and EXDATE give them.
 * Numbers called `at`, `until` and `excluded` lie on the time line of the series: instants where it has a zone,
 * wall times where it floats or is all-day.
 * All that is excluded is ascending.
 */
export interface Pattern {
  readonly zone: SeriesZone;
  readonly isAllDay: boolean;
  /** DTSTART; for all-day ones the midnight of the date. */
  readonly start: WallTime;
  readonly length: Length;
  readonly rules: readonly RecurrenceRule[];
  readonly added: readonly AddedDate[];
  readonly excluded: readonly number[];
  /** Whole days that are excluded from a timed series, as midnights on its wall clock. */
  readonly excludedDays: readonly WallTime[];
  /** What a floating series excludes by instants; which wall times they are depends on the viewer. */
  readonly excludedInstants: readonly Instant[];
}

/** A VALARM (RFC 5545 §3.6.6) that leads or follows an occurrence, or stands at an instant. */
export interface SeriesAlarm {
  readonly action: string;
  /** ms from the start (or end) of the occurrence, negative for before; an instant when `anchor` is `absolute`. */
  readonly trigger: number;
  readonly anchor: 'start' | 'end' | 'absolute';
}

/** Somebody who was invited. Fields are null where the feed is silent; `status` is PARTSTAT, for example `ACCEPTED`. */
export interface Attendee {
  readonly name: string | null;
  /** An e-mail address in lower case where there is one, otherwise the calendar address as written. */
  readonly address: string;
  readonly status: string | null;
  readonly role: string | null;
}

/** Text with the way it is written. HTML is untrusted. */
export interface Description {
  readonly format: 'text' | 'html';
  readonly content: string;
}

/**
 * What a meeting says about itself beside its dates. All occurrences of a series share one such object,
 * those of an override have another; so results that depend on nothing else can be kept by its identity.
 * In series that were read from an ICS feed a field is read from the text when it is first asked for.
 */
export interface SeriesDetails {
  readonly title: string;
  readonly description: Description;
  readonly location: string;
  /** URL as written; empty when there is none. */
  readonly url: string;
  /** CONFERENCE, X-GOOGLE-CONFERENCE, X-MICROSOFT-SKYPETEAMSMEETINGURL and the like, as written, best first. */
  readonly conferences: readonly string[];
  readonly organizer: Attendee | null;
  readonly attendees: readonly Attendee[];
  readonly categories: readonly string[];
  /** A CSS colour name (RFC 7986 §5.9) or what the feed wrote instead; null when silent. */
  readonly color: string | null;
  readonly isTransparent: boolean;
  readonly alarms: readonly SeriesAlarm[];
  /** Facts that only the catalogue knows; null or empty for ICS feeds. */
  readonly links: MeetingLinks | null;
  readonly community: string | null;
  readonly communityName: string | null;
  /** The words of a page from which its dates were read; null where a rule gives them. */
  readonly phrase: string | null;
  readonly recorded: 'always' | 'usually' | 'rarely' | null;
  /** What a reader had to assume, in words for people. */
  readonly assumptions: readonly string[];
}

/** STATUS (RFC 5545 §3.8.1.11) of an occurrence; confirmed where the feed is silent. */
export type SeriesStatus = 'confirmed' | 'tentative' | 'cancelled';

/** A component with RECURRENCE-ID: it replaces one occurrence, or with THISANDFUTURE all from there on (RFC 5545 §3.8.4.4). */
export interface Override {
  /** The replaced occurrence on the time line of the series. */
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
 * A VEVENT with its recurrence and overrides. Never changed once made; one of a feed stays in the thread that read it.
 * What is not needed to tell its span, a series of an ICS feed may read from the text when it is first asked for.
 */
export interface Series {
  readonly uid: string;
  readonly sequence: number;
  /** Null when a feed holds overrides only, as invitations to a single occurrence do. */
  readonly pattern: Pattern | null;
  /** Ascending by `at`. */
  readonly overrides: readonly Override[];
  /** No occurrence starts before it or ends after it, wherever it is viewed; it may be longer than the series. */
  readonly span: TimeWindow;
  readonly status: SeriesStatus;
  /** Where its source does not say on which of its dates it takes place; null where it does. */
  readonly doubt: WeekDoubt | null;
  readonly details: SeriesDetails;
}

/** One date of a series. */
export interface SeriesOccurrence {
  readonly uid: string;
  /**
   * What RECURRENCE-ID would hold: an ISO instant with ms, or a date for all-day series.
   * A floating series gives the wall time without `Z`, so that it stays the same when the viewer travels.
   */
  readonly originalStart: string;
  readonly time: OccurrenceTime;
  /** Home zone (IANA); null for floating and all-day ones, and for a custom zone that resembles none. */
  readonly zone: ZoneName | null;
  readonly status: SeriesStatus;
  /** Its start differs from the original one. */
  readonly isMoved: boolean;
  readonly series: Series;
  readonly details: SeriesDetails;
}
