import { z } from 'zod';

/** What the list of notes shows. `path` is relative to the folder of notes and is the note's identity. */
export const noteSummary = z.object({
  path: z.string(),
  title: z.string(),
  /** Key of the occurrence it belongs to; null for notes made by hand. */
  occurrenceKey: z.string().nullable(),
  /** Start of that occurrence: an ISO instant or a date; null when unknown. */
  start: z.string().nullable(),
  /** Feed and UID of its series; null for notes made by hand. */
  series: z.string().nullable(),
  /** When the file changed last (ms). */
  modified: z.number(),
  /** The first words of the text. */
  excerpt: z.string(),
});
export type NoteSummary = z.infer<typeof noteSummary>;

/** A note that is open in the editor. */
export const note = z.object({
  path: z.string(),
  title: z.string(),
  occurrenceKey: z.string().nullable(),
  start: z.string().nullable(),
  series: z.string().nullable(),
  /** The meeting's home zone (IANA). */
  zone: z.string().nullable(),
  /** Address of the agenda document. */
  agenda: z.string().nullable(),
  /** Address of the document of notes that everybody writes in. */
  minutes: z.string().nullable(),
  /** Address of the recordings. */
  recordings: z.string().nullable(),
  /** Name of the template it began with. */
  template: z.string().nullable(),
  /** Markdown below the front matter. */
  body: z.string(),
  /** Hash of the file as it was read; null while no file exists. Saving says which version it started from. */
  version: z.string().nullable(),
});
export type Note = z.infer<typeof note>;

/** The outcome of a save. `conflict`: the file had changed outside; our text was kept beside it under `path`. */
export const savedNote = z.object({
  path: z.string(),
  version: z.string(),
  outcome: z.enum(['saved', 'conflict']),
});
export type SavedNote = z.infer<typeof savedNote>;

/** A task in a note: something that somebody has promised to do. */
export const actionItem = z.object({
  /** Line of the note's body, from 1. */
  line: z.number(),
  text: z.string(),
  /** The first `@name` in the text, without the sign; null where nobody is named. */
  owner: z.string().nullable(),
  /** The day by which, see dueDate.ts; null where none is written. */
  due: z.string().nullable(),
  isDone: z.boolean(),
});
export type ActionItem = z.infer<typeof actionItem>;

/** An action item and the note it stands in. */
export const notedAction = actionItem.extend({
  path: z.string(),
  title: z.string(),
  start: z.string().nullable(),
  series: z.string().nullable(),
});
export type NotedAction = z.infer<typeof notedAction>;
