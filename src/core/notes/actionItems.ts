import type { CalendarDate } from '#base';
import { taskIn, toggleBox, withTick } from './checkbox.ts';
import { dueBelow, dueMarkIn, type DueMark } from './dueDate.ts';
import { isItemAt, wantedLines } from './linesOutsideCode.ts';
import type { ActionItem } from './note.ts';

/** A name, as on GitHub and in chats: `ada`, `Tomás`, `bo-2`. */
const NAME = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}])?`;
/** `@` inside a word belongs to a mail address, and `@due(…)` marks a date. */
const MENTION = new RegExp(`(?:^|[\\s(,\\[])@(${NAME})(?![\\p{L}\\p{N}(])`, 'u');
/** A name that begins with a capital and is no abbreviation: `Lin`, `Tomás`, not `WIP`. */
const PROPER = String.raw`\p{Lu}(?:[\p{L}\p{N}._-]{0,62}\p{Ll})`;
/** `[Lin] send it`, `[Lin Wei]: send it`, in front of the text; not a link. */
const BRACKETS = new RegExp(`^\\[(${PROPER})(?:\\s${PROPER})?\\](?![(\\[\\]])`, 'u');
/** Words in brackets, or in front of `to`, that are no names. */
const NO_NAME =
  /^(?:add|all|anyone|apply|ask|attend|back|blocked|bug|change|commit|connect|contribute|contributors|decide|docs?|draft|everybody|everyone|feature|fix|follow|get|go|idea|infra|invite|leads|link|listen|look|maintainers|migrate|move|need|needs|next|nobody|note|open|optional|point|propose|question|reach|refer|release|remember|reply|respond|return|send|someone|speak|subscribe|switch|talk|tbd|tests?|todo|try|update|upgrade|urgent|volunteer|want|we|who|write)$/i;
/** `AI: `, `Action: `, `Action item: `, also in bold. `AI` only in capitals. */
const LABEL = /^(?:\*\*|__)?(?:AI|A\.I\.|[Aa]ction(?: [Ii]tem)?|ACTION(?: ITEM)?)(?:\*\*|__)?\s{0,3}/u;
/** What follows the label: `: Lin to send it`, `: Lin and Bo to send it`, `(Lin): send it`, ` Lin: send it`, `: send it`. */
const LABELLED = new RegExp(
  `^(?::(?:\\*\\*|__)?\\s{0,3}(?:(@${NAME}|${PROPER})(?:(?:\\s|,\\s|\\s(?:and|&)\\s)@?${PROPER}){0,2}\\s(?:to|will)\\s(?=\\p{Ll})(?!(?:the|an?|all|our|everyone)\\s)|(@${NAME}|${PROPER})\\s{0,3}:\\s{1,3})?|[(\\[]@?(${NAME})[)\\]]\\s{0,3}:\\s{0,3}|(@${NAME}|${PROPER})\\s{0,3}:\\s{0,3})(?=\\S)`,
  'u',
);
/** `owner: Lin`, `(assigned to Lin)`, `[owner:: Lin]`. */
const NAMED = new RegExp(
  `[(\\[]?(?<![\\p{L}\\p{N}])(?:(?:owner|assignee)\\s?::?|assigned to:?)\\s{0,3}@?(${NAME})[)\\]]?`,
  'iu',
);

/** The owner in a task's text, and the text without the mark that names them in front. */
interface Owned {
  readonly owner: string | null;
  readonly words: string;
}

function ownedWords(text: string): Owned {
  const label = LABEL.exec(text)?.[0];
  const labelled = label === undefined ? null : LABELLED.exec(text.slice(label.length));
  if (label !== undefined && labelled !== null) {
    const [mark, ...names] = labelled;
    const rest = text.slice(label.length + mark.length);
    const owner = names.find((name) => name !== undefined)?.replace(/^@/, '');
    if (owner === undefined) return ownedWords(rest);
    // `Talk to the leads` names nobody.
    return NO_NAME.test(owner)
      ? ownedWords(text.slice(label.length).replace(/^[:*_\s]+/, ''))
      : { owner, words: rest };
  }
  const brackets = BRACKETS.exec(text);
  if (brackets !== null && !NO_NAME.test(brackets[1] ?? ''))
    return { owner: brackets[1] ?? null, words: text.slice(brackets[0].length) };
  const named = NAMED.exec(text);
  if (named !== null)
    return {
      owner: named[1] ?? null,
      words: text.slice(0, named.index) + text.slice(named.index + named[0].length),
    };
  const mention = MENTION.exec(text);
  // In the middle of a sentence the name is one of its words.
  const words = mention?.index === 0 ? text.slice(mention[0].length) : text;
  return { owner: mention?.[1] ?? null, words };
}

/** A list item that names itself an action without a checkbox: `- AI: Lin to send it`, `* Action item: send it`. */
export function isLabelledAction(item: string): boolean {
  const label = LABEL.exec(item)?.[0];
  const rest = label === undefined ? null : LABELLED.exec(item.slice(label.length));
  if (label === undefined || rest === null) return false;
  // `AI: a new group` may be about artificial intelligence: only with an owner it is a task.
  return !/AI|A\.I\./.test(label) || ownedWords(item).owner !== null;
}

/** One word at least, with one blank between two; nothing to take away at the ends. */
const IS_TIDY = /^(?:[\p{L}\p{N}]+ )*[\p{L}\p{N}]+$/u;

/** The words of a task without the marks of its owner and date, which lists show beside it. */
function wordsOf(text: string, mark: DueMark | null): Owned {
  const undated = mark === null ? text : `${text.slice(0, mark.from)}${text.slice(mark.to)}`;
  const { owner, words } = ownedWords(undated.trim());
  if (IS_TIDY.test(words)) return { owner, words };
  const tidy = words
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+([.,;])/g, '$1')
    .replace(/^[\s,:;–\-)\]]+/, '')
    .replace(/[\s,;–-]+$/, '');
  return { owner, words: tidy === '' ? text : tidy };
}

/** So many characters of a task are looked through for its owner and date, and shown in lists. */
const LONGEST_READ = 10_000;

const PLAIN_ITEM = /^(?:\s|>)*(?:[-*+]|\d{1,9}[.)])\s+(.*)$/s;

/**
 * All tasks of a note that have a text, in order: checkboxes, the keywords of Logseq, and list items with the label of
 * an action. Not those in fenced code.
 * @param meetingDate the day on which the note was written, for dates such as `Friday`; null if unknown
 */
export function actionItemsIn(body: string, meetingDate: CalendarDate | null): ActionItem[] {
  const items: ActionItem[] = [];
  for (const { line, number, next } of wantedLines(body, isItemAt)) {
    const task = taskIn(line) ?? labelledTask(line);
    if (task === null || task.text === '') continue;
    const read = task.text.slice(0, LONGEST_READ);
    const mark = dueMarkIn(read, meetingDate);
    items.push({
      line: number,
      text: task.text,
      ...wordsOf(read, mark),
      due: mark?.due ?? dueBelow(body, next),
      isDone: task.isTicked,
    });
  }
  return items;
}

function labelledTask(line: string): { readonly isTicked: boolean; readonly text: string } | null {
  const item = PLAIN_ITEM.exec(line)?.[1]?.trim();
  return item !== undefined && isLabelledAction(item) ? { isTicked: false, text: item } : null;
}

/** Ticks or clears the task of a line; a labelled one gets a checkbox. A line without a task is unchanged. */
export function withActionTicked(line: string, isTicked: boolean): string {
  if (taskIn(line) !== null || labelledTask(line) === null) return withTick(line, isTicked);
  return isTicked ? withTick(toggleBox(line), true) : line;
}

/**
 * The line of an action item (from 1): its old line, else the only other task with this text, since the note may have
 * been edited. null if it no longer exists or is ambiguous.
 */
export function lineOfAction(body: string, item: Pick<ActionItem, 'line' | 'text'>): number | null {
  const alike = actionItemsIn(body, null).filter(({ text }) => text === item.text);
  const same = alike.find(({ line }) => line === item.line);
  if (same) return same.line;
  return alike.length === 1 ? (alike[0]?.line ?? null) : null;
}
