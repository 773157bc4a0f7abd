import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import { formerPart, withoutFormer } from './formerMeetings.ts';
import { isPastHeading, isScheduleLabel, saysInactive, saysMeetingsOver, saysUnset } from './meetingWords.ts';
import { isComplete, type Statement } from './pageSchedules.ts';
import { type Page, type PageUnit, sectionOrder } from './pageUnit.ts';

/** Finds out whether a meeting does not take place any more, or not yet, by the words around it. */

/** In letters. In longer units, words such as `paused for now` do not hold for the whole unit. */
const LONGEST_REMARK = 600;
/** `Time: TBD` */
const LONGEST_FIELD = 80;

/**
 * Reads the remarks of a page once.
 * @param year the present one: meetings that ended before it are past, an end in it becomes a question
 * @returns a test whether the meeting of a statement is inactive
 */
export function inactivityOf(
  page: Page,
  year: number,
): (parts: ScheduleParts, statement: Statement) => boolean {
  // Sections whose meetings a remark calls off, and sections with an empty schedule field.
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

  /** `* Paused:` over the list item of the unit. */
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
