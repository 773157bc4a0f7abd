/**
 * A list item with a box, as GitHub writes it: `- [ ] text`, `3. [x] text`, also inside a quote; `[/]` is Obsidian's for a
 * task in progress.
 */
const BOX_LINE = /^(?<lead>(?:\s|>)*(?:[-*+]|\d{1,9}[.)])\s+\[)(?<mark>[ xX/])(?<rest>\](?:\s.*)?)$/;
/** Logseq writes a word in place of a box; what is called off there is no task any more. */
const MARKER_LINE =
  /^(?<lead>(?:\s|>)*[-*+]\s+)(?<mark>TODO|DOING|NOW|LATER|WAITING|WAIT|IN-PROGRESS|DONE)(?<rest>\s.*)$/;
const LIST_LINE = /^(?<lead>(?:\s|>)*(?:[-*+]|\d{1,9}[.)])\s+)(?<rest>.*)$/;
const PLAIN_LINE = /^(?<lead>(?:\s|>)*)(?<rest>.*)$/;

/** The box in a line of Markdown. */
export interface Box {
  /** Index of its mark, the character between the brackets. */
  readonly at: number;
  readonly isTicked: boolean;
  /** What stands behind the box. */
  readonly text: string;
}

/** null where the line has no box. */
export function boxIn(line: string): Box | null {
  const { lead, mark, rest = '' } = BOX_LINE.exec(line)?.groups ?? {};
  return lead === undefined
    ? null
    : { at: lead.length, isTicked: mark === 'x' || mark === 'X', text: rest.slice(1).trim() };
}

/** The task in a line: its box, or the word that Logseq writes; null where there is none. */
export function taskIn(line: string): Pick<Box, 'isTicked' | 'text'> | null {
  const { mark, rest = '' } = MARKER_LINE.exec(line)?.groups ?? {};
  return mark === undefined ? boxIn(line) : { isTicked: mark === 'DONE', text: rest.trim() };
}

/** The line with its task ticked or cleared; the line itself where it has none. */
export function withTick(line: string, isTicked: boolean): string {
  const box = boxIn(line);
  const { lead = '', mark, rest = '' } = MARKER_LINE.exec(line)?.groups ?? {};
  if (mark !== undefined)
    return isTicked === (mark === 'DONE') ? line : `${lead}${isTicked ? 'DONE' : 'TODO'}${rest}`;
  return box === null || box.isTicked === isTicked
    ? line
    : `${line.slice(0, box.at)}${isTicked ? 'x' : ' '}${line.slice(box.at + 1)}`;
}

/** Ticks or clears the line's box; a line without one gets one. */
export function toggleBox(line: string): string {
  const box = boxIn(line);
  if (box !== null) return withTick(line, !box.isTicked);
  const { lead: bullet, rest: item = '' } = LIST_LINE.exec(line)?.groups ?? {};
  if (bullet !== undefined) return `${bullet}[ ] ${item}`;
  const { lead = '', rest = line } = PLAIN_LINE.exec(line)?.groups ?? {};
  return `${lead}- [ ] ${rest}`;
}
