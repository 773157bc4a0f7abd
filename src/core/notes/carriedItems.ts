import { DateTime } from 'luxon';
import type { ZoneName } from '#base';
import { actionItemsIn } from './actionItems.ts';
import type { ActionItem } from './note.ts';

/** Open action items that the next note of a series begins with, in the same words. */
export interface CarriedItems {
  /** Start of the meeting of their note: an ISO instant or a date; null if unknown. */
  readonly from: string | null;
  readonly texts: readonly string[];
}

/** The line above the items says how many there are, and where they come from. */
const CARRIED = /^\d{1,4} items? carried over(?: from [^:]{1,40})?:\s*$/;

/** The action items of a new note: the carried ones below a line that says so, else one empty checkbox. */
export function carriedLines({ from, texts }: CarriedItems, zone: ZoneName): string {
  if (texts.length === 0) return '- [ ] ';
  const day = from === null ? null : DateTime.fromISO(from, { zone, locale: 'en-GB' });
  const origin = day === null || !day.isValid ? '' : ` from ${day.toFormat('d LLLL yyyy')}`;
  const count = texts.length === 1 ? '1 item' : `${texts.length} items`;
  return `${count} carried over${origin}:\n\n${texts.map((text) => `- [ ] ${text}`).join('\n')}`;
}

/** The action items below the line “… carried over from …:”, up to the first line that is none. */
export function carriedItemsIn(body: string): ActionItem[] {
  const lines = body.split('\n');
  const head = lines.findIndex((line) => CARRIED.test(line));
  if (head === -1) return [];
  const byLine = new Map(actionItemsIn(body, null).map((item) => [item.line, item]));
  const found: ActionItem[] = [];
  for (let line = head + 2; line <= lines.length; line += 1) {
    const item = byLine.get(line);
    if (item !== undefined) found.push(item);
    else if ((lines[line - 1] ?? '').trim() !== '') break;
  }
  return found;
}
