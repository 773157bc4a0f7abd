/**
 * In each, `.` stands for U+2028 too, which a paste from a web page may leave within a line.
 *
 * A list item with a checkbox in GitHub's syntax: `- [ ] text`, `3. [x] text`, also inside a quote. `[/]` is
 * Obsidian's mark of a task in progress.
 */
const BOX_LINE = /^(?<lead>(?:\s|>)*(?:[-*+]|\d{1,9}[.)])\s+\[)(?<mark>[ xX/])(?<rest>\](?:\s.*)?)$/s;
/** Logseq writes a keyword in place of a checkbox; a cancelled one is not a task. */
const MARKER_LINE =
  /^(?<lead>(?:\s|>)*[-*+]\s+)(?<mark>TODO|DOING|NOW|LATER|WAITING|WAIT|IN-PROGRESS|DONE)(?<rest>\s.*)$/s;
const LIST_LINE = /^(?<lead>(?:\s|>)*(?:[-*+]|\d{1,9}[.)])\s+)(?<rest>.*)$/s;
const PLAIN_LINE = /^(?<lead>(?:\s|>)*)(?<rest>.*)$/s;

/** The checkbox in a line of Markdown. */
export interface Box {
  /** Index of its mark, the character between the brackets. */
  readonly at: number;
  readonly isTicked: boolean;
  /** The text after the checkbox. */
  readonly text: string;
}

/** null if the line has no checkbox. */
export function boxIn(line: string): Box | null {
  const { lead, mark, rest = '' } = BOX_LINE.exec(line)?.groups ?? {};
  return lead === undefined
    ? null
    : { at: lead.length, isTicked: mark === 'x' || mark === 'X', text: rest.slice(1).trim() };
}

/** The task in a line: its checkbox or Logseq's keyword. */
export function taskIn(line: string): Pick<Box, 'isTicked' | 'text'> | null {
  const { mark, rest = '' } = MARKER_LINE.exec(line)?.groups ?? {};
  return mark === undefined ? boxIn(line) : { isTicked: mark === 'DONE', text: rest.trim() };
}

/** Checks or clears the task of a line; a line without one is unchanged. */
export function withTick(line: string, isTicked: boolean): string {
  const box = boxIn(line);
  const { lead = '', mark, rest = '' } = MARKER_LINE.exec(line)?.groups ?? {};
  if (mark !== undefined)
    return isTicked === (mark === 'DONE') ? line : `${lead}${isTicked ? 'DONE' : 'TODO'}${rest}`;
  return box === null || box.isTicked === isTicked
    ? line
    : `${line.slice(0, box.at)}${isTicked ? 'x' : ' '}${line.slice(box.at + 1)}`;
}

/** Toggles the checkbox of a line; adds one if there is none. */
export function toggleBox(line: string): string {
  const box = boxIn(line);
  if (box !== null) return withTick(line, !box.isTicked);
  const { lead: bullet, rest: item = '' } = LIST_LINE.exec(line)?.groups ?? {};
  if (bullet !== undefined) return `${bullet}[ ] ${item}`;
  const { lead = '', rest = line } = PLAIN_LINE.exec(line)?.groups ?? {};
  return `${lead}- [ ] ${rest}`;
}
