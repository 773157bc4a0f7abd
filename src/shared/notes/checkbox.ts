/** A list item with a box, as GitHub writes it: `- [ ] text`, `3. [x] text`, also inside a quote. */
const BOX_LINE = /^(?<lead>(?:\s|>)*(?:[-*+]|\d{1,9}[.)])\s+\[)(?<mark>[ xX])(?<rest>\](?:\s.*)?)$/;
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
  return lead === undefined ? null : { at: lead.length, isTicked: mark !== ' ', text: rest.slice(1).trim() };
}

/** The line with its box ticked or cleared; the line itself where it has none. */
export function withTick(line: string, isTicked: boolean): string {
  const box = boxIn(line);
  return box === null ? line : `${line.slice(0, box.at)}${isTicked ? 'x' : ' '}${line.slice(box.at + 1)}`;
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
