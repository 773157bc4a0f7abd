import { z } from 'zod';
import { conduct, httpsUrl, source } from './conduct.ts';

/**
 * The schema of a community file, assets/catalogue/*.json; docs/catalogue.md explains it to people who write one.
 * Every object is strict: a mistyped name is reported instead of being passed over.
 */

const date = z.iso.date();
const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
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
]);

const person = z.strictObject({ name: z.string().min(1), detail: z.string() });

const meeting = z.strictObject({
  /** Never changes, for notes and reminders hang on it. */
  uid: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  description: z.string(),
  when,
  /** Wall time in the meeting's home zone. */
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  /** IANA name. */
  zone: z.string().min(1),
  /** Null where the source does not say; an hour is assumed then, and told. */
  minutes: z.int().min(1).max(1440).nullable(),
  join: httpsUrl.nullable(),
  agenda: httpsUrl.nullable(),
  notes: httpsUrl.nullable(),
  recordings: httpsUrl.nullable(),
  recorded: z.enum(['always', 'usually', 'rarely']).nullable(),
  chat: httpsUrl.nullable(),
  mailingList: httpsUrl.nullable(),
  /** What the source leaves open, for a person to decide. */
  questions: z.array(z.string()).readonly(),
  /** What was assumed beside that, in words. */
  assumptions: z.array(z.string()).readonly(),
  source,
});

const communityEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  kind: z.enum(['sig', 'wg', 'committee', 'project', 'group']),
  description: z.string(),
  page: httpsUrl.nullable(),
  chat: httpsUrl.nullable(),
  mailingList: httpsUrl.nullable(),
  /** Its public calendar, as a page or an iCalendar address. */
  calendar: httpsUrl.nullable(),
  leads: z.array(person).readonly(),
  meetings: z.array(meeting).readonly(),
  source,
});

export const catalogueFile = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** How to report a concern in any of its communities. */
  conduct: conduct.nullable(),
  communities: z.array(communityEntry).readonly(),
});

export type CatalogueFile = z.infer<typeof catalogueFile>;
export type CatalogueCommunity = z.infer<typeof communityEntry>;
export type CatalogueMeeting = z.infer<typeof meeting>;
export type CatalogueWhen = z.infer<typeof when>;
