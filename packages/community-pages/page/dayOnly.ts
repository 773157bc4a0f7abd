import {
  isAboutMeeting,
  isAside,
  isOtherBusiness,
  isScheduleLabel,
  saysThatTheyMeet,
} from './meetingWords.ts';
import { titleOf } from './meetingTitle.ts';
import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import type { Statement } from './pageSchedules.ts';
import { isFieldRow, type Page, type PageUnit } from './pageUnit.ts';

/** Meetings with a day and without a time, apart from other text about days. */

/** In letters. Longer list items are about other things. */
const LONGEST_ITEM = 600;

/**
 * True for days without a time in a row or an item with a meeting's name, or in a sentence that says that
 * people meet.
 */
export function isDayOfMeeting(
  { parts, statement }: { readonly parts: ScheduleParts; readonly statement: Statement },
  unit: PageUnit,
  page: Page,
): boolean {
  if (isOtherBusiness(unit.text) || isAside(statement.text)) return false;
  const headings = [page.title ?? '', ...unit.headings.map(({ text }) => text)].join(' | ');
  if (unit.kind === 'row') {
    const heads = unit.cells.map(({ head }) => head);
    return (
      heads.some((head) => isScheduleLabel(head) || isAboutMeeting(head)) &&
      isAboutMeeting(`${headings} | ${heads.join(' | ')} | ${unit.text}`)
    );
  }
  if (parts.rhythm === null) return false;
  if (unit.kind === 'paragraph') return saysThatTheyMeet(statement.text);
  const title = titleOf({ parts, statement, texts: [], isInactive: false }, page);
  return title.isOwn && isAboutMeeting(headings) && unit.text.length < LONGEST_ITEM;
}

/** A row for one of many meetings, not for one field of a meeting. */
export const isListRow = (unit: PageUnit) =>
  unit.kind === 'row' && !isFieldRow(unit) && !START_ROW.test(unit.text);
/** `First meeting | 2026-09-07` */
const START_ROW = /^(?:first|next|start|starts|starting|begins?|since)\b[^|]*\|[^|]*$/i;

/** True if both name an interval and these differ. */
export function contradictsInterval({ rhythm, weekdays }: ScheduleParts, other: ScheduleParts): boolean {
  const [own, before] = [rhythm?.rhythm, other.rhythm?.rhythm];
  return (
    weekdays === null &&
    rhythm?.weekdays === null &&
    own?.kind === 'weeks' &&
    // A meeting that takes turns within a weekly rhythm takes place as often as it says.
    rhythm.doubts.length === 0 &&
    before?.kind === 'weeks' &&
    own.interval !== before.interval
  );
}
