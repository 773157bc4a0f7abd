/** Meetings of which a page tells the day and never the time: what tells them from other words about days. */
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

/** In letters; longer list items are texts about other things. */
const LONGEST_ITEM = 600;

/** Whether days without a time are those of a meeting: a row or an item with its name, or a sentence that says so. */
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

/** A row that is one of many meetings, and no field of one. */
export const isListRow = (unit: PageUnit) =>
  unit.kind === 'row' && !isFieldRow(unit) && !START_ROW.test(unit.text);
/** `First meeting | 2026-09-07` */
const START_ROW = /^(?:first|next|start|starts|starting|begins?|since)\b[^|]*\|[^|]*$/i;

/** Whether both say every how many weeks, each another number. */
export function contradictsInterval({ rhythm, weekdays }: ScheduleParts, other: ScheduleParts): boolean {
  const [own, before] = [rhythm?.rhythm, other.rhythm?.rhythm];
  return (
    weekdays === null &&
    rhythm?.weekdays === null &&
    own?.kind === 'weeks' &&
    // What takes turns within a week's rhythm comes as often as it says.
    rhythm.doubts.length === 0 &&
    before?.kind === 'weeks' &&
    own.interval !== before.interval
  );
}
