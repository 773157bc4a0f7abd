import { isJoinAddress } from '../addressKind.ts';
import { isAboutMeeting, isOtherBusiness, isScheduleLabel } from './meetingWords.ts';
import { isComplete } from './pageSchedules.ts';
import type { Statement } from './pageSchedules.ts';
import { sectionOrder } from './pageUnit.ts';
import type { Page, PageUnit } from './pageUnit.ts';

/** How many units before it may say what a time is about. */
const NEIGHBOURS = 2;

/** A short piece that is hardly more than a day and a time. */
const LONGEST_SCHEDULE = 60;
const GROUP =
  /\b(?:working group|interest group|wg|sig|committee|council|board|tsc|toc|tag|subproject|task ?force)\b/i;

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
      before.some(({ text }) => isAboutMeeting(text))) &&
    !isOtherBusiness(statement.text)
  );
}
