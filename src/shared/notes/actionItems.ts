import { boxIn } from './checkbox.ts';
import type { ActionItem } from './note.ts';

const FENCE = /^\s*(?:>\s*)*(```+|~~~+)/;
/** A name as on GitHub and in chats; `@` inside a word is a mail address. */
const OWNER = /(?:^|[\s(,])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)/u;
const DATE = /(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/;

/** Every box of a note that has a text, in order; boxes in fenced code are code. */
export function actionItemsIn(body: string): ActionItem[] {
  const items: ActionItem[] = [];
  let fence: string | null = null;
  for (const [index, line] of body.split('\n').entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === null || mark.startsWith(fence)))
      fence = fence === null ? mark : null;
    const box = fence === null ? boxIn(line) : null;
    if (box === null || box.text === '') continue;
    items.push({
      line: index + 1,
      text: box.text,
      owner: OWNER.exec(box.text)?.[1] ?? null,
      due: DATE.exec(box.text)?.[0] ?? null,
      isDone: box.isTicked,
    });
  }
  return items;
}

/**
 * The line of an action item (from 1): where it was, else the only other line with a box and this text, for the note
 * may have been edited meanwhile. null where it is gone or no longer clear.
 */
export function lineOfAction(body: string, item: Pick<ActionItem, 'line' | 'text'>): number | null {
  const alike = actionItemsIn(body).filter(({ text }) => text === item.text);
  const same = alike.find(({ line }) => line === item.line);
  if (same) return same.line;
  return alike.length === 1 ? (alike[0]?.line ?? null) : null;
}
