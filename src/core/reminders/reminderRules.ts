import { overrideKey, feedOverrideKey, seriesOfKey } from '../keys.ts';
import { z } from 'zod';
import type { Occurrence } from '../agenda/occurrence.ts';

/**
 * How a reminder comes: a system notification, the alert window, or that window with a countdown that joins the
 * meeting.
 */
export const reminderKind = z.enum(['notice', 'alert', 'autoJoin']);
export type ReminderKind = z.infer<typeof reminderKind>;

/** Longest lead: a week. */
export const LONGEST_LEAD_MINUTES = 7 * 24 * 60;
const MOST_LEADS = 10;

/** A repeated reminder does not join automatically: the user has seen it and did not join. */
export const repeated = (kind: ReminderKind): ReminderKind => (kind === 'autoJoin' ? 'alert' : kind);

/** `quiet`: no sound, unobtrusive. `urgent`: also during “do not disturb”, as far as the system allows. */
export const loudness = z.enum(['quiet', 'normal', 'urgent']);
export type Loudness = z.infer<typeof loudness>;

/** One moment before a meeting, in minutes before its start. */
export const reminderLead = z.object({
  minutes: z.number().int().min(0).max(LONGEST_LEAD_MINUTES),
  kind: reminderKind,
  /** Normal if omitted. */
  loudness: loudness.optional(),
});
export type ReminderLead = z.infer<typeof reminderLead>;

const leads = z.array(reminderLead).max(MOST_LEADS).readonly();

/** Wall time of a day, `HH:MM`. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const defaultLeads: readonly ReminderLead[] = [
  { minutes: 10, kind: 'notice' },
  { minutes: 1, kind: 'notice' },
  { minutes: 0, kind: 'notice' },
];

/** When and how to remind. A value out of range falls back to its default without affecting others. */
export const reminderRules = z.object({
  /** The first is the one that short forms of the settings show; the order has no other meaning. */
  leads: leads.default(defaultLeads).catch(defaultLeads),
  /**
   * Leads of one feed, series or occurrence that replace the usual ones, by {@link overrideKey}; an empty list means
   * silence.
   */
  overrides: z.record(z.string(), leads).default({}).catch({}),
  /** Minutes before the end at which the end is announced; null for never. */
  endWarningMinutes: z.number().int().min(1).max(60).nullable().default(null).catch(null),
  /** Only meetings with a known room. */
  onlyWithLink: z.boolean().default(false).catch(false),
  /** Announce all-day events in the morning. */
  allDay: z.boolean().default(false).catch(false),
  /** Announce tentative meetings too. */
  tentative: z.boolean().default(true).catch(true),
  /** Announce uncertain dates too. */
  maybe: z.boolean().default(true).catch(true),
  /** Announce declined meetings too. */
  declined: z.boolean().default(false).catch(false),
  /** Repeat once a minute from the start until joined, dismissed or over. */
  nag: z.boolean().default(false).catch(false),
  /** Daily, in the viewer's zone; over midnight if `to` is not after `from`. */
  quietHours: z.object({ from: wallTime, to: wallTime }).nullable().default(null).catch(null),
  /** Days of the week, 1 is Monday, 7 is Sunday. */
  quietDays: z.array(z.number().int().min(1).max(7)).max(7).readonly().default([]).catch([]),
  /** No reminders before this instant (ms). */
  pausedUntil: z.number().nullable().default(null).catch(null),
});
export type ReminderRules = z.infer<typeof reminderRules>;

/** All defaults. */
export const defaultReminderRules: ReminderRules = reminderRules.parse({});

/** No reminders. */
export const silentRules: ReminderRules = { ...defaultReminderRules, leads: [] };

/** The rules with another first lead, as the short forms of the settings offer it. */
export function withFirstLead(rules: ReminderRules, minutes: number): ReminderRules {
  const [first, ...others] = rules.leads;
  const kept = others.filter((lead) => lead.minutes !== minutes);
  return { ...rules, leads: [{ minutes, kind: first?.kind ?? 'notice' }, ...kept] };
}

/** Scope of an override. */
export const reminderScope = z.enum(['feed', 'series', 'occurrence']);
export type ReminderScope = z.infer<typeof reminderScope>;

type Scoped = Pick<Occurrence, 'key' | 'feedId' | 'uid'> & {
  readonly sources?: readonly { readonly key: string; readonly feedId: string }[];
};

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;

/** The override keys of a meeting in each of its feeds, narrowest scope first. */
function scopeKeys(occurrence: Scoped): string[] {
  const others = (occurrence.sources ?? []).filter(({ key }) => key !== occurrence.key);
  return [
    overrideKey('occurrence', occurrence),
    ...others.map(({ key }) => overrideKey('occurrence', { key, ...seriesOfKey({ key }) })),
    overrideKey('series', occurrence),
    ...others.map(({ key }) => overrideKey('series', { key, ...seriesOfKey({ key }) })),
    overrideKey('feed', occurrence),
    ...others.map(({ feedId }) => feedOverrideKey(feedId)),
  ];
}

/**
 * The leads of an occurrence: its own, else those of its series, of its feed, or the usual ones. If several feeds have
 * the meeting, an override in any of them counts.
 */
export function leadsOf(
  { leads: usual, overrides }: ReminderRules,
  occurrence: Scoped,
): readonly ReminderLead[] {
  // Most users have no overrides, and a plan calls this for thousands of occurrences.
  if (isEmpty(overrides)) return usual;
  const chosen = scopeKeys(occurrence).find((name) => overrides[name] !== undefined);
  return (chosen === undefined ? undefined : overrides[chosen]) ?? usual;
}

/** Silenced by an override of the occurrence, its series or its feed. */
export const isSilenced = (rules: ReminderRules, occurrence: Scoped): boolean =>
  leadsOf(rules, occurrence).length === 0 && rules.leads.length > 0;

/** Sets or removes an override. @param chosen null for the usual leads, empty for silence */
export function withOverride(
  rules: ReminderRules,
  name: string,
  chosen: readonly ReminderLead[] | null,
): ReminderRules {
  const { [name]: _before, ...others } = rules.overrides;
  return { ...rules, overrides: chosen === null ? others : { ...others, [name]: chosen } };
}
