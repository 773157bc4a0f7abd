import { z } from 'zod';
import { needsAnswer } from '#calendar';
import { addressKind } from './addressKind.ts';
import type { Contacts, MeetingDraft } from './meetingDraft.ts';
import { cleanAddress, plainLine } from './plainText.ts';
import { dayConflict, fieldDoubts, saysOver, timeDoubts, titleDoubts, zoneDoubts } from './readSigsDoubts.ts';
import { findTimes, type TimeMark } from './schedule/clockTime.ts';
import { preciser } from './schedule/combineRhythms.ts';
import { readSchedules } from './schedule/groupSchedules.ts';
import { NO_PARTS, type ScheduleParts } from './schedule/scheduleParts.ts';
import { settleSchedule } from './schedule/settleSchedule.ts';
import { readZone } from './zones/readZone.ts';

/** Reads one entry of `meetings:` in a sigs.yaml. */

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
/** YAML 1.1 reads an unquoted `9:30` as a number (of minutes); files contain both quoted and unquoted times. */
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

/** A real field is one line; longer ones are cut to bound the time. */
const LONGEST_FIELD = 300;

/** Longer than other fields, for a Markdown link with its text. */
const LONGEST_LINK = 2_000;

const line = (value: string | null | undefined) => plainLine((value ?? '').slice(0, LONGEST_FIELD));

/** Splits Markdown links in a field: their words stay, their addresses are returned apart. */
function withoutLinks(field: string): { words: string; addresses: string[] } {
  const addresses = [...field.matchAll(/\]\(\s*([^)\s]+)\s*\)/g)].flatMap((match) => match[1] ?? []);
  return { words: line(field.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\(\s*\)/g, '')), addresses };
}

/** The address in a `url` field, which may be a Markdown link or have words after it; null for `TBD`. */
function addressIn(field: string | null | undefined): string | null {
  const written = (field ?? '').slice(0, LONGEST_LINK);
  const linked = /\]\(\s*([^)\s]+)\s*\)/.exec(written)?.[1];
  const address = cleanAddress(linked ?? written.replace(/\s+[(,].*$/s, ''));
  return address !== null && /^(?:https?:\/\/|[\w-]+(?:\.[\w-]+)+\/)/i.test(address) ? address : null;
}

/**
 * These files use 24-hour times, so `5:00` is in the morning. An unlikely hour in a zone of a place becomes a
 * question.
 */
function asWritten(mark: TimeMark): TimeMark {
  if (mark.otherTime === null) return mark;
  const time = mark.time < mark.otherTime ? mark.time : mark.otherTime;
  const isUtc = mark.zone !== null && /^(?:UTC$|[+-])/.test(mark.zone.zone);
  return { ...mark, time, otherTime: null, question: isUtc ? null : mark.question };
}

function timesOf(time: string, tz: string, day: ScheduleParts, frequency: ScheduleParts): TimeMark[] {
  const zone = tz === '' ? null : readZone(tz);
  const packed = /^([01]\d|2[0-3])([0-5]\d)$/.exec(time);
  const bare = /^\d{1,2}$/.test(time) ? `${time}:00` : packed === null ? time : `${packed[1]}:${packed[2]}`;
  const found = bare === '' ? [] : findTimes(bare);
  const times = found.length > 0 ? found : day.times.length > 0 ? day.times : frequency.times;
  // Some files have the zone in the time field and vice versa; then the clearer one counts.
  const inTime = time === '' ? null : readZone(time.replace(/^[\d:. ]+(?:[ap]m)?/i, ''));
  const withZone = (mark: TimeMark): TimeMark => ({ ...mark, zone: zone ?? mark.zone ?? inTime });
  return times.map(withZone).map(asWritten);
}

interface Owner extends Contacts {
  readonly community: string;
  readonly subproject: string | null;
}

/** The draft of one entry. Whatever its fields leave open becomes a question. */
export function readSigsMeeting(meeting: SigsMeeting, owner: Owner): MeetingDraft {
  const title = withoutLinks(line(meeting.description));
  const frequency = withoutLinks(line(meeting.frequency));
  const [dayText, timeText, tz] = [line(meeting.day), line(meeting.time), line(meeting.tz)];
  const days = readSchedules(dayText);
  const day = days[0] ?? NO_PARTS;
  const often = readSchedules(frequency.words);
  const first = often[0] ?? NO_PARTS;
  const zone = readZone(tz);
  const conflict = dayConflict(day.weekdays, first.rhythm);
  const rhythm = preciser(day.rhythm, first.rhythm);
  const schedule = settleSchedule(
    {
      weekdays: day.weekdays ?? first.weekdays,
      rhythm,
      times: timesOf(timeText, tz, day, first),
      zone,
      start: day.start ?? first.start,
      end: day.end ?? first.end,
      durationMinutes: first.durationMinutes,
      at: 0,
      doubts: [
        ...day.doubts,
        ...first.doubts,
        ...fieldDoubts(dayText, days),
        ...fieldDoubts(frequency.words, often),
        ...timeDoubts(timeText, zone),
        ...zoneDoubts(tz),
      ],
    },
    { isRhythmOptional: false },
  );
  const doubts = [
    ...schedule.doubts,
    ...(conflict === null ? [] : [conflict.question]),
    ...titleDoubts(title.words, schedule, rhythm),
  ];
  const url = addressIn(meeting.url);
  const archive = addressIn(meeting.archive_url);
  const isCall = url !== null && ['join', 'shortlink', 'other'].includes(addressKind(url));
  const isDocument = url !== null && addressKind(url) === 'document';
  return {
    title: title.words === '' ? 'Meeting' : title.words,
    community: owner.community,
    subproject: owner.subproject,
    alsoOf: [],
    skips: [],
    ...schedule,
    rrule: conflict === null ? schedule.rrule : conflict.rrule,
    candidates: conflict === null ? schedule.candidates : conflict.candidates,
    hasQuestions: doubts.some(needsAnswer),
    doubts,
    turn: null,
    isInactive:
      rhythm?.rhythm.kind === 'onDemand' ||
      saysOver(title.words, `${dayText} ${timeText} ${frequency.words}`),
    join: isCall ? url : null,
    notes: archive ?? (isDocument ? url : null),
    recordings: addressIn(meeting.recordings_url),
    calendar:
      addressIn(meeting.calendar_url) ??
      [...title.addresses, ...frequency.addresses].find((address) => addressKind(address) === 'calendar') ??
      null,
    chat: owner.chat,
    mailingList: owner.mailingList,
    text: [dayText, timeText, tz, frequency.words].filter(Boolean).join(', '),
  };
}
