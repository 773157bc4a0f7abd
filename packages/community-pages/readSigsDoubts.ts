import type { Doubt } from '#calendar';
import { findTimes } from './schedule/clockTime.ts';
import { readSchedules } from './schedule/groupSchedules.ts';
import type { Rhythm, RhythmReading } from './schedule/rhythm.ts';
import { ruleBeside } from './schedule/ruleOfRhythm.ts';
import { unreadWords } from './schedule/scheduleMarks.ts';
import type { ScheduleParts } from './schedule/scheduleParts.ts';
import type { Schedule } from './schedule/settleSchedule.ts';
import { type DayCode, daysBetween } from './schedule/weekdays.ts';
import type { ZoneReading } from './zones/readZone.ts';
import { shareOfAgreement } from './zones/zoneAgreement.ts';

/** Questions about the fields of a sigs.yaml meeting: contradictions, and words that are not understood. */

/** A frequency that names another day than the day field: `Monday`, `2nd and 4th Tuesday`. */
export function dayConflict(
  days: readonly DayCode[] | null,
  rhythm: RhythmReading | null,
): { rrule: string | null; candidates: string[]; question: Doubt } | null {
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
  const question: Doubt = { kind: 'dayAndFrequencyDiffer', day, other };
  if (rhythm?.rhythm.kind !== 'monthPositions') return { rrule: null, candidates: [], question };
  const nths = rhythm.rhythm.positions.map((position) => position.nth);
  const shift = daysBetween(day, other) === 1 ? -1 : daysBetween(other, day) === 1 ? 1 : null;
  const rule = (weekday: DayCode) =>
    `FREQ=MONTHLY;BYDAY=${nths.map((nth) => `${String(nth)}${weekday}`).join(',')}`;
  // An evening in America is the next day in Asia, so the frequency may name the day before or after.
  const rrule = shift === null ? null : ruleBeside(day, nths, shift).rrule;
  return { rrule, candidates: [rule(day), rule(other)], question };
}

/** A field with words that are not understood, or with several meetings. */
export function fieldDoubts(field: string, parts: readonly ScheduleParts[]): Doubt[] {
  const isUnread = unreadWords(field).length > 0;
  return isUnread || parts.length > 1 ? [{ kind: 'wordsUnread', words: field }] : [];
}

/**
 * A time field with several times, or with another zone than the zone field: `9:00, 17:00`, `17:00 UTC` in
 * Pacific Time.
 */
export function timeDoubts(time: string, zone: ZoneReading | null): Doubt[] {
  const marks = findTimes(time);
  const [first] = marks;
  const isElsewhere =
    zone !== null &&
    first?.zone !== null &&
    first?.zone !== undefined &&
    shareOfAgreement({ time: first.time, zone: zone.zone }, { time: first.time, zone: first.zone.zone }) < 1;
  return isElsewhere || marks.length > 1 ? [{ kind: 'timeUnclear', time, zone: zone?.written ?? null }] : [];
}

/** A zone field that also names times or seasons: `UTC (17:00 in summer)`. */
export const zoneDoubts = (tz: string): Doubt[] =>
  /\b(?:(?:summer|winter)(?! time)|dst|varies|varying|depend\w*)\b|(?<![+-]\d?)\d:\d\d/i.test(tz)
    ? [{ kind: 'zoneVaries', written: tz }]
    : [];

/** The approximate interval of a rhythm; null if it cannot be compared. */
function pace(rhythm: Rhythm | undefined): string | null {
  if (rhythm?.kind === 'weeks') return `${String(rhythm.interval)} weeks`;
  if (rhythm?.kind === 'months') return rhythm.interval === 1 ? 'month' : null;
  if (rhythm?.kind === 'monthPositions') return rhythm.positions.length === 1 ? 'month' : null;
  return rhythm?.kind === 'weekNumbers' ? rhythm.parity : null;
}

/** A title that contradicts the fields: `10AM PT Meeting` at 17:00 UTC, `Monthly meeting` every week. */
export function titleDoubts(title: string, schedule: Schedule, rhythm: RhythmReading | null): Doubt[] {
  const { time, zone, weekdays } = schedule;
  const times = findTimes(title).flatMap((mark): Doubt[] => {
    if (time === null || zone === null) return [];
    const share =
      mark.zone === null
        ? mark.time === time
          ? 1
          : 0
        : shareOfAgreement({ time, zone }, { time: mark.time, zone: mark.zone.zone });
    return share === 1
      ? []
      : [
          {
            kind: 'titleTimeDiffers',
            inTitle: title.slice(mark.start, mark.end).trim(),
            time,
            zone: schedule.zones[0] ?? '',
          },
        ];
  });
  const said = readSchedules(title);
  const paces = said.map((part) => pace(part.rhythm?.rhythm)).filter((one) => one !== null);
  const own = pace(rhythm?.rhythm);
  const isOtherPace = own !== null && paces.some((one) => one !== own);
  const isOtherDay =
    weekdays !== null && said.some((part) => part.weekdays?.some((day) => !weekdays.includes(day)) === true);
  return isOtherPace || isOtherDay ? [...times, { kind: 'titleDiffers', title }] : times;
}

const OVER =
  '(?:tbd|tba|suspended|cancell?ed|on hold|paused|(?:on )?hiatus|inactive|archived|deprecated|discontinued|retired)';

/** A title that marks a meeting as inactive: `DEPRECATED: …`, `… (on hiatus)`, `… - paused`. */
const OVER_TITLE = new RegExp(`^\\W*${OVER}\\b(?=\\s*[:)\\]-])|[([]\\s*${OVER}\\b|[-:]\\s*${OVER}\\W*$`, 'i');
const OVER_FIELD = new RegExp(
  `\\b(?:${OVER}|to be (?:determined|announced|decided)|no longer|none|n/a)\\b`,
  'i',
);

/** True if the title or the date fields say that the meeting does not take place. */
export const saysOver = (title: string, fields: string): boolean =>
  OVER_TITLE.test(title) || OVER_FIELD.test(fields);
