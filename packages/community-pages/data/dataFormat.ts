/** Tells the formats of data files apart by their first characters. */

/** Begins, after comments, with a table `[events]` or an assignment `name = …`, which YAML has not. */
const TOML = /^(?:\s*#[^\n]*\n)*\s*(?:\[\[?[\w.]+\]\]?[ \t\r]*\n|[\w-]+[ \t]*=[ \t]*["'[{])/;
/** The head of the only table that is read. */
const TABLE = /^\uFEFF?"?Name"?,[^\n]{0,2000}\biCal\b/;

export const isTable = (head: string): boolean => TABLE.test(head);

export const isToml = (head: string): boolean => TOML.test(head);

/** True if a document is TOML or a table that is read. */
export const isTomlOrTable = (head: string): boolean => isTable(head) || isToml(head);
