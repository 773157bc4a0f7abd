/**
 * Makes untrusted text safe for a terminal, a notification, a menu or a mail. Control characters steer a terminal and
 * end a mail header; direction marks make `gpj.exe` read as `exe.jpg`.
 */
const STEERING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Replaces steering characters by spaces, line ends included, and trims. */
export const visibleLine = (text: string): string => text.replaceAll(STEERING, ' ').trim();

/** Foreign text, or the user's own, in quotation marks, for a sentence. */
export const quoted = (text: string): string => `“${visibleLine(text)}”`;

/** Longest value of a feed that a message quotes, in characters. */
const MAX_QUOTED = 60;

/** A value of a feed for a message: visible, in one line, at most 60 characters. */
export function quotable(text: string): string {
  const line = visibleLine(text);
  return line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED - 3)}…` : line;
}

/** Whether a text has characters that {@link visibleLine} replaces. */
export const isSteering = (text: string): boolean => text.search(STEERING) !== -1;

/** Removes control characters, but keeps tabs and line ends. */
export const withoutControls = (text: string): string => text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '');
