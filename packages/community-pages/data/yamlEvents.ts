import { z } from 'zod';
import type { MeetingDraft } from '../meetingDraft.ts';
import { eventDraft, untilOf, type Repeat } from './eventDraft.ts';
import { plainGroup, slugOf, text, type DataContent } from './fields.ts';

/**
 * A calendar written for yaml2ics, as those of scientific-python.org: events with a first date and a repetition.
 * Format: https://github.com/scientific-python/yaml2ics.
 */

const interval = z.object({
  days: z.number().optional(),
  weeks: z.number().optional(),
  months: z.number().optional(),
  years: z.number().optional(),
});
const event = z.object({
  summary: z.string(),
  begin: z.string(),
  end: text,
  duration: z.object({ hours: z.number().optional(), minutes: z.number().optional() }).optional(),
  url: text,
  location: text,
  description: text,
  timezone: text,
  /** Lines of iCalendar, such as `RRULE:FREQ=…`. */
  ics: text,
  repeat: z.object({ interval, until: text }).partial().optional(),
});
type Event = z.infer<typeof event>;

export const yamlCalendar = z.object({
  name: text,
  timezone: text,
  events: z.array(z.unknown()).min(1),
});

/** A time as written: `2026-01-14 18:00:00 +00:00`; the offset may be missing. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::\d{2})?(?:\s*(Z|[+-]\d{2}:?\d{2}))?/;

const DAYS_OF_WEEK = 7;

function zoneOf(offset: string | undefined, named: string | null): string | null {
  if (offset === undefined) return named;
  if (/^(?:Z|[+-]00:?00)$/.test(offset)) return 'UTC';
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const isFrequency = (name: string | undefined): name is Repeat['frequency'] =>
  FREQUENCIES.some((one) => one === name);

/** The parts of an RRULE that is written in the file; null if its frequency is of another kind. */
function writtenRule(rule: string): Repeat | null {
  const parts = new Map(
    rule.split(';').map((part) => [part.slice(0, part.indexOf('=')), part.replace(/^[^=]*=/, '')]),
  );
  const frequency = parts.get('FREQ');
  if (!isFrequency(frequency)) return null;
  const until = parts.get('UNTIL') ?? '';
  const count = Number(parts.get('COUNT'));
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: (parts.get('BYDAY') ?? '').split(',').filter((one) => /^-?\d?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(one)),
    until: /^\d{8}(?:T\d{6}Z?)?$/.test(until) ? until : null,
    count: count > 0 ? count : null,
  };
}

/** Undefined for a repetition that cannot be read; null for a single date. */
function repeatOf({ repeat, ics }: Event): Repeat | null | undefined {
  const written = /RRULE:(\S{1,500})/.exec(ics ?? '')?.[1];
  if (written !== undefined) return writtenRule(written) ?? undefined;
  if (repeat?.interval === undefined) return null;
  const { days, weeks, months, years } = repeat.interval;
  const end = { days: [], until: untilOf(repeat.until ?? null), count: null };
  if (weeks !== undefined) return { frequency: 'WEEKLY', interval: weeks, ...end };
  if (months !== undefined) return { frequency: 'MONTHLY', interval: months, ...end };
  if (years !== undefined) return { frequency: 'YEARLY', interval: years, ...end };
  if (days === undefined) return undefined;
  return days % DAYS_OF_WEEK === 0
    ? { frequency: 'WEEKLY', interval: days / DAYS_OF_WEEK, ...end }
    : { frequency: 'DAILY', interval: days, ...end };
}

/** No rule: it asks how often the meeting takes place. */
const UNREADABLE: Repeat = { frequency: 'DAILY', interval: 0, days: [], until: null, count: null };

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

function lengthOf({ end, duration }: Event, begin: string): number | null {
  if (duration !== undefined) return (duration.hours ?? 0) * 60 + (duration.minutes ?? 0) || null;
  const [, , until] = MOMENT.exec(end ?? '') ?? [];
  const minutes = until === undefined ? 0 : minutesOf(until) - minutesOf(begin);
  return minutes > 0 ? minutes : null;
}

function draftOf(read: Event, group: string, zone: string | null): MeetingDraft | null {
  const [, date, time, offset] = MOMENT.exec(read.begin) ?? [];
  if (date === undefined || time === undefined) return null;
  const repeat = repeatOf(read);
  return eventDraft({
    title: read.summary,
    group,
    date,
    time,
    zone: zoneOf(offset, read.timezone ?? zone),
    repeat: repeat === undefined ? UNREADABLE : repeat,
    minutes: lengthOf(read, time),
    place: read.url ?? read.location,
    description: read.description,
  });
}

export function readYamlEvents({ name, timezone, events }: z.infer<typeof yamlCalendar>): DataContent {
  const id = slugOf(name ?? 'calendar');
  const drafts = events.flatMap((one) => {
    const read = event.safeParse(one);
    return read.success ? (draftOf(read.data, id, timezone) ?? []) : [];
  });
  return { name, groups: [plainGroup(id, name ?? 'Calendar')], drafts, calendars: [] };
}
