import { isJoinAddress } from '../addressKind.ts';
import { readSchedules } from '../schedule/groupSchedules.ts';
import { isAboutMeeting, isOtherBusiness, isScheduleLabel } from './meetingWords.ts';
import { isComplete, type Statement } from './pageSchedules.ts';
import { type Page, type PageUnit, sectionOrder } from './pageUnit.ts';

/** Number of units before a time that may give its subject. */
const NEIGHBOURS = 2;

/** Number of units after several lines that may contain their room: `Meeting link: …`. */
const ROOM_REACH = 4;

/** In letters: hardly more than a day and a time. */
const LONGEST_SCHEDULE = 60;
/** Words for groups that meet. */
export const GROUP =
  /\b(?:working group|interest group|wg|sig|committee|council|board|tsc|toc|tag|subproject|task ?force)\b/i;

/** In a chat people write; a call has a room of its own. */
const isRoom = (address: string) => isJoinAddress(address) && !/\/\/discord\./i.test(address);

/** True if a line near the end of a list names the room for all of it. */
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

/**
 * `## Tuesday 14:00 UTC: Core` over a room: with a zone it is for people elsewhere, not the programme of a day.
 */
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

/** True if a unit, its headings or the units before it are about meetings. */
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
  // `When: Mondays` under a group's name is when the group meets, even without the word.
  const isOfGroup =
    (isScheduleLabel(statement.text) || statement.text.length <= LONGEST_SCHEDULE) &&
    [...headings, parent].some((text) => GROUP.test(text));
  // In a sentence “triage” is work; as a heading it is a meeting.
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
