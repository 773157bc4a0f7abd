import { z } from 'zod';
import { note, notedAction, noteSummary, savedNote } from '../notes/note.ts';
import { problem, resultOf } from '#base';
import { keptOfMeeting } from '../notes/keptOfMeeting.ts';
import { name } from './identifier.ts';
import { storedTranscript, transcriptChange, transcriptSummary } from '../notes/storedTranscript.ts';

const text = z.string().max(100_000);
const address = z.string().max(8192).nullable();

/** A note from the window; its text may be several times as long as that of a listed file. */
export const writtenNote = note.extend({
  path: name,
  title: text,
  occurrenceKey: name.nullable(),
  start: z.string().max(64).nullable(),
  series: name.nullable(),
  zone: z.string().max(64).nullable(),
  agenda: address,
  minutes: address,
  recordings: address,
  template: z.string().max(255).nullable(),
  body: z.string().max(20_000_000),
  version: z.string().max(128).nullable(),
});

/** Names a text that the window has sent, so that later texts can be sent as changes of it. */
const textId = z.uuid();
const offset = z.number().int().min(0);

const typedText = z.object({
  base: textId,
  id: textId,
  changes: z
    .array(z.object({ from: offset, to: offset, insert: writtenNote.shape.body }))
    .max(10_000)
    .readonly(),
  /** Of the text `id`, in UTF-16 units: changes that lead elsewhere were made to another text. */
  length: offset,
});
/** What was typed: the changes that make the text `id` of the text `base`. */
export type TypedText = z.infer<typeof typedText>;

/** The part of the contract about notes. */
export const noteRequests = {
  'notes:list': { args: z.tuple([]), reply: z.array(noteSummary) },
  'notes:openFor': { args: z.tuple([name]), reply: resultOf(note) },
  /** The key of an occurrence and the name of a template, for a note that has no file yet. */
  'notes:openWith': { args: z.tuple([name, z.string().max(255)]), reply: resultOf(note) },
  'notes:templates': { args: z.tuple([]), reply: z.array(z.string()) },
  /** What is kept of a meeting, by its key in each of its feeds. */
  'notes:ofMeeting': { args: z.tuple([z.array(name).min(1).max(100).readonly()]), reply: keptOfMeeting },
  'notes:actions': { args: z.tuple([]), reply: z.array(notedAction) },
  /** The number of the user's own open action items. */
  /** Who has action items in the notes of a series. */
  'notes:ownersIn': { args: z.tuple([name]), reply: z.array(z.string()) },
  'notes:countOpen': { args: z.tuple([]), reply: z.number() },
  /** A checkbox, and whether to check it. */
  'notes:tick': {
    args: z.tuple([z.object({ path: name, line: z.number(), text }), z.boolean()]),
    reply: resultOf(z.null()),
  },
  'notes:read': { args: z.tuple([name]), reply: resultOf(note) },
  /** Looks at the folder, and saves what is not in it yet. */
  'notes:tryAgain': { args: z.tuple([]), reply: z.null() },
  'notes:save': { args: z.tuple([writtenNote]), reply: resultOf(savedNote) },
  /** Saves a text that main has from `notes:keepDraft` or `notes:keepTyped`; null if it has another one. */
  'notes:saveSent': { args: z.tuple([textId]), reply: resultOf(savedNote).nullable() },
  /** A note that has changed, and the id that the window gives its text: main saves it if the window no longer can. */
  'notes:keepDraft': { args: z.tuple([writtenNote, textId]), reply: z.null() },
  /** The same for what is typed. Replies whether main has the text that was changed; if not, it has to be sent. */
  'notes:keepTyped': { args: z.tuple([typedText]), reply: z.boolean() },
  /** Writes an image beside a note: the note's path, the image's name, its bytes as base64. Replies with its path relative to the note. */
  'notes:addImage': {
    args: z.tuple([name, z.string().max(1024), z.base64().max(14_000_000)]),
    reply: resultOf(z.string()),
  },
  /** An image of a note as a `data:` address: the note's path, the image's address in its text. */
  'notes:image': { args: z.tuple([name, z.string().max(4096)]), reply: resultOf(z.string()) },
  /** An image of the web as a `data:` address, which the user asked for. */
  'notes:webImage': { args: z.tuple([z.string().max(4096)]), reply: resultOf(z.string()) },
  'transcripts:list': { args: z.tuple([]), reply: z.array(transcriptSummary) },
  /** Asks for a caption file, for a meeting or without one; null if cancelled. */
  'transcripts:import': {
    args: z.tuple([name.nullable()]),
    reply: resultOf(z.object({ path: z.string(), problems: z.array(problem).readonly() }).nullable()),
  },
  'transcripts:read': { args: z.tuple([name]), reply: resultOf(storedTranscript) },
  'transcripts:change': { args: z.tuple([name, transcriptChange]), reply: resultOf(z.null()) },
  'notes:showFolder': { args: z.tuple([]), reply: resultOf(z.null()) },
} as const;
