/** When the text in the field is checked without being asked for. Pure. */

/** Letters that nobody types between two events of a field. */
const JUMP = 8;

/** True if the text was pasted, dropped or filled in, and not typed. */
export const isPasted = (before: string, after: string): boolean => after.length - before.length >= JUMP;

/** True if a typed text may be complete: an address with a path, or several lines. */
export const isWorthChecking = (text: string): boolean =>
  text.trim().includes('\n') || /^(?:https?|webcals?):\/\/[^\s/]+\.[^\s/]+\/\S+$/i.test(text.trim());
