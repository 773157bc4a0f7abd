import { isJoinAddress } from '../addressKind.ts';
import { saysBound } from '../schedule/scheduleMarks.ts';
import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import { isDayOfMeeting } from './dayOnly.ts';
import { isAboutMeeting, saysThatTheyMeet } from './meetingWords.ts';
import type { PageMeeting } from './pageMeeting.ts';
import type { Statement } from './pageSchedules.ts';
import { type Page, sectionOrder } from './pageUnit.ts';

/** Meetings without a time: those with a day, and those with only a rhythm. */

/** Days or a rhythm that wait for a time. */
export interface Open {
  readonly parts: ScheduleParts;
  readonly statement: Statement;
}

const daysOf = (parts: ScheduleParts) => parts.weekdays ?? parts.rhythm?.weekdays ?? null;

/** Days for which no time was found, without those of `meetings`. */
export function dayOnlyMeetings(days: readonly Open[], meetings: readonly PageMeeting[], page: Page): Open[] {
  const found: Open[] = [];
  const isKnown = (day: Open, isRow: boolean) =>
    [...meetings, ...found].some(
      ({ statement, parts }) =>
        statement.unit === day.statement.unit ||
        (!isRow && daysOf(parts)?.join() === daysOf(day.parts)?.join()),
    );
  for (const day of days) {
    const unit = page.units[day.statement.unit];
    if (unit === undefined || daysOf(day.parts) === null) continue;
    if (!isKnown(day, unit.kind === 'row') && isDayOfMeeting(day, unit, page)) found.push(day);
  }
  return found;
}

const hasRoom = (page: Page, order: number): boolean =>
  page.units.some(
    (unit) => sectionOrder(unit) === order && unit.links.some((link) => isJoinAddress(link.address)),
  );

/** `when there is need` and `at least once a month` promise no meeting. */
const isPromise = ({ parts, statement }: Open) =>
  parts.rhythm !== null && parts.rhythm.rhythm.kind !== 'onDemand' && !saysBound(statement.text);

/**
 * Rhythms of sections without a day. Beside other meetings, one counts only if a section is named after it and
 * has its room.
 */
export function timelessMeetings(
  openOfSection: ReadonlyMap<number, Open>,
  meetings: readonly PageMeeting[],
  page: Page,
): Open[] {
  const used = new Set(meetings.map(({ statement }) => page.units[statement.unit]?.headings.at(-1)?.order));
  const isAlone = meetings.length === 0;
  return [...openOfSection].flatMap(([order, open]) => {
    const unit = page.units[open.statement.unit];
    if (unit === undefined || !isPromise(open) || sectionOrder(unit) !== order) return [];
    const isNamed =
      !used.has(order) && hasRoom(page, order) && isAboutMeeting(unit.headings.at(-1)?.text ?? '');
    return (isAlone ? saysThatTheyMeet(open.statement.text) : isNamed) ? [open] : [];
  });
}
