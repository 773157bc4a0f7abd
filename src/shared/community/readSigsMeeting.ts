/** One `meetings:` entry of a sigs.yaml -> a draft. */
import { z } from 'zod';
import { addressKind } from './addressKind.ts';
import type { Contacts, MeetingDraft } from './meetingDraft.ts';
import { cleanAddress, plainLine } from './plainText.ts';
import { findTimes } from './schedule/clockTime.ts';
import type { TimeMark } from './schedule/clockTime.ts';
import { preciser } from './schedule/combineRhythms.ts';
import { readSchedules } from './schedule/groupSchedules.ts';
import { ruleBeside } from './schedule/ruleOfRhythm.ts';
import type { RhythmReading } from './schedule/rhythm.ts';
import type { ScheduleParts } from './schedule/scheduleParts.ts';
import { NO_PARTS } from './schedule/scheduleParts.ts';
import { settleSchedule } from './schedule/settleSchedule.ts';
import type { Schedule } from './schedule/settleSchedule.ts';
import { dayName, daysBetween } from './schedule/weekdays.ts';
import type { DayCode } from './schedule/weekdays.ts';
import { readZone } from './zones/readZone.ts';
import { shareOfAgreement } from './zones/zoneAgreement.ts';

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
/** YAML reads an unquoted `9:30` as a number of minutes in its older version; quoted and not, both are in the files. */
export const sigsMeeting = z.object({
  description: text,
  day: text,
  time: text,
  tz: text,
  frequency: text,
  url: text,
  archive_url: text,
  recordings_url: text,
  calendar_url: text,
});
export type SigsMeeting = z.infer<typeof sigsMeeting>;

/** Real fields are a line; what a longer one costs is bounded. */
const LONGEST_FIELD = 300;

const line = (value: string | null | undefined) => plainLine((value ?? '').slice(0, LONGEST_FIELD));

/** Markdown links in a field: their words stay, their addresses are kept apart. */
function withoutLinks(field: string): { words: string; addresses: string[] } {
  const addresses = [...field.matchAll(/\]\(\s*([^)\s]+)\s*\)/g)].flatMap((match) => match[1] ?? []);
  return { words: line(field.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\(\s*\)/g, '')), addresses };
}

function timesOf(time: string, tz: string, day: ScheduleParts, frequency: ScheduleParts): TimeMark[] {
  const zone = tz === '' ? null : readZone(tz);
  const packed = /^([01]\d|2[0-3])([0-5]\d)$/.exec(time);
  const bare = /^\d{1,2}$/.test(time) ? `${time}:00` : packed === null ? time : `${packed[1]}:${packed[2]}`;
  const found = bare === '' ? [] : findTimes(bare);
  const times = found.length > 0 ? found : day.times.length > 0 ? day.times : frequency.times;
  // Some files have the zone in the time and the other way round: then the clearer one counts.
  const inTime = time === '' ? null : readZone(time.replace(/^[\d:. ]+(?:[ap]m)?/i, ''));
  const withZone = (mark: TimeMark): TimeMark => ({ ...mark, zone: zone ?? mark.zone ?? inTime });
  return times.map(withZone);
}

/** A frequency that names another day than the day field: `Monday`, `2nd and 4th Tuesday`. */
function dayConflict(
  days: readonly DayCode[] | null,
  rhythm: RhythmReading | null,
): { rrule: string | null; candidates: string[]; question: string } | null {
  const [day, ...more] = days ?? [];
  const [other] = rhythm?.weekdays ?? [];
  if (
    day === undefined ||
    other === undefined ||
    more.length > 0 ||
    day === other ||
    rhythm?.rhythm.kind === 'besidePosition'
  )
    return null;
  const question = `The day is ${dayName(day)}, but it comes on a ${dayName(other)} by its frequency: which one is right?`;
  if (rhythm?.rhythm.kind !== 'monthPositions') return { rrule: null, candidates: [], question };
  const nths = rhythm.rhythm.positions.map((position) => position.nth);
  const shift = daysBetween(day, other) === 1 ? -1 : daysBetween(other, day) === 1 ? 1 : null;
  const rule = (weekday: DayCode) =>
    `FREQ=MONTHLY;BYDAY=${nths.map((nth) => `${String(nth)}${weekday}`).join(',')}`;
  // An evening in America is the next day in Asia: then the day before or after the one in the frequency is meant.
  return {
    rrule: shift === null ? null : ruleBeside(day, nths, shift).rrule,
    candidates: [rule(day), rule(other)],
    question,
  };
}

/** Words of a frequency that limit it in a way that the grammar does not know. */
const LIMIT =
  /\b(?:except|unless|only|until|not|during|skip\w*|when|if|summer|winter|holidays?|varies|varying|tbd|changing)\b/i;

function unreadLimit(frequency: string, reading: RhythmReading | null): string[] {
  const isKnown = reading?.rhythm.kind === 'weeklyExcept';
  return LIMIT.test(frequency) && !isKnown ? [`It says “${frequency}”: when does it meet?`] : [];
}

/** A time in the title that is not the time in the fields: `10AM PT Meeting` at 17:00 UTC. */
function titleDoubts(title: string, schedule: Schedule): string[] {
  const { time, zone } = schedule;
  if (time === null || zone === null) return [];
  return findTimes(title).flatMap((mark) => {
    const share =
      mark.zone === null
        ? mark.time === time
          ? 1
          : 0
        : shareOfAgreement({ time, zone }, { time: mark.time, zone: mark.zone.zone });
    return share === 1
      ? []
      : [
          `The title says ${title.slice(mark.start, mark.end).trim()}, the fields say ${time} ${schedule.zones[0] ?? ''}: which one holds?`,
        ];
  });
}

const INACTIVE =
  /\b(?:tbd|tba|to be (?:determined|announced|decided)|suspended|cancell?ed|on hold|paused|hiatus|inactive|archived|deprecated|no longer|none|n\/a|discontinued|retired)\b/i;

interface Owner extends Contacts {
  readonly community: string;
  readonly subproject: string | null;
}

/** The draft of one entry. What its fields leave open is asked for, never guessed. */
export function readSigsMeeting(meeting: SigsMeeting, owner: Owner): MeetingDraft {
  const title = withoutLinks(line(meeting.description));
  const frequency = withoutLinks(line(meeting.frequency));
  const [dayText, timeText, tz] = [line(meeting.day), line(meeting.time), line(meeting.tz)];
  const day = readSchedules(dayText)[0] ?? NO_PARTS;
  const often = readSchedules(frequency.words);
  const first = often[0] ?? NO_PARTS;
  const conflict = dayConflict(day.weekdays, first.rhythm);
  const rhythm = preciser(day.rhythm, first.rhythm);
  const schedule = settleSchedule(
    {
      weekdays: day.weekdays ?? first.weekdays,
      rhythm,
      times: timesOf(timeText, tz, day, first),
      zone: readZone(tz),
      start: day.start ?? first.start,
      durationMinutes: first.durationMinutes,
      at: 0,
      questions: [
        ...day.questions,
        ...first.questions,
        ...unreadLimit(frequency.words, first.rhythm),
        ...(often.length > 1 ? [`It says “${frequency.words}”: when does it meet?`] : []),
      ],
    },
    { isRhythmOptional: false },
  );
  const questions = [
    ...schedule.questions,
    ...(conflict === null ? [] : [conflict.question]),
    ...titleDoubts(title.words, schedule),
  ];
  const url = cleanAddress(meeting.url);
  const archive = cleanAddress(meeting.archive_url);
  const isCall = url !== null && ['join', 'shortlink', 'other'].includes(addressKind(url));
  const isDocument = url !== null && addressKind(url) === 'document';
  return {
    title: title.words === '' ? 'Meeting' : title.words,
    community: owner.community,
    subproject: owner.subproject,
    alsoOf: [],
    ...schedule,
    rrule: conflict === null ? schedule.rrule : conflict.rrule,
    candidates: conflict === null ? schedule.candidates : conflict.candidates,
    ask: questions.length > 0,
    questions,
    inactive:
      rhythm?.rhythm.kind === 'onDemand' || INACTIVE.test(`${dayText} ${timeText} ${frequency.words}`),
    join: isCall ? url : null,
    notes: archive ?? (isDocument ? url : null),
    recordings: cleanAddress(meeting.recordings_url),
    calendar:
      cleanAddress(meeting.calendar_url) ??
      [...title.addresses, ...frequency.addresses].find((address) => addressKind(address) === 'calendar') ??
      null,
    chat: owner.chat,
    mailingList: owner.mailingList,
    text: [dayText, timeText, tz, frequency.words].filter(Boolean).join(', '),
  };
}
