import { z } from 'zod';
import { backlink } from '../notes/backlinks.ts';
import { noteMeeting } from '../notes/noteMeeting.ts';
import { transcriptSummary } from '../notes/storedTranscript.ts';
import { resultOf } from '#base';
import { name } from './identifier.ts';

/** A path in the notes folder. */
const path = z.string().min(1).max(1024);
const paths = z.array(path).min(1).max(10_000);
const words = z.string().trim().min(1).max(500);
const moves = z.array(z.object({ from: path, to: path })).max(10_000);

/** The part of the contract about managing notes and transcripts. */
export const manageRequests = {
  /**
   * Gives a note another title, and its file the name that belongs to it, or that of the second argument. Links in other
   * notes follow. Replies with its path and title before and now.
   */
  'notes:rename': {
    args: z.tuple([path, words, path.nullable()]),
    reply: resultOf(z.object({ path, title: z.string(), before: z.object({ path, title: z.string() }) })),
  },
  /** Moves files within the notes folder, links follow; replies with the moves, since a name may have been taken. */
  'notes:move': { args: z.tuple([moves]), reply: resultOf(moves) },
  /** Moves notes to the trash; the reply is for `notes:restore`. */
  'notes:trash': { args: z.tuple([paths]), reply: resultOf(z.number()) },
  /** Writes again what a `notes:trash` or `transcripts:trash` of this run moved to the trash; replies with the paths. */
  'notes:restore': { args: z.tuple([z.number()]), reply: resultOf(z.array(path)) },
  'notes:pin': { args: z.tuple([paths, z.boolean()]), reply: resultOf(z.null()) },
  /** Attaches a note to an occurrence, or detaches it; replies with the meeting that it had. */
  'notes:attach': { args: z.tuple([path, name.nullable()]), reply: resultOf(noteMeeting) },
  /** Undoes `notes:attach`. */
  'notes:reattach': { args: z.tuple([path, noteMeeting]), reply: resultOf(z.null()) },
  /** Gives a note that the app named the name of its first words. */
  'notes:nameByWords': { args: z.tuple([path]), reply: resultOf(z.null()) },
  /** The notes with links to a note. */
  'notes:linksTo': { args: z.tuple([path]), reply: z.array(backlink) },
  /** Gives a transcript another title and its file that name; replies with its path. */
  'transcripts:rename': { args: z.tuple([path, words]), reply: resultOf(path) },
  /** As `notes:trash`. */
  'transcripts:trash': { args: z.tuple([paths]), reply: resultOf(z.number()) },
} as const;

/** `notes:moved`: a note has another path now, whether the app or another program moved its file. */
export const manageEvents = {
  'notes:moved': z.object({ from: path, to: path }),
  'transcripts:changed': z.array(transcriptSummary),
} as const;
