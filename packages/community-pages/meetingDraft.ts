import type { CalendarDate, ZoneName } from '#base';
import type { Doubt } from '#calendar';
import type { DayCode } from './schedule/weekdays.ts';

/**
 * One meeting as a community's file or page describes it, before dates are made of it.
 * Null where the source is silent: nothing here is guessed without a doubt that says so.
 */
export interface MeetingDraft {
  readonly title: string;
  /** The group's directory in a sigs.yaml (`sig-docs`); the page's own name for a page; null when unknown. */
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
  /** The zones as they are written, the one that counts first. */
  readonly zones: readonly string[];
  /** RRULE value; null where it is unknown or several are possible. */
  readonly rrule: string | null;
  /** Rules that the words may also mean, for a person to choose from. */
  readonly candidates: readonly string[];
  /** First date, or any date on which it met. */
  readonly anchor: CalendarDate | null;
  /** Dates on which its source says that it is left out. */
  readonly skips: readonly CalendarDate[];
  readonly durationMinutes: number | null;
  /** The user must decide something: see `doubts`. */
  readonly ask: boolean;
  /** What was assumed, and what is asked. */
  readonly doubts: readonly Doubt[];
  /** Meetings of a source with the same name take turns; null where it says nothing of that. */
  readonly turn: string | null;
  /** The source says that it does not take place (any more, or yet). */
  readonly inactive: boolean;
  readonly join: string | null;
  readonly notes: string | null;
  readonly recordings: string | null;
  readonly calendar: string | null;
  readonly chat: string | null;
  readonly mailingList: string | null;
  /** The words that it was read from. */
  readonly text: string;
}

/** Somebody who leads a group; null where the source is silent. */
export interface Lead {
  readonly name: string;
  /** `chair`, `tech lead`, `leader` … as the source calls it. */
  readonly role: string;
  readonly company: string | null;
  readonly email: string | null;
  /** Handle without `@`. */
  readonly github: string | null;
}

/** Where to reach a group. Addresses as the source gives them, chat of a sigs.yaml as a web address. */
export interface Contacts {
  readonly chat: string | null;
  readonly mailingList: string | null;
}

/** Who runs meetings. */
export interface CommunityGroup extends Contacts {
  /** Stable within its source, for example `sig-docs`. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'sig' | 'wg' | 'committee' | 'usergroup' | 'group';
  readonly description: string | null;
  readonly charter: string | null;
  readonly leads: readonly Lead[];
}
