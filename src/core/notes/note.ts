import { z } from 'zod';

/** A note in the list of notes. `path` is relative to the notes folder and identifies the note. */
export const noteSummary = z.object({
  path: z.string(),
  title: z.string(),
  /** Key of its occurrence; null for notes without a meeting. */
  occurrenceKey: z.string().nullable(),
  /** Start of that occurrence, for a note without a meeting the date in its file name: an ISO instant or a date; null if unknown. */
  start: z.string().nullable(),
  /** Key of its series; null for notes without a meeting. */
  series: z.string().nullable(),
  /** Listed above the others. */
  isPinned: z.boolean(),
  /** Without `#`; see tags.ts. */
  tags: z.array(z.string()).readonly(),
  /** When the file was last changed (ms). */
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
  /** Address of the shared document of minutes. */
  minutes: z.string().nullable(),
  /** Address of the recordings. */
  recordings: z.string().nullable(),
  /** Name of the template that it started with. */
  template: z.string().nullable(),
  /** Markdown below the front matter. */
  body: z.string(),
  /** Where in the body one begins to write; only in a note that has no file yet. */
  cursor: z.number().int().min(0).optional(),
  /** Tells notes without a file apart, of which several may get the same path one after the other; made by the window. */
  unwrittenId: z.string().max(64).optional(),
  /** Hash of the file when it was read; null if there is no file yet. A save names the version it started from. */
  version: z.string().nullable(),
});
export type Note = z.infer<typeof note>;

/**
 * Result of a save. `conflict`: the file had changed on disk; our text is kept beside it under `path`. `kept`: the folder
 * does not take it now; the app keeps it, with the version it is based on, and saves it later.
 */
export const savedNote = z.object({
  path: z.string(),
  version: z.string().nullable(),
  outcome: z.enum(['saved', 'conflict', 'kept']),
});
export type SavedNote = z.infer<typeof savedNote>;

/** A task in a note. */
export const actionItem = z.object({
  /** Line of the note's body, from 1. */
  line: z.number(),
  /** As written; it identifies the item within its note. */
  text: z.string(),
  /** The text without the marks of its owner and due date. */
  words: z.string(),
  /** Who does it, without `@`, see actionItems.ts; null if nobody is named. */
  owner: z.string().nullable(),
  /** Due date, see dueDate.ts. */
  due: z.string().nullable(),
  isDone: z.boolean(),
});
export type ActionItem = z.infer<typeof actionItem>;

/** A decision in a note. `line` is that of the note's body, from 1. */
export const decision = z.object({ line: z.number(), text: z.string() });
export type Decision = z.infer<typeof decision>;

/** A decision and its note. */
export const notedDecision = decision.extend({ path: z.string(), start: z.string().nullable() });
export type NotedDecision = z.infer<typeof notedDecision>;

/** An action item and its note. */
export const notedAction = actionItem.extend({
  path: z.string(),
  title: z.string(),
  start: z.string().nullable(),
  series: z.string().nullable(),
});
export type NotedAction = z.infer<typeof notedAction>;
