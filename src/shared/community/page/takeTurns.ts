/** `The meetings alternate each week`: said once for several meetings that stand around it. */
import { readSchedules, saysTurns } from '../schedule/groupSchedules.ts';
import type { RhythmReading } from '../schedule/rhythm.ts';
import type { PageMeeting } from './findMeetings.ts';
import { isComplete } from './pageSchedules.ts';
import type { Page, PageUnit } from './pageUnit.ts';

/** How far apart, in units, the remark and the meetings may stand. */
const REACH = 6;
const LONGEST_REMARK = 300;

const sectionOf = (unit: PageUnit | undefined) => unit?.headings.at(-1)?.order ?? -1;

/** A remark that speaks of other places: with two times of its own it has been read already. */
const isRemark = ({ text, kind }: PageUnit) =>
  kind !== 'row' &&
  text.length <= LONGEST_REMARK &&
  saysTurns(text) &&
  readSchedules(text).filter(isComplete).length < 2;

const isWeekly = ({ parts }: PageMeeting) =>
  parts.rhythm === null || (parts.rhythm.rhythm.kind === 'weeks' && parts.rhythm.rhythm.interval === 1);

/** The meetings of a page, those that take turns with the rhythm of their turn and a question whose week it is. */
export function takeTurns(meetings: readonly PageMeeting[], page: Page): PageMeeting[] {
  const remarks = page.units.flatMap((unit, index) => (isRemark(unit) ? [index] : []));
  if (remarks.length === 0) return [...meetings];
  const isAround = (remark: number) => (meeting: PageMeeting) =>
    Math.abs(meeting.statement.unit - remark) <= REACH &&
    sectionOf(page.units[meeting.statement.unit]) === sectionOf(page.units[remark]) &&
    isWeekly(meeting);
  const turnOf = (meeting: PageMeeting): PageMeeting => {
    const remark = remarks.find((index) => isAround(index)(meeting));
    if (remark === undefined) return meeting;
    const count = meetings.filter(isAround(remark)).length;
    const question =
      count > 1
        ? `It takes turns with others, ${String(count)} in all: which week is whose?`
        : 'It says that meetings take turns: with which?';
    const rhythm: RhythmReading = {
      rhythm: { kind: 'weeks', interval: count },
      weekdays: null,
      questions: [question],
      alternatives: [],
    };
    return { ...meeting, parts: { ...meeting.parts, rhythm } };
  };
  return meetings.map(turnOf);
}
