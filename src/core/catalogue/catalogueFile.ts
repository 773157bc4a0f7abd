import { z } from 'zod';
import { doubt } from '#calendar';
import { conduct, httpsUrl, source } from './conduct.ts';

/**
 * The schema of a community file, assets/catalogue/*.json; docs/develop/catalogue.md explains it to people who write one.
 * Every object is strict: a mistyped name is reported instead of being passed over. What may be null may be left out.
 */

const date = z.iso.date();
export const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
const weekdays = z.array(weekday).min(1).max(7).readonly();

/** On which days a meeting takes place. Times stand beside it, for they are the same for all kinds. */
const when = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('weekly'),
    /** Every so many weeks. */
    weeks: z.int().min(1).max(8),
    on: weekdays,
    /** A date on which the meeting took place; null where none is known, so that the week has to be asked for. */
    anchor: date.nullable(),
  }),
  /** In odd or even weeks of ISO 8601. After a year of 53 weeks two odd ones follow each other. */
  z.strictObject({ kind: z.literal('isoWeeks'), parity: z.enum(['odd', 'even']), on: weekdays }),
  z.strictObject({
    kind: z.literal('monthly'),
    /** Which one in the month, from its end when negative; null where that is not known. */
    nth: z.union([z.int().min(1).max(5), z.int().min(-5).max(-1)]).nullable(),
    on: weekday,
  }),
  /** Any other rule that does not count from its first date, as iCalendar writes it (RRULE). */
  z.strictObject({
    kind: z.literal('rule'),
    rule: z.string().regex(/^FREQ=/),
    /** A date on which the meeting took place, for rules that count from one. */
    anchor: date.nullable(),
    /** Each of its dates is only a candidate. */
    isUncertain: z.boolean(),
  }),
]);

const person = z.strictObject({ name: z.string().min(1), detail: z.string() });

/** Identifiers never change, for what the user follows, notes and reminders hang on them. */
const communityId = z.string().regex(/^[a-z0-9-]+$/);
const meetingUid = z.string().regex(/^[a-z0-9/-]+$/);

const text = z.string();
const texts = z.array(z.string()).readonly();
const doubts = z.array(doubt).readonly();
const address = httpsUrl.nullable();

const meetingFields = {
  title: z.string().min(1),
  description: text,
  /** Null, with `time` and `zone`, where nobody wrote down when it is: such a meeting is told of and has no dates. */
  when: when.nullable(),
  /** Wall time in the meeting's home zone. */
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  /** IANA name. */
  zone: z.string().min(1).nullable(),
  /** Null where the source does not say; an hour is assumed then, and told. */
  minutes: z.int().min(1).max(1440).nullable(),
  join: address,
  agenda: address,
  notes: address,
  recordings: address,
  recorded: z.enum(['always', 'usually', 'rarely']).nullable(),
  /** A calendar that holds its dates. */
  calendar: address,
  chat: address,
  mailingList: address,
  /** Other ways to read the words about its dates. All of them are offered where the user is asked. */
  alternatives: z.array(when).readonly(),
  /** What the reader of a sigs.yaml assumed, and what it asks. */
  doubts,
  /** What the author of the file notes: questions that the user must decide. */
  questions: texts,
  /** Questions about its dates, which are answered once these are known. */
  weekQuestions: texts,
  /** What the author assumed. */
  assumptions: texts,
  /** The words that its rhythm was read from. */
  said: text.nullable(),
  /** Null: that of its community. */
  source: source.nullable(),
};

/** A meeting, with all that may be left out filled in. */
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
  /** Null: that of the file. */
  source: source.nullable(),
};

/** A community, likewise. */
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
 * What is known of a meeting beside what its source says. With a title it stands for itself; without one it only
 * completes a meeting of that UID, wherever that is, and takes it into the community it is written under.
 */
const meetingAddition = z.strictObject({
  uid: meetingUid,
  ...z.object(meetingFields).partial().shape,
  /** Which weeks a meeting takes whose source says only that it is in every second one. */
  weeks: z.enum(['odd', 'even']).optional(),
});

/** The same for a community: without a name it only completes the one of that id. */
const communityAddition = z.strictObject({
  id: communityId,
  ...z.object(communityFields).partial().shape,
  meetings: z.array(meetingAddition).readonly().default([]),
});

export const catalogueFile = z.strictObject({
  format: z.literal(1),
  id: communityId,
  name: z.string().min(1),
  /** Where its communities come from, and of which day they are. */
  source: source.nullable().default(null),
  /** Address of the sigs.yaml that takes the place of `communities` where there is a network; null where none does. */
  live: address.default(null),
  /** What is followed at the first start: UIDs, and `@` with the id of a community for all of its meetings. */
  suggested: z
    .array(z.string().regex(/^@?[a-z0-9/-]+$/))
    .readonly()
    .nullable()
    .default(null),
  /** How to report a concern in any of its communities. */
  conduct: conduct.nullable(),
  communities: z.array(catalogueCommunity).readonly(),
  /** What `communities` lacks; it stays when a live feed takes their place. */
  additions: z.array(communityAddition).readonly().default([]),
});

/** The part of a catalogue that is kept by hand; a script adds what comes from a sigs.yaml. */
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
