import { z } from 'zod';
import { note, notedAction, noteSummary, savedNote } from '../notes/note.ts';
import { problem, resultOf } from '../problem.ts';
import { storedTranscript, transcriptChange, transcriptSummary } from '../transcripts/storedTranscript.ts';

/** The part of the contract that is about notes. */
export const noteRequests = {
  'notes:list': { args: z.tuple([]), reply: z.array(noteSummary) },
  'notes:openFor': { args: z.tuple([z.string()]), reply: resultOf(note) },
  /** A meeting's key and the name of a template, for a note that nobody has written yet. */
  'notes:openWith': { args: z.tuple([z.string(), z.string().max(255)]), reply: resultOf(note) },
  'notes:templates': { args: z.tuple([]), reply: z.array(z.string()) },
  'notes:actions': { args: z.tuple([]), reply: z.array(notedAction) },
  /** Which box, and whether it is to be ticked. */
  'notes:tick': {
    args: z.tuple([notedAction.pick({ path: true, line: true, text: true }), z.boolean()]),
    reply: resultOf(z.null()),
  },
  'notes:read': { args: z.tuple([z.string()]), reply: resultOf(note) },
  'notes:save': { args: z.tuple([note]), reply: resultOf(savedNote) },
  /** Each change as it is typed: main writes it when the window no longer can. */
  'notes:keepDraft': { args: z.tuple([note]), reply: z.null() },
  'transcripts:list': { args: z.tuple([]), reply: z.array(transcriptSummary) },
  /** Asks for a caption file, for a meeting or of its own; null when the user thought better of it. */
  'transcripts:import': {
    args: z.tuple([z.string().nullable()]),
    reply: resultOf(z.object({ path: z.string(), problems: z.array(problem).readonly() }).nullable()),
  },
  'transcripts:read': { args: z.tuple([z.string()]), reply: resultOf(storedTranscript) },
  'transcripts:change': { args: z.tuple([z.string(), transcriptChange]), reply: resultOf(z.null()) },
  'notes:showFolder': { args: z.tuple([]), reply: resultOf(z.null()) },
} as const;
