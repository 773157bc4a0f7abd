import { z } from 'zod';
import { MINUTE } from '#base';
import type { MeetingDraft } from '../meetingDraft.ts';
import { eventDraft, untilOf, type Repeat } from './eventDraft.ts';
import { plainGroup, slugOf, text, type DataContent } from './fields.ts';

/**
 * A calendar of the Rust project, in TOML: events in UTC or in a zone, and the names of files that it includes.
 * Format: https://github.com/rust-lang/calendar-generation.
 */

const weekdays = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};

const byDay = z.object({ day: z.string(), num: z.number().int().min(-5).max(5).optional() });
const rule = z.object({
  frequency: z.string(),
  interval: z.number().default(1),
  count: z.number().nullish(),
  until: text,
  by_day: z.array(byDay).default([]),
  by_hour: z.array(z.number().int().min(0).max(23)).default([]),
});
const moment = z.union([
  z.string().transform((date) => ({ date, timezone: 'UTC' })),
  z.object({ date: z.string(), timezone: z.string() }),
]);
const event = z.object({
  title: z.string(),
  description: text,
  location: text,
  start: moment,
  end: moment.optional().catch(undefined),
  status: text,
  recurrence_rules: z.array(z.unknown()).default([]),
  exceptions: z.unknown().optional(),
});
type Event = z.infer<typeof event>;

const meta = z.object({ includes: z.array(z.string()).catch([]).default([]) });

export const tomlCalendar = z
  .object({
    name: z.string(),
    events: z.array(z.unknown()).default([]),
    meta: meta.default({ includes: [] }),
  })
  .refine(({ events, meta: { includes } }) => events.length + includes.length > 0);

/** `2026-03-05T17:00`. */
const LENGTH_OF_MINUTE = 16;

/** Rules of one event. */
const MOST_RULES = 20;

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

const FREQUENCIES: Readonly<Record<string, Repeat['frequency']>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  yearly: 'YEARLY',
};

/** No rule: it asks how often the meeting takes place. */
const UNREADABLE: Repeat = { frequency: 'DAILY', interval: 0, days: [], until: null, count: null };

const isWeekday = (day: string): day is keyof typeof weekdays => Object.hasOwn(weekdays, day);

const dayOf = ({ day, num }: z.infer<typeof byDay>): string[] => {
  const name = day.toLowerCase();
  return isWeekday(name) ? [`${num === undefined ? '' : String(num)}${weekdays[name]}`] : [];
};

/** A rule, and the hour that it names instead of that of the first date. */
interface TimedRule {
  readonly repeat: Repeat | null;
  readonly hour: number | null;
}

function ruleOf(written: unknown): TimedRule {
  const read = rule.safeParse(written);
  const frequency = FREQUENCIES[read.data?.frequency ?? ''];
  if (!read.success || frequency === undefined || read.data.by_hour.length > 1)
    return { repeat: UNREADABLE, hour: null };
  const { interval, count, until, by_day, by_hour } = read.data;
  return {
    repeat: {
      frequency,
      interval,
      days: by_day.flatMap(dayOf),
      until: untilOf(until),
      count: count ?? null,
    },
    hour: by_hour[0] ?? null,
  };
}

/** One meeting for each rule; a single date without any. */
const rulesOf = ({ recurrence_rules: rules }: Event): TimedRule[] =>
  rules.length === 0 ? [{ repeat: null, hour: null }] : rules.slice(0, MOST_RULES).map(ruleOf);

/** The dates of `exceptions`: a list of moments, or one object with a list and a zone. */
function skipsOf(written: unknown): string[] {
  const listed = z
    .union([
      z.array(moment),
      z.object({ dates: z.array(z.string()) }).transform(({ dates }) => dates.map((date) => ({ date }))),
    ])
    .safeParse(written);
  return (listed.data ?? []).flatMap(({ date }) => MOMENT.exec(date)?.[1] ?? []);
}

function lengthOf({ end, start }: Event): number | null {
  if (end === undefined || end.timezone !== start.timezone) return null;
  const [from, to] = [start.date, end.date].map((date) => Date.parse(`${date.slice(0, LENGTH_OF_MINUTE)}Z`));
  const minutes = ((to ?? Number.NaN) - (from ?? Number.NaN)) / MINUTE;
  return minutes > 0 ? minutes : null;
}

function draftsOf(read: Event, group: string): MeetingDraft[] {
  const [, date, time] = MOMENT.exec(read.start.date) ?? [];
  if (date === undefined || time === undefined || read.status === 'cancelled') return [];
  return rulesOf(read).flatMap(
    ({ repeat, hour }) =>
      eventDraft({
        title: read.title,
        group,
        date,
        time: hour === null ? time : `${String(hour).padStart(2, '0')}${time.slice(2)}`,
        zone: read.start.timezone,
        repeat,
        minutes: lengthOf(read),
        skips: skipsOf(read.exceptions),
        place: read.location,
        description: read.description,
      }) ?? [],
  );
}

/** `wg-async.toml` as `wg-async`; files that hold only zones have no meetings. */
const includedName = (file: string): string[] =>
  /(?:^|\/)_[^/]*$/.test(file) ? [] : [file.replace(/^.*\//, '').replace(/\.toml$/, '')];

export function readTomlEvents({
  name,
  events,
  meta: { includes },
}: z.infer<typeof tomlCalendar>): DataContent {
  const id = slugOf(name);
  const drafts = events.flatMap((one) => {
    const read = event.safeParse(one);
    return read.success ? draftsOf(read.data, id) : [];
  });
  return {
    name,
    groups: [plainGroup(id, name)],
    drafts,
    calendars: includes.flatMap((address) => includedName(address).map((one) => ({ name: one, address }))),
  };
}
