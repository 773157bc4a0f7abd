import { z } from 'zod';
import { doubt } from '#calendar';
import { conduct, httpsUrl, source } from './conduct.ts';

/**
 * The schema of a community file, assets/catalogue/*.json; docs/catalogue.md explains it to authors.
 * Objects are strict, so a mistyped name is reported. Fields that may be null are optional.
 */

const date = z.iso.date();
export const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
const weekdays = z.array(weekday).min(1).max(7).readonly();

/** The days of a meeting. Its time is a field of the meeting. */
const when = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('weekly'),
    /** Interval in weeks. */
    weeks: z.int().min(1).max(8),
    on: weekdays,
    /** A date on which the meeting took place; null if none is known, then the week is a question. */
    anchor: date.nullable(),
  }),
  /** In odd or even weeks of ISO 8601. After a year of 53 weeks, two odd weeks follow each other. */
  z.strictObject({ kind: z.literal('isoWeeks'), parity: z.enum(['odd', 'even']), on: weekdays }),
  z.strictObject({
    kind: z.literal('monthly'),
    /** Position in the month, from its end if negative; null if unknown. */
    nth: z.union([z.int().min(1).max(5), z.int().min(-5).max(-1)]).nullable(),
    on: weekday,
  }),
  /** Any other RRULE that does not count from its first date. */
  z.strictObject({
    kind: z.literal('rule'),
    rule: z.string().regex(/^FREQ=/),
    /** A date on which the meeting took place, for rules that count from one. */
    anchor: date.nullable(),
    /** True if each of its dates is only a candidate. */
    isUncertain: z.boolean(),
  }),
]);

const person = z.strictObject({ name: z.string().min(1), detail: z.string() });

/** Identifiers never change: follows, notes and reminders refer to them. */
const communityId = z.string().regex(/^[a-z0-9-]+$/);
const meetingUid = z.string().regex(/^[a-z0-9/-]+$/);

const text = z.string();
const texts = z.array(z.string()).readonly();
const doubts = z.array(doubt).readonly();
const address = httpsUrl.nullable();

const meetingFields = {
  title: z.string().min(1),
  description: text,
  /** Null, with `time` and `zone`, if the dates are unknown: such a meeting is listed without dates. */
  when: when.nullable(),
  /** Wall time in the meeting's zone. */
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  /** IANA name. */
  zone: z.string().min(1).nullable(),
  /** Null if the source does not say; then an hour is assumed. */
  minutes: z.int().min(1).max(1440).nullable(),
  join: address,
  agenda: address,
  notes: address,
  recordings: address,
  recorded: z.enum(['always', 'usually', 'rarely']).nullable(),
  /** A calendar that has its dates. */
  calendar: address,
  chat: address,
  mailingList: address,
  /** Other readings of the words about its dates. The user chooses among all of them. */
  alternatives: z.array(when).readonly(),
  /** Assumptions and questions of the reader of a sigs.yaml. */
  doubts,
  /** Questions that the author of the file notes, for the user. */
  questions: texts,
  /** Noted questions about its dates, answered once these are known. */
  weekQuestions: texts,
  /** Noted assumptions. */
  assumptions: texts,
  /** The words that its rhythm was read from. */
  said: text.nullable(),
  /** Null: the source of its community. */
  source: source.nullable(),
};

/** A meeting, with defaults for all optional fields. */
export const catalogueMeeting = z.strictObject({
  uid: meetingUid,
  ...meetingFields,
  description: meetingFields.description.default(''),
  when: meetingFields.when.default(null),
  time: meetingFields.time.default(null),
  zone: meetingFields.zone.default(null),
  minutes: meetingFields.minutes.default(null),
  join: address.default(null),
  agenda: address.default(null),
  notes: address.default(null),
  recordings: address.default(null),
  recorded: meetingFields.recorded.default(null),
  calendar: address.default(null),
  chat: address.default(null),
  mailingList: address.default(null),
  alternatives: meetingFields.alternatives.default([]),
  doubts: doubts.default([]),
  questions: texts.default([]),
  weekQuestions: texts.default([]),
  assumptions: texts.default([]),
  said: meetingFields.said.default(null),
  source: meetingFields.source.default(null),
});

const communityFields = {
  name: z.string().min(1),
  kind: z.enum(['sig', 'wg', 'committee', 'project', 'group']),
  description: text,
  page: address,
  charter: address,
  chat: address,
  mailingList: address,
  /** Its public calendar, as a page or an iCalendar address. */
  calendar: address,
  leads: z.array(person).readonly(),
  /** Null: the source of the file. */
  source: source.nullable(),
};

/** A community, with defaults for all optional fields. */
export const catalogueCommunity = z.strictObject({
  id: communityId,
  ...communityFields,
  description: text.default(''),
  page: address.default(null),
  charter: address.default(null),
  chat: address.default(null),
  mailingList: address.default(null),
  calendar: address.default(null),
  leads: communityFields.leads.default([]),
  meetings: z.array(catalogueMeeting).readonly().default([]),
  source: communityFields.source.default(null),
});

/**
 * An addition to a meeting. With a title it is a meeting of its own; without one it completes the meeting with
 * that UID and moves it to this community.
 */
const meetingAddition = z.strictObject({
  uid: meetingUid,
  ...z.object(meetingFields).partial().shape,
  /** The weeks of a meeting whose source only says “every second week”. */
  weeks: z.enum(['odd', 'even']).optional(),
});

/** An addition to a community; without a name it only completes the community with that id. */
const communityAddition = z.strictObject({
  id: communityId,
  ...z.object(communityFields).partial().shape,
  meetings: z.array(meetingAddition).readonly().default([]),
});

export const catalogueFile = z.strictObject({
  /** For editors, which check the file as it is written. */
  $schema: z.string().optional(),
  format: z.literal(1),
  id: communityId,
  name: z.string().min(1),
  /** The source of the communities, and its date. */
  source: source.nullable().default(null),
  /** Address of the sigs.yaml that replaces `communities` online. */
  live: address.default(null),
  /** Followed at the first start: UIDs, and `@` with the id of a community for all of its meetings. */
  suggested: z
    .array(z.string().regex(/^@?[a-z0-9/-]+$/))
    .readonly()
    .nullable()
    .default(null),
  /** How to report a concern in any of its communities. */
  conduct: conduct.nullable().default(null),
  communities: z.array(catalogueCommunity).readonly(),
  /** Additions to `communities`; they also hold for a live sigs.yaml. */
  additions: z.array(communityAddition).readonly().default([]),
});

/** The part of a catalogue that is written by hand; a script adds the content of a sigs.yaml. */
export const keptFile = catalogueFile.omit({ communities: true }).extend({
  source: z.strictObject({ name: z.string().min(1), url: httpsUrl }),
});

export type CatalogueFile = z.infer<typeof catalogueFile>;
export type CatalogueSource = z.infer<typeof source>;
export type CatalogueCommunity = z.infer<typeof catalogueCommunity>;
export type CatalogueMeeting = z.infer<typeof catalogueMeeting>;
export type CatalogueWhen = z.infer<typeof when>;
export type CommunityAddition = z.infer<typeof communityAddition>;
export type MeetingAddition = z.infer<typeof meetingAddition>;
export type KeptFile = z.infer<typeof keptFile>;
