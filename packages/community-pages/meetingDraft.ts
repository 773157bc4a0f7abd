import type { CalendarDate, ZoneName } from '#base';
import type { Doubt } from '#calendar';
import type { DayCode } from './schedule/weekdays.ts';

/** The `rrule` of a meeting with a single date, its anchor. */
export const ONCE = 'FREQ=DAILY;COUNT=1';

/**
 * One meeting as a community's file or page describes it, before dates are made from it.
 * A field is null if the source does not state it. A guess has a doubt that reports it.
 */
export interface MeetingDraft {
  readonly title: string;
  /** Directory of the group in a sigs.yaml (`sig-docs`), or name of the page; null if unknown. */
  readonly community: string | null;
  readonly subproject: string | null;
  /** Other subprojects that list the same meeting. */
  readonly alsoOf: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly DayCode[] | null;
  /** `HH:MM` on the clock of `zone`. */
  readonly time: string | null;
  /** IANA name, or an offset such as `+08:00`. */
  readonly zone: ZoneName | null;
  /** The zones as written; the first one counts. */
  readonly zones: readonly string[];
  /** RRULE value; null if it is unknown or if several are possible. */
  readonly rrule: string | null;
  /** Other rules that the words may mean; the user chooses. */
  readonly candidates: readonly string[];
  /** First date, or any date on which it took place. */
  readonly anchor: CalendarDate | null;
  /** Dates that the source leaves out. */
  readonly skips: readonly CalendarDate[];
  readonly durationMinutes: number | null;
  /** True if a doubt needs an answer. */
  readonly hasQuestions: boolean;
  /** Assumptions and questions. */
  readonly doubts: readonly Doubt[];
  /** Name of a group of meetings of the source that take turns; null if it takes turns with none. */
  readonly turn: string | null;
  /** The source says that it does not take place any more, or not yet. */
  readonly isInactive: boolean;
  readonly join: string | null;
  readonly notes: string | null;
  readonly recordings: string | null;
  readonly calendar: string | null;
  readonly chat: string | null;
  readonly mailingList: string | null;
  /** The words that it was read from. */
  readonly text: string;
}

/** A person who leads a group. Fields are null if the source does not state them. */
export interface Lead {
  readonly name: string;
  /** `chair`, `tech lead`, `leader` … as the source calls it. */
  readonly role: string;
  readonly company: string | null;
  readonly email: string | null;
  /** Handle without `@`. */
  readonly github: string | null;
}

/** How to reach a group. Addresses as written; the chat of a sigs.yaml as a web address. */
export interface Contacts {
  readonly chat: string | null;
  readonly mailingList: string | null;
}

/** A group that runs meetings. */
export interface CommunityGroup extends Contacts {
  /** Stable within its source, for example `sig-docs`. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'sig' | 'wg' | 'committee' | 'usergroup' | 'group';
  readonly description: string | null;
  readonly charter: string | null;
  readonly leads: readonly Lead[];
}
