/**
 * Foreign text for places that obey what they are given: a terminal, a notification, a menu, a mail program. Control
 * characters steer a terminal and end a header of a mail; marks of direction make `gpj.exe` read as `exe.jpg`.
 */
const STEERING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The text as one line that shows what it is. */
export const visibleLine = (text: string): string => text.replaceAll(STEERING, ' ').trim();

/** Whether a text has characters that {@link visibleLine} takes away. */
export const isSteering = (text: string): boolean => text.search(STEERING) !== -1;

/** The text with its lines and tabs, without other control characters. */
export const withoutControls = (text: string): string => text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '');
