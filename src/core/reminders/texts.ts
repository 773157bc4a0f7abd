/** The words about reminders that several places say. */

/** Replaces a title that others must not read. */
export const HIDDEN_TITLE = 'Meeting';
