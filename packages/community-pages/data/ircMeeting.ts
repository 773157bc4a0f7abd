import { z } from 'zod';
import { readSigsMeeting } from '../readSigsMeeting.ts';
import { blankEntry, plainGroup, slugOf, text, type DataContent } from './fields.ts';

/**
 * One team of OpenDev’s irc-meetings, or of another community that uses yaml2ical: times are in UTC, and weeks are odd or
 * even by ISO 8601. Format: https://docs.opendev.org/opendev/yaml2ical/latest/.
 */

const skipped = z.object({ skip_date: text });
const slot = z.object({
  time: text,
  day: text,
  frequency: text,
  /** Minutes. */
  duration: text,
  skip_dates: z.array(skipped).catch([]).default([]),
});
export const ircMeeting = z.object({
  project: z.string(),
  schedule: z.array(slot).min(1),
  chair: text,
  agenda_url: text,
});

const FREQUENCIES: Readonly<Record<string, string>> = {
  weekly: 'weekly',
  'biweekly-even': 'even weeks',
  'biweekly-odd': 'odd weeks',
  adhoc: 'on demand',
};

/** `20150806` as `2015-08-06`. */
function dateOf(compact: string | null): string[] {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(compact ?? '') ?? [];
  return year === undefined || month === undefined || day === undefined ? [] : [`${year}-${month}-${day}`];
}

/** YAML reads an unquoted `0900` as the number 900. */
const clock = (time: string | null): string | null => (time === null ? null : time.padStart(4, '0'));

export function readIrcMeeting({
  project,
  schedule,
  chair,
  agenda_url,
}: z.infer<typeof ircMeeting>): DataContent {
  const id = slugOf(project);
  const leads =
    chair === null ? [] : [{ name: chair, role: 'chair', company: null, email: null, github: null }];
  const owner = { community: id, subproject: null, chat: null, mailingList: null };
  const drafts = schedule.map(({ time, day, frequency, duration, skip_dates }) => {
    const often = frequency === null ? null : (FREQUENCIES[frequency] ?? frequency.replaceAll('-', ' '));
    const entry = {
      ...blankEntry,
      description: project,
      day,
      time: clock(time),
      tz: 'UTC',
      frequency: often,
    };
    const minutes = Number(duration);
    return Object.assign(readSigsMeeting({ ...entry, archive_url: agenda_url }, owner), {
      durationMinutes: minutes > 0 ? minutes : null,
      skips: skip_dates.flatMap(({ skip_date }) => dateOf(skip_date)),
    });
  });
  return { name: project, groups: [{ ...plainGroup(id, project), leads }], drafts, calendars: [] };
}
