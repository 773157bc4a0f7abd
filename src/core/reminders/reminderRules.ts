import { overrideKey, feedOverrideKey, seriesOfKey } from '../keys.ts';
import { z } from 'zod';
import type { Occurrence } from '../agenda/occurrence.ts';

/**
 * How a reminder comes: a notification of the system, our own large window, or that window with a countdown after
 * which the meeting is joined.
 */
export const reminderKind = z.enum(['notice', 'alert', 'autoJoin']);
export type ReminderKind = z.infer<typeof reminderKind>;

/** Longest lead: a week. */
export const LONGEST_LEAD_MINUTES = 7 * 24 * 60;
const MOST_LEADS = 10;

/** What comes again does not join by itself: the user has seen it once and did not want to. */
export const repeated = (kind: ReminderKind): ReminderKind => (kind === 'autoJoin' ? 'alert' : kind);

/**
 * How much a reminder asks for: `quiet` has no sound and is unobtrusive, `urgent` comes also during “do not disturb”, as
 * far as the system lets a program do that.
 */
export const loudness = z.enum(['quiet', 'normal', 'urgent']);
export type Loudness = z.infer<typeof loudness>;

/** One moment before a meeting, in minutes before its start. */
export const reminderLead = z.object({
  minutes: z.number().int().min(0).max(LONGEST_LEAD_MINUTES),
  kind: reminderKind,
  /** Normal where nothing is said. */
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

/** When and how to be reminded. What is out of range falls back to its default and costs nothing else. */
export const reminderRules = z.object({
  /** The first is the one that short forms of the settings show; order has no other meaning. */
  leads: leads.default(defaultLeads).catch(defaultLeads),
  /** Leads of one feed, series or meeting instead of the usual ones, by {@link overrideKey}; no leads means silence. */
  overrides: z.record(z.string(), leads).default({}).catch({}),
  /** So many minutes before the end a meeting is announced to be over soon; null for never. */
  endWarningMinutes: z.number().int().min(1).max(60).nullable().default(null).catch(null),
  /** Only meetings with a known room. */
  onlyWithLink: z.boolean().default(false).catch(false),
  /** Days without a clock time are announced in the morning. */
  allDay: z.boolean().default(false).catch(false),
  /** Also meetings that are not certain to take place. */
  tentative: z.boolean().default(true).catch(true),
  /** Also dates on which a meeting may take place, as long as nobody has said in which weeks it is. */
  maybe: z.boolean().default(true).catch(true),
  /** Also meetings that the user said no to. */
  declined: z.boolean().default(false).catch(false),
  /** From the start on once a minute, until joined, put away or over. */
  nag: z.boolean().default(false).catch(false),
  /** Of each day, in the viewer's zone; over midnight where `to` is not after `from`. */
  quietHours: z.object({ from: wallTime, to: wallTime }).nullable().default(null).catch(null),
  /** Days of the week, 1 is Monday, 7 is Sunday. */
  quietDays: z.array(z.number().int().min(1).max(7)).max(7).readonly().default([]).catch([]),
  /** Nothing comes before this instant (ms). */
  pausedUntil: z.number().nullable().default(null).catch(null),
});
export type ReminderRules = z.infer<typeof reminderRules>;

/** All defaults. */
export const defaultReminderRules: ReminderRules = reminderRules.parse({});

/** Nothing is announced. */
export const silentRules: ReminderRules = { ...defaultReminderRules, leads: [] };

/** The rules with another first lead, as the short forms of the settings offer it. */
export function withFirstLead(rules: ReminderRules, minutes: number): ReminderRules {
  const [first, ...others] = rules.leads;
  const kept = others.filter((lead) => lead.minutes !== minutes);
  return { ...rules, leads: [{ minutes, kind: first?.kind ?? 'notice' }, ...kept] };
}

/** What an override is for. */
export const reminderScope = z.enum(['feed', 'series', 'occurrence']);
export type ReminderScope = z.infer<typeof reminderScope>;

type Scoped = Pick<Occurrence, 'key' | 'feedId' | 'uid'> & {
  readonly sources?: readonly { readonly key: string; readonly feedId: string }[];
};

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;

/** The names for a meeting in each of its feeds, narrowest scope first. */
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
 * The leads that hold for an occurrence: its own, else those of its series, of its feed, or the usual ones. Of a
 * meeting that several feeds hold, what was chosen for any of them counts.
 */
export function leadsOf(
  { leads: usual, overrides }: ReminderRules,
  occurrence: Scoped,
): readonly ReminderLead[] {
  // Most people have none, and a plan asks for each of thousands of occurrences.
  if (isEmpty(overrides)) return usual;
  const chosen = scopeKeys(occurrence).find((name) => overrides[name] !== undefined);
  return (chosen === undefined ? undefined : overrides[chosen]) ?? usual;
}

/** Chosen to have no reminders: by itself, or with its series or feed. */
export const isSilenced = (rules: ReminderRules, occurrence: Scoped): boolean =>
  leadsOf(rules, occurrence).length === 0 && rules.leads.length > 0;

/** The rules with another choice under one name. @param chosen null for the usual leads, none for silence */
export function withOverride(
  rules: ReminderRules,
  name: string,
  chosen: readonly ReminderLead[] | null,
): ReminderRules {
  const { [name]: _before, ...others } = rules.overrides;
  return { ...rules, overrides: chosen === null ? others : { ...others, [name]: chosen } };
}
