import type { CalendarDate } from '#base';
import { actionItemsIn } from '#core/notes/actionItems.ts';
import { dueMarkIn } from '#core/notes/dueDate.ts';
import type { MarkSheet } from './markSheet.ts';
import { LONGEST_LINE } from './wordMarks.ts';

/** A due date in a line: where its mark is. */
interface DueInLine {
  readonly from: number;
  readonly to: number;
  readonly due: CalendarDate;
  readonly isDone: boolean;
}

/** Results by meeting day and line: all lines on the screen are read again at each key, and one has changed. */
const read = new Map<string, DueInLine | null>();
const MOST_READ = 1_000;

function dueIn(line: string, meetingDate: CalendarDate | null): DueInLine | null {
  const key = `${meetingDate ?? ''}\n${line}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const [item] = actionItemsIn(line, meetingDate);
  const mark = item === undefined ? null : dueMarkIn(item.text, meetingDate);
  const start = line.trimEnd().length - (item?.text.length ?? 0);
  const found =
    item === undefined || mark === null
      ? null
      : { from: start + mark.from, to: start + mark.to, due: mark.due, isDone: item.isDone };
  if (read.size >= MOST_READ) read.clear();
  read.set(key, found);
  return found;
}

/**
 * The due dates of action items, as the list of action items reads them; at the cursor, what is written.
 * @param meetingDate the day from which `Friday` counts; null if unknown
 */
export function markDueDates(sheet: MarkSheet, meetingDate: CalendarDate | null): void {
  const { doc } = sheet.state;
  for (const at of sheet.linesOf(sheet.range)) {
    const line = doc.lineAt(at);
    if (line.length > LONGEST_LINE || sheet.isCode(at) || sheet.isAtCursor(at)) continue;
    const found = dueIn(line.text, meetingDate);
    if (found === null) continue;
    const { due, isDone } = found;
    sheet.marks.push({ kind: 'due', from: line.from + found.from, to: line.from + found.to, due, isDone });
  }
}
