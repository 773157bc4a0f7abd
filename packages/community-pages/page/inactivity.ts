/** What a page says around a meeting -> whether the meeting takes place no more, or not yet. */
import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import { formerPart, withoutFormer } from './formerMeetings.ts';
import { isPastHeading, isScheduleLabel, saysInactive, saysMeetingsOver, saysUnset } from './meetingWords.ts';
import { isComplete, type Statement } from './pageSchedules.ts';
import { type Page, type PageUnit, sectionOrder } from './pageUnit.ts';

/** Words that hold for a whole unit (`paused for now`) are looked for in units up to this length. */
const LONGEST_REMARK = 600;
/** `Time: TBD` */
const LONGEST_FIELD = 80;

/**
 * Reads the remarks of a page once.
 * @param year the present one: what ended before it is over, what ends in it is asked about
 * @returns whether a meeting that a statement tells of is inactive
 */
export function inactivityOf(
  page: Page,
  year: number,
): (parts: ScheduleParts, statement: Statement) => boolean {
  // Sections whose meetings a remark calls off, and sections with a field of the schedule that is still empty.
  const over = new Set(
    page.units
      .filter((unit) => unit.kind === 'paragraph' && saysMeetingsOver(withoutFormer(unit.text)))
      .map(sectionOrder),
  );
  const unset = new Set(
    page.units
      .filter(({ text }) => text.length < LONGEST_FIELD && isScheduleLabel(text) && saysUnset(text))
      .flatMap((unit) => unit.headings.map((heading) => heading.order)),
  );

  const isSectionOver = (unit: PageUnit, parts: ScheduleParts): boolean => {
    const order = sectionOrder(unit);
    return over.has(order) || (!isComplete(parts) && unset.has(order));
  };

  /** `* Paused:` over the list item that the unit is in. */
  const isUnderPast = (unit: PageUnit): boolean => {
    const above = unit.parent === null ? undefined : page.units[unit.parent];
    return above !== undefined && above.text.length < LONGEST_FIELD && isPastHeading(above.text);
  };

  return (parts, statement) => {
    const unit = page.units[statement.unit];
    const around = unit !== undefined && unit.text.length <= LONGEST_REMARK ? unit.text : statement.text;
    const headings = (unit?.headings ?? []).map((heading) => heading.text);
    return (
      parts.rhythm?.rhythm.kind === 'onDemand' ||
      (parts.end !== null && Number(parts.end.slice(0, 4)) < year) ||
      formerPart(statement.text) !== null ||
      saysInactive(withoutFormer(around)) ||
      headings.some((heading) => saysInactive(heading) || isPastHeading(heading)) ||
      (!isComplete(parts) && saysUnset(around)) ||
      (unit !== undefined && (isUnderPast(unit) || isSectionOver(unit, parts)))
    );
  };
}
