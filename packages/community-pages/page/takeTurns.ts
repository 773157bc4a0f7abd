import type { Doubt } from '#calendar';
import { readSchedules, saysTurns } from '../schedule/groupSchedules.ts';
import type { RhythmReading } from '../schedule/rhythm.ts';
import type { PageMeeting } from './pageMeeting.ts';
import { isComplete } from './pageSchedules.ts';
import type { Page, PageUnit } from './pageUnit.ts';

/** `The meetings alternate each week`: a remark about several meetings around it. */

/** In units: the distance between the remark and the meetings. */
const REACH = 6;
/** In units: the same for a remark over several sections with one meeting each. */
const FAR = 20;
const LONGEST_REMARK = 300;

const sectionOf = (unit: PageUnit | undefined) => unit?.headings.at(-1)?.order ?? -1;

/** `We alternate between two meeting times`, over sections with one of them each. */
const isOfTimes = (remark: PageUnit | undefined) =>
  /\b(?:two|three|2|3|both)\b[^.]{0,30}\b(?:times?|slots?|meetings?|calls?|sessions?)\b/i.test(
    remark?.text ?? '',
  );

/** True in the section of the remark, or in one directly below it. */
const isUnder = (unit: PageUnit | undefined, remark: PageUnit | undefined): boolean =>
  sectionOf(unit) === sectionOf(remark) ||
  (isOfTimes(remark) && unit?.headings.at(-2)?.order === sectionOf(remark));

/** A remark about other units. With two times of its own it was read already. */
const isRemark = (sentence: string) =>
  sentence.length <= LONGEST_REMARK &&
  saysTurns(sentence) &&
  readSchedules(sentence).filter(isComplete).length < 2;

const hasRemark = ({ text, kind }: PageUnit) => kind !== 'row' && text.split(/(?<=[.!?])\s+/).some(isRemark);

/** `Early weeks: 4pm`, `Week A meetings`: one of several turns, without other words. */
const TURN = /\b[Ww]eeks?\s+\(?(?:[AB]|[1-4])\b|\b(?:[Ee]arly|[Ll]ate|[AB])[- ][Ww]eeks?\b/;

const isWeekly = ({ parts }: PageMeeting) =>
  parts.rhythm === null || (parts.rhythm.rhythm.kind === 'weeks' && parts.rhythm.rhythm.interval === 1);

/** The meetings of a page; those that take turns get the rhythm of a turn, and a question about the week. */
export function takeTurns(meetings: readonly PageMeeting[], page: Page): PageMeeting[] {
  const remarks = page.units.flatMap((unit, index) => (hasRemark(unit) ? [index] : []));
  const section = (meeting: PageMeeting) => sectionOf(page.units[meeting.statement.unit]);
  const isAround = (remark: number) => (meeting: PageMeeting) =>
    Math.abs(meeting.statement.unit - remark) <=
      (section(meeting) === sectionOf(page.units[remark]) ? REACH : FAR) &&
    isUnder(page.units[meeting.statement.unit], page.units[remark]) &&
    isWeekly(meeting);
  const isTurn = (meeting: PageMeeting) => TURN.test(meeting.statement.text) && isWeekly(meeting);
  const turnsWith = (meeting: PageMeeting): PageMeeting[] => {
    const remark = remarks.find((index) => isAround(index)(meeting));
    if (remark !== undefined) return meetings.filter(isAround(remark));
    return isTurn(meeting)
      ? meetings.filter((other) => section(other) === section(meeting) && isTurn(other))
      : [];
  };
  const turnOf = (meeting: PageMeeting): PageMeeting => {
    const others = turnsWith(meeting);
    const count = others.length;
    if (count === 0) return meeting;
    const question: Doubt =
      count > 1 ? { kind: 'turnsOfMeetings', meetings: count } : { kind: 'turnsWithWhich' };
    const rhythm: RhythmReading = {
      rhythm: { kind: 'weeks', interval: count },
      weekdays: null,
      doubts: [question],
      alternatives: [],
    };
    const turn = others.map(({ statement }) => statement.unit).join(' ');
    return { ...meeting, parts: { ...meeting.parts, rhythm }, ...(count > 1 && { turn }) };
  };
  return meetings.map(turnOf);
}
