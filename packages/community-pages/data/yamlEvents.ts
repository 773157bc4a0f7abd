import { z } from 'zod';
import { dayOfDateText, weekdayOf } from '#calendar';
import type { MeetingDraft } from '../meetingDraft.ts';
import { readSigsMeeting } from '../readSigsMeeting.ts';
import { DAY_CODES, type DayCode } from '../schedule/weekdays.ts';
import { blankEntry, plainGroup, slugOf, text, type DataContent } from './fields.ts';

/**
 * A calendar written for yaml2ics, as those of scientific-python.org: events with a first date and a repetition.
 * Format: https://github.com/scientific-python/yaml2ics.
 */

const interval = z.object({
  days: z.number().optional(),
  weeks: z.number().optional(),
});
const event = z.object({
  summary: z.string(),
  begin: z.string(),
  end: text,
  duration: z.object({ hours: z.number().optional(), minutes: z.number().optional() }).optional(),
  url: text,
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

/** RRULE value; null for a single date, or a repetition that is not by weeks. */
function ruleOf({ repeat, ics }: Event, day: DayCode): string | null {
  const written = /RRULE:(\S+)/.exec(ics ?? '')?.[1] ?? null;
  if (written !== null) return /BYDAY=/.test(written) ? written : `${written};BYDAY=${day}`;
  const { weeks, days = 0 } = repeat?.interval ?? {};
  const every = weeks ?? days / DAYS_OF_WEEK;
  if (!Number.isInteger(every) || every <= 0) return null;
  const [, until] = MOMENT.exec(repeat?.until ?? '') ?? [];
  const end = until === undefined ? '' : `;UNTIL=${until.replaceAll('-', '')}T000000Z`;
  return `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${day}${end}`;
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

function lengthOf({ end, duration }: Event, begin: string): number | null {
  if (duration !== undefined) return (duration.hours ?? 0) * 60 + (duration.minutes ?? 0) || null;
  const [, , until] = MOMENT.exec(end ?? '') ?? [];
  const minutes = until === undefined ? 0 : minutesOf(until) - minutesOf(begin);
  return minutes > 0 ? minutes : null;
}

function draftOf(read: Event, group: string, zone: string | null): MeetingDraft | null {
  const [, date, time, offset] = MOMENT.exec(read.begin) ?? [];
  const day = date === undefined ? null : dayOfDateText(date);
  const code = day === null ? undefined : DAY_CODES[weekdayOf(day)];
  if (date === undefined || time === undefined || code === undefined) return null;
  const rrule = ruleOf(read, code);
  if (rrule === null) return null;
  const notes = /https?:\/\/[^\s)>]+/.exec(read.description ?? '')?.[0] ?? null;
  const entry = { ...blankEntry, description: read.summary, url: read.url, archive_url: notes };
  const owner = { community: group, subproject: null, chat: null, mailingList: null };
  return {
    ...readSigsMeeting({ ...entry, day: code, time, tz: 'UTC', frequency: 'weekly' }, owner),
    weekdays: [code],
    time,
    zone: zoneOf(offset, read.timezone ?? zone),
    zones: [],
    rrule,
    candidates: [],
    anchor: date,
    durationMinutes: lengthOf(read, time),
    hasQuestions: false,
    doubts: [],
    text: [read.begin, rrule].join(', '),
  };
}

export function readYamlEvents({ name, timezone, events }: z.infer<typeof yamlCalendar>): DataContent {
  const id = slugOf(name ?? 'calendar');
  const drafts = events.flatMap((one) => {
    const read = event.safeParse(one);
    return read.success ? (draftOf(read.data, id, timezone) ?? []) : [];
  });
  return { groups: [plainGroup(id, name ?? 'Calendar')], drafts };
}
