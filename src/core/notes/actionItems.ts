import { taskIn } from './checkbox.ts';
import { dueBelow, dueIn } from './dueDate.ts';
import { linesOutsideCode } from './linesOutsideCode.ts';
import type { ActionItem } from './note.ts';

/** A name, as on GitHub and in chats. `@` inside a word belongs to a mail address, and `@due(…)` marks a date. */
const OWNER = /(?:^|[\s(,])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)(?![\p{L}\p{N}(])/u;

/**
 * All tasks of a note that have a text, in order: checkboxes and the keywords of Logseq, except those in fenced code.
 */
export function actionItemsIn(body: string): ActionItem[] {
  const items: ActionItem[] = [];
  const lines = body.split('\n');
  for (const [number, line] of linesOutsideCode(lines)) {
    const box = taskIn(line);
    if (box === null || box.text === '') continue;
    items.push({
      line: number,
      text: box.text,
      owner: OWNER.exec(box.text)?.[1] ?? null,
      due: dueIn(box.text) ?? dueBelow(lines, number),
      isDone: box.isTicked,
    });
  }
  return items;
}

/**
 * The line of an action item (from 1): its old line, else the only other checkbox with this text, since the note may
 * have been edited. null if it no longer exists or is ambiguous.
 */
export function lineOfAction(body: string, item: Pick<ActionItem, 'line' | 'text'>): number | null {
  const alike = actionItemsIn(body).filter(({ text }) => text === item.text);
  const same = alike.find(({ line }) => line === item.line);
  if (same) return same.line;
  return alike.length === 1 ? (alike[0]?.line ?? null) : null;
}
