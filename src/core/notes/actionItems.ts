import { taskIn } from './checkbox.ts';
import { dueBelow, dueIn } from './dueDate.ts';
import type { ActionItem } from './note.ts';

const FENCE = /^\s*(?:>\s*)*(```+|~~~+)/;
/** A name as on GitHub and in chats; `@` inside a word is a mail address, and `@due(…)` marks a date. */
const OWNER = /(?:^|[\s(,])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)(?![\p{L}\p{N}(])/u;

/** Every task of a note that has a text, in order: boxes, and the words of Logseq; those in fenced code are code. */
export function actionItemsIn(body: string): ActionItem[] {
  const items: ActionItem[] = [];
  let fence: string | null = null;
  const lines = body.split('\n');
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === null || mark.startsWith(fence)))
      fence = fence === null ? mark : null;
    const box = fence === null ? taskIn(line) : null;
    if (box === null || box.text === '') continue;
    items.push({
      line: index + 1,
      text: box.text,
      owner: OWNER.exec(box.text)?.[1] ?? null,
      due: dueIn(box.text) ?? dueBelow(lines, index + 1),
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
