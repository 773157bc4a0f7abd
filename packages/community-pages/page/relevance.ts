import { isJoinAddress } from '../addressKind.ts';
import { readSchedules } from '../schedule/groupSchedules.ts';
import { isAboutMeeting, isOtherBusiness, isScheduleLabel } from './meetingWords.ts';
import { isComplete, type Statement } from './pageSchedules.ts';
import { type Page, type PageUnit, sectionOrder } from './pageUnit.ts';

/** How many units before it may say what a time is about. */
const NEIGHBOURS = 2;

/** How many units after it may hold the room of several lines: `Meeting link: …`. */
const ROOM_REACH = 4;

/** A short piece that is hardly more than a day and a time. */
const LONGEST_SCHEDULE = 60;
/** Words for those who meet. */
export const GROUP =
  /\b(?:working group|interest group|wg|sig|committee|council|board|tsc|toc|tag|subproject|task ?force)\b/i;

/** Chats are where people write; only a call has a room of its own. */
const isRoom = (address: string) => isJoinAddress(address) && !/\/\/discord\./i.test(address);

/** Whether a line near the end of its list names the room of all of them. */
const hasRoomAfter = (page: Page, unit: PageUnit, statement: Statement): boolean =>
  page.units
    .slice(statement.unit + 1, statement.unit + 1 + ROOM_REACH)
    .some(
      (other) =>
        sectionOrder(other) === sectionOrder(unit) &&
        isAboutMeeting(other.text) &&
        other.links.some((link) => isRoom(link.address)) &&
        !readSchedules(other.text).some(isComplete),
    );

/** `## Tuesday 14:00 UTC: Core` over the address of a room: with its zone it is for people elsewhere, and no programme of a day. */
const isHeadingOverRoom = (page: Page, unit: PageUnit, statement: Statement): boolean =>
  unit.text === unit.headings.at(-1)?.text &&
  statement.parts.some((parts) => isComplete(parts) && parts.times.every(({ zone }) => zone !== null)) &&
  page.units
    .slice(statement.unit + 1, statement.unit + 1 + ROOM_REACH)
    .some(
      (other) =>
        sectionOrder(other) === sectionOrder(unit) && other.links.some((link) => isRoom(link.address)),
    );

const isTimeColumn = (head: string) =>
  /\b(?:day|days|time|times|when|schedule|frequency|cadence|weekday|recurrence)\b/i.test(head);

/** Whether a unit, or what stands over it or before it, speaks of meeting at all. */
export function isRelevant(page: Page, unit: PageUnit, statement: Statement): boolean {
  const headings = unit.headings.map((heading) => heading.text);
  const columns = unit.cells.map((cell) => cell.head);
  const around = [unit.text, page.title ?? '', ...headings, ...columns].join(' | ');
  const parent = unit.parent === null ? '' : (page.units[unit.parent]?.text ?? '');
  const before = page.units
    .slice(Math.max(0, statement.unit - NEIGHBOURS), statement.unit)
    .filter((other) => sectionOrder(other) === sectionOrder(unit));
  const hasRoom = unit.links.some((link) => isJoinAddress(link.address));
  const isTimetable = columns.filter(isTimeColumn).length > 1 && statement.parts.some(isComplete);
  // `When: Mondays` under a group's name is when the group meets, even if nothing calls that a meeting.
  const isOfGroup =
    (isScheduleLabel(statement.text) || statement.text.length <= LONGEST_SCHEDULE) &&
    [...headings, parent].some((text) => GROUP.test(text));
  // In a sentence to triage is work; over a section it is a meeting.
  const isTriage = headings.some((heading) => /\b(?:triage|scrub)\b/i.test(heading));
  return (
    (isAboutMeeting(around) ||
      isAboutMeeting(parent) ||
      hasRoom ||
      isOfGroup ||
      isTriage ||
      isTimetable ||
      before.some(({ text }) => isAboutMeeting(text)) ||
      isHeadingOverRoom(page, unit, statement) ||
      (statement.parts.some(isComplete) && hasRoomAfter(page, unit, statement))) &&
    !isOtherBusiness(statement.text)
  );
}
