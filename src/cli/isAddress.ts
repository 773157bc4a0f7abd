/** An address of the web, not the name of a community or of a file. */
export const isAddress = (words: string): boolean => /^(?:https|webcals?):\/\//i.test(words);
