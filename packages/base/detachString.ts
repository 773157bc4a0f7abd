/**
 * A copy of a text that owns its memory. V8 stores a substring as a reference into the original text, which would keep
 * a whole feed in memory for one title.
 */
export const detachString = (text: string): string => `${text} `.slice(0, -1);
