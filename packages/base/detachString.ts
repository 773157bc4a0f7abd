/**
 * The same text with memory of its own. The engine keeps a text that was cut out of another as a place in that one; what
 * outlives a feed would hold all of it.
 */
export const detachString = (text: string): string => `${text} `.slice(0, -1);
