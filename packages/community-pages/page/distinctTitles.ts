import { findScheduleMarks } from '../schedule/scheduleMarks.ts';
import type { Schedule } from '../schedule/settleSchedule.ts';
import { ordinalWord } from '../schedule/ordinals.ts';
import { dayName } from '../schedule/weekdays.ts';
import type { PageMeeting } from './pageMeeting.ts';
import { titleOf } from './meetingTitle.ts';
import { isScheduleLabel } from './meetingWords.ts';
import { ADDRESS_MARK, type Page } from './pageUnit.ts';

const SHORTEST = 3;
const LONGEST = 60;

/**
 * Words directly before the time of one of several meetings: `"early" meeting: Even weeks …`, `General topics:
 * every …`.
 */
function ownWords(meeting: PageMeeting): string | null {
  const before = meeting.statement.text.slice(0, meeting.parts.at);
  // A closed bracket belongs to the name; an open one separates it from the words before.
  const words = (before.split(/[;|.]|\((?![^()]*\))|\band\b/).at(-1) ?? '')
    .replace(/^\s*[*•·-]\s+/, '')
    .replaceAll(ADDRESS_MARK, '')
    .replace(/["'“”]/g, '')
    .replace(/[\s:,-]+$/, '')
    .trim();
  const isLabel = /[:"-]\s*$/.test(before.trimEnd()) || /["”]\s*$/.test(before);
  const marks = findScheduleMarks(words);
  const isFree = marks.days.length + marks.times.length + marks.rhythms.length === 0;
  return isLabel && isFree && !isScheduleLabel(words) && words.length >= SHORTEST && words.length <= LONGEST
    ? words
    : null;
}

function timeWords(schedule: Schedule, isOrdinal = false): string | null {
  const parity = /BYWEEKNO=(\d)/.exec(schedule.rrule ?? '')?.[1];
  if (parity !== undefined) return `${parity === '1' ? 'odd' : 'even'} weeks`;
  const nths = [...(schedule.rrule ?? '').matchAll(/(?:=|,)(-?\d)[A-Z]{2}\b/g)].map(([, nth]) =>
    ordinalWord(Number(nth)),
  );
  const days = (schedule.weekdays ?? []).map(dayName);
  const words = [
    ...(isOrdinal ? [[...new Set(nths)].join(' and ')] : []),
    ...days,
    schedule.time,
    schedule.zones[0],
  ]
    .filter(Boolean)
    .join(' ');
  return words === '' ? null : words;
}

/** The titles of the meetings of a page. Equal titles get their own words or their times. */
export function distinctTitles(
  meetings: readonly PageMeeting[],
  schedules: readonly Schedule[],
  page: Page,
): string[] {
  const titles = meetings.map((meeting) => titleOf(meeting, page).text);
  const alike = Map.groupBy(titles, (title) => title);
  // The first and the third Tuesday at one hour get their ordinals.
  const isByPosition = (title: string, schedule: Schedule) =>
    schedules.filter((other, index) => titles[index] === title && timeWords(other) === timeWords(schedule))
      .length > 1;
  return titles.map((title, index) => {
    const [meeting, schedule] = [meetings[index], schedules[index]];
    const isAlone = alike.get(title)?.length === 1;
    if (isAlone || meeting === undefined || schedule === undefined) return title;
    const own = ownWords(meeting);
    const words =
      own !== null && !title.includes(own) ? own : timeWords(schedule, isByPosition(title, schedule));
    if (words === null) return title;
    return words.includes('(') ? `${title}: ${words}` : `${title} (${words})`;
  });
}
