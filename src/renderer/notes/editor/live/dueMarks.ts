import type { CalendarDate } from '#base';
import { actionItemsIn } from '#core/notes/actionItems.ts';
import { dueMarkIn } from '#core/notes/dueDate.ts';
import type { MarkSheet } from './markSheet.ts';
import { LONGEST_LINE } from './wordMarks.ts';

/**
 * The due dates of action items, as the list of action items reads them; at the cursor, what is written.
 * @param meetingDate the day from which `Friday` counts; null if unknown
 */
export function markDueDates(sheet: MarkSheet, meetingDate: CalendarDate | null): void {
  const { doc } = sheet.state;
  for (const at of sheet.linesOf(sheet.range)) {
    const line = doc.lineAt(at);
    if (line.length > LONGEST_LINE || sheet.isCode(at) || sheet.isAtCursor(at)) continue;
    const [item] = actionItemsIn(line.text, meetingDate);
    const mark = item === undefined ? null : dueMarkIn(item.text, meetingDate);
    if (item === undefined || mark === null) continue;
    const start = line.from + line.text.trimEnd().length - item.text.length;
    const [from, to] = [start + mark.from, start + mark.to];
    sheet.marks.push({ kind: 'due', from, to, due: mark.due, isDone: item.isDone });
  }
}
